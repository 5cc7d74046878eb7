namespace Videodolmetschen.Domain.Customers;

/// <summary>What kind of body a customer is. A clinic needs interpreters obliged under § 203 StGB.</summary>
public enum CustomerKind
{
    Authority,
    District,
    Clinic,
}
