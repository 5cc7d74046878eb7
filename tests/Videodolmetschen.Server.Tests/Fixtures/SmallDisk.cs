using System.Diagnostics;
using System.Globalization;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A file system of its own with so little room that it can be full.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 4096;

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();

    private SmallDisk()
    {
    }

    public string Path => _folder.Path;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>The test is skipped where it may not mount.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root on Linux may mount a file system that can be full");
        var disk = new SmallDisk();
        if (!Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0700"), "tmpfs", disk.Path))
        {
            disk._folder.Dispose();
            Assert.Skip("root may not mount in this container");
        }

        return disk;
    }

    /// <summary>Not a block is left.</summary>
    public void Fill()
    {
        var block = new byte[Block];
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                ballast.Write(block);
            }
        }
        catch (IOException)
        {
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        // Lazily: a child of a server that has just ended may still hold a file.
        Run("umount", "--lazy", Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
