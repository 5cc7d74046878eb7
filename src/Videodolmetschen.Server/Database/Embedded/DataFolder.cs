using System.Security.Cryptography;
using System.Text.Json;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database.Embedded;

/// <summary>What the embedded server must remember between two starts. Readable by the owner alone.</summary>
internal sealed record ClusterSecret(string Password, int Port);

/// <summary>The data folder, held by one server at a time; the system lets go of it when the process dies, however it dies.</summary>
internal sealed class DataFolder : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string Cluster => System.IO.Path.Combine(Path, "postgres");

    public string ServerLog => System.IO.Path.Combine(Path, "logs", "postgres.log");

    private string SecretFile => System.IO.Path.Combine(Path, "embedded-postgres.json");

    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.Combine(path, "logs"));
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw Unreadable(path, refused);
        }

        try
        {
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException refused)
        {
            throw Unreadable(path, refused);
        }
        catch (IOException held)
        {
            throw new StartupException($"Der Datenordner {path} wird schon von einem laufenden Server benutzt. Bitte diesen beenden oder mit Database__DataFolder einen anderen Ordner wählen.", held);
        }
    }

    public ClusterSecret ReadOrCreateSecret()
    {
        try
        {
            if (File.Exists(SecretFile) && JsonSerializer.Deserialize<ClusterSecret>(File.ReadAllText(SecretFile)) is { Password.Length: > 0 } kept)
            {
                return kept;
            }
        }
        catch (Exception broken) when (broken is JsonException or UnauthorizedAccessException)
        {
            throw Unreadable(SecretFile, broken);
        }

        var fresh = new ClusterSecret(RandomNumberGenerator.GetHexString(40, lowercase: true), Port: 0);
        Write(fresh);
        return fresh;
    }

    public void Write(ClusterSecret secret)
    {
        // Written beside and moved over: a kill in the middle must not cost the password.
        var draft = SecretFile + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, secret);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, SecretFile, overwrite: true);
    }

    public void Dispose() => _lock.Dispose();

    private static StartupException Unreadable(string path, Exception cause) =>
        new($"Der Datenordner {path} ist nicht lesbar oder nicht beschreibbar. Bitte die Rechte prüfen oder mit Database__DataFolder einen anderen Ordner wählen.", cause);
}
