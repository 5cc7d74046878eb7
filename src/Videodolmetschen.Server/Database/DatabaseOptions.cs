using System.ComponentModel.DataAnnotations;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database;

/// <summary>Keys of the section <c>Database</c>. The connection string itself is <c>ConnectionStrings:Videodolmetschen</c>.</summary>
public sealed record DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Where the embedded server, its password and the log files live. Empty: <c>data</c> beside the solution or the program.</summary>
    public string DataFolder { get; init; } = "";

    /// <summary>Port of the embedded server on loopback; 0 takes the port of the last start, or a free one.</summary>
    [Range(0, 65535)]
    public int Port { get; init; }

    [Range(2, 1000)]
    public int MaxPoolSize { get; init; } = 40;

    internal string ResolvedDataFolder => HomeFolder.Resolve(DataFolder, "data");
}
