using System.Diagnostics;
using System.Globalization;
using Videodolmetschen.Server.Database.Embedded;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A PostgreSQL whose processes stand still, connections included, until it is disposed. Linux only.</summary>
internal sealed class PausedCluster : IDisposable
{
    private readonly int _postmaster;

    private PausedCluster(int postmaster) => _postmaster = postmaster;

    public static PausedCluster Pause(string cluster)
    {
        var paused = new PausedCluster(PostmasterFile.Read(cluster)!.ProcessId);
        paused.Signal("-STOP");
        return paused;
    }

    public void Dispose() => Signal("-CONT");

    private void Signal(string signal)
    {
        var children = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{_postmaster}/task/{_postmaster}/children"));
        var ids = children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(_postmaster.ToString(CultureInfo.InvariantCulture));
        using var kill = Process.Start("kill", [signal, .. ids]);
        kill.WaitForExit();
    }
}
