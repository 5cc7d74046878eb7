using System.Globalization;

namespace Videodolmetschen.Benchmarks;

/// <summary>Processor seconds used so far, by whom. From <c>/proc</c>; zero where there is none.</summary>
/// <param name="Load">This process: the load generator.</param>
/// <param name="Service">The process under test.</param>
/// <param name="Postgres">The postmaster and all its children, those included that have ended.</param>
/// <param name="Machine">Everybody, these three included.</param>
internal readonly record struct ProcessorTime(double Load, double Service, double Postgres, double Machine)
{
    private const double TicksPerSecond = 100;

    public double Ours => Load + Service + Postgres;

    public static ProcessorTime Read(int? service = null, int? postmaster = null) => new(
        Environment.CpuUsage.TotalTime.TotalSeconds,
        service is { } one ? Of(one) : 0,
        postmaster is { } parent ? Of(parent) + Directory.EnumerateDirectories("/proc").Sum(folder => OfChild(folder, parent)) : 0,
        OfMachine());

    public static ProcessorTime operator -(ProcessorTime after, ProcessorTime before) =>
        new(after.Load - before.Load, after.Service - before.Service, after.Postgres - before.Postgres, after.Machine - before.Machine);

    public static ProcessorTime operator /(ProcessorTime time, double by) => new(time.Load / by, time.Service / by, time.Postgres / by, time.Machine / by);

    private static double Of(int process) => OperatingSystem.IsLinux() ? Sum(Fields($"/proc/{process}/stat")) : 0;

    private static double OfChild(string folder, int parent) =>
        char.IsAsciiDigit(Path.GetFileName(folder)[0]) && Fields(Path.Combine(folder, "stat")) is { Length: > 0 } fields && Number(fields[1]) == parent ? Sum(fields) : 0;

    // After "pid (name)": state, parent, …; user, system, and those of ended children.
    private static double Sum(string[] fields) => fields is [] ? 0 : fields[11..15].Sum(Number) / TicksPerSecond;

    private static string[] Fields(string file)
    {
        try
        {
            var line = File.ReadAllText(file);
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return [];
        }
    }

    private static double OfMachine()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        // user nice system idle iowait irq softirq steal
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new[] { 1, 2, 3, 6, 7, 8 }.Sum(place => Number(fields[place])) / TicksPerSecond;
    }

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);
}
