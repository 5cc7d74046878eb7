using System.ComponentModel;
using System.Diagnostics;

namespace Videodolmetschen.Server.Hosting;

internal sealed record ChildResult(int ExitCode, string Output)
{
    /// <summary>The last lines, for a sentence that names the cause.</summary>
    public string LastLines => string.Join(" ", Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3));
}

internal static class ChildProcess
{
    /// <summary>Runs a program to its end without a shell and without a keyboard.</summary>
    /// <returns><c>null</c> when there is no such program.</returns>
    public static async Task<ChildResult?> RunAsync(string file, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        // On Windows a server left running by pg_ctl would keep the pipes open, and reading them would never end.
        var redirect = !(OperatingSystem.IsWindows() && file.Contains("pg_ctl", StringComparison.Ordinal));
        using var process = new Process { StartInfo = Describe(file, arguments, folder, redirect) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        var output = redirect ? process.StandardOutput.ReadToEndAsync(cancellationToken) : Task.FromResult("");
        var errors = redirect ? process.StandardError.ReadToEndAsync(cancellationToken) : Task.FromResult("");
        await process.WaitForExitAsync(cancellationToken);
        return new ChildResult(process.ExitCode, await output + await errors);
    }

    private static ProcessStartInfo Describe(string file, IEnumerable<string> arguments, string folder, bool redirect)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
            UseShellExecute = false,
        };
        // PGDATA, PGPORT and the like of the person who starts us are not meant for the embedded server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
