using System.Security.Cryptography;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>The service's own key for records (ECDSA P-256). Made once for all nodes; each reads it when it first needs it.</summary>
internal sealed class RecordKey(RecordKeyStore store)
{
    private volatile byte[]? _privateKey;

    public async Task<byte[]> SignAsync(string content, CancellationToken cancellationToken)
    {
        using var key = await OpenAsync(cancellationToken);
        return key.SignData(RecordText.ToSign(content), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public async Task<bool> HasSignedAsync(string content, byte[] signature, CancellationToken cancellationToken)
    {
        using var key = await OpenAsync(cancellationToken);
        return key.VerifyData(RecordText.ToSign(content), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private async Task<ECDsa> OpenAsync(CancellationToken cancellationToken)
    {
        _privateKey ??= await store.ReadAsync(cancellationToken) ?? await store.KeepFirstAsync(NewKey(), cancellationToken);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_privateKey, out _);
        return key;
    }

    private static byte[] NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }
}
