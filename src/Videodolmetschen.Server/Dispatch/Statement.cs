using Npgsql;
using NpgsqlTypes;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>One statement with its parameters in the order of $1, $2, … Types are always named, so that NULL does not change the prepared plan.</summary>
internal sealed class Statement
{
    private readonly NpgsqlBatchCommand _command = new();

    public int Parameters => _command.Parameters.Count;

    public static implicit operator NpgsqlBatchCommand(Statement statement) => statement._command;

    public Statement Saying(string sql)
    {
        _command.CommandText = sql;
        return this;
    }

    public Statement With(Guid value) => Add(NpgsqlDbType.Uuid, value);

    public Statement With(Guid? value) => Add(NpgsqlDbType.Uuid, value);

    public Statement With(string? value) => Add(NpgsqlDbType.Text, value);

    public Statement WithInteger(int? value) => Add(NpgsqlDbType.Integer, value);

    public Statement With(bool value) => Add(NpgsqlDbType.Boolean, value);

    public Statement With(decimal value) => Add(NpgsqlDbType.Numeric, value);

    public Statement With(DateTimeOffset? value) => Add(NpgsqlDbType.TimestampTz, value?.ToUniversalTime());

    public Statement With(Guid[] values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Uuid, values);

    public Statement WithJson(string value) => Add(NpgsqlDbType.Jsonb, value);

    private Statement Add<T>(NpgsqlDbType type, T value)
    {
        _command.Parameters.Add(new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = value });
        return this;
    }
}

/// <summary>
/// The same change to several rows as one statement: PostgreSQL sets up a statement, and reads the CHECKs of its table,
/// once for each statement and not for each row. Each number of rows is a text of its own, prepared once.
/// </summary>
/// <param name="sql">Has <c>{rows}</c> where the rows stand as in VALUES, and may have <c>{count}</c>.</param>
internal sealed class RowStatement<T>(string sql, Action<Statement, T> fill)
{
    private const int RowsAtMost = 8;

    private readonly string?[] _texts = new string?[RowsAtMost + 1];

    public void AddTo(NpgsqlBatch batch, IEnumerable<T> rows)
    {
        foreach (var some in rows.Chunk(RowsAtMost))
        {
            var statement = new Statement();
            Array.ForEach(some, row => fill(statement, row));
            batch.BatchCommands.Add(statement.Saying(_texts[some.Length] ??= Text(some.Length, statement.Parameters / some.Length)));
        }
    }

    private string Text(int rows, int columns)
    {
        var places = Enumerable.Range(0, rows).Select(row => Enumerable.Range((row * columns) + 1, columns).Select(place => $"${place}"));
        return sql
            .Replace("{rows}", string.Join(", ", places.Select(row => $"({string.Join(", ", row)})")), StringComparison.Ordinal)
            .Replace("{count}", $"{rows}", StringComparison.Ordinal);
    }
}
