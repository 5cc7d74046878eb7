using Npgsql;
using NpgsqlTypes;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>One statement with its parameters in the order of $1, $2, … Types are always named, so that NULL does not change the prepared plan.</summary>
internal sealed class Statement(string sql)
{
    private readonly NpgsqlBatchCommand _command = new(sql);

    public static implicit operator NpgsqlBatchCommand(Statement statement) => statement._command;

    public Statement With(Guid value) => Add(NpgsqlDbType.Uuid, value);

    public Statement With(string? value) => Add(NpgsqlDbType.Text, value);

    public Statement WithInteger(int? value) => Add(NpgsqlDbType.Integer, value);

    public Statement With(bool value) => Add(NpgsqlDbType.Boolean, value);

    public Statement With(decimal value) => Add(NpgsqlDbType.Numeric, value);

    public Statement With(DateTimeOffset? value) => Add(NpgsqlDbType.TimestampTz, value?.ToUniversalTime());

    public Statement WithJson(string value) => Add(NpgsqlDbType.Jsonb, value);

    public Statement With(Array values, NpgsqlDbType element) => Add(NpgsqlDbType.Array | element, values);

    private Statement Add(NpgsqlDbType type, object? value)
    {
        _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return this;
    }
}
