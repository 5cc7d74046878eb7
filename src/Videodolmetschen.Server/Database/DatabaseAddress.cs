namespace Videodolmetschen.Server.Database;

/// <summary>The connection strings of this run; known once <see cref="DatabasePreparation"/> has found or started the server.</summary>
internal sealed class DatabaseAddress
{
    private string? _application;
    private string? _owner;

    public string Application => _application ?? throw NotPrepared();

    public string Owner => _owner ?? throw NotPrepared();

    public void Set(string application, string owner) => (_application, _owner) = (application, owner);

    private static InvalidOperationException NotPrepared() =>
        new("The database was asked for before PrepareDatabaseAsync.");
}
