using System.Diagnostics;
using System.Globalization;

namespace Videodolmetschen.Server.Database.Embedded;

/// <summary>What <c>postmaster.pid</c> says about a server on a cluster, and whether that server is really there.</summary>
internal sealed record PostmasterFile(int ProcessId, int Port)
{
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            // Line 1 is the process, line 4 the port.
            var lines = File.ReadAllLines(Path.Combine(cluster, "postmaster.pid"));
            return lines.Length >= 4
                && int.TryParse(lines[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var process)
                && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? new PostmasterFile(process, port)
                : null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A number alone proves nothing after a restart of the machine: some other program may have it by now.</summary>
    public bool IsAlive(string cluster)
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            if (process.HasExited || !process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            var link = $"/proc/{ProcessId}/cwd";
            var workingFolder = OperatingSystem.IsLinux() ? new DirectoryInfo(link).ResolveLinkTarget(returnFinalTarget: true) : null;
            return workingFolder is null || workingFolder.FullName == new DirectoryInfo(cluster).FullName;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
