using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// Keys that cookies are sealed with, in the database: every node reads the same cookies, and a restart signs nobody out.
/// </summary>
internal sealed class DataProtectionKeyStore(TenantScope scope) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var staff = scope.OpenForStaff();
        return
        [
            .. staff.Connection.Query<string>(
                """
                SELECT xml
                FROM data_protection_keys
                ORDER BY created_at
                """,
                transaction: staff.Transaction).Select(xml => XElement.Parse(xml)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var staff = scope.OpenForStaff();
        staff.Connection.Execute(
            """
            INSERT INTO data_protection_keys (friendly_name, xml)
            VALUES (@friendlyName, @xml)
            ON CONFLICT (friendly_name) DO NOTHING
            """,
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) },
            staff.Transaction);
        staff.Commit();
    }
}
