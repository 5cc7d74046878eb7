using System.Text;
using static Videodolmetschen.Domain.Billing.Documents.DocumentFinding;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Seller and buyer.</summary>
internal static class PartyRules
{
    public static IEnumerable<DocumentFinding> Of(BillingDocument document) =>
        Seller(document.Seller).Concat(Buyer(document.Buyer)).Concat(Writable(document));

    private static IEnumerable<DocumentFinding> Seller(DocumentParty seller)
    {
        var missing = new (bool Is, string Rule, string Advice)[]
        {
            (IsBlank(seller.Name), "BR-06", "Tragen Sie den Namen des Rechnungsstellers ein."),
            (IsBlank(seller.Address.Country), "BR-09", "Tragen Sie das Land des Rechnungsstellers ein."),
            (!IsCountry(seller.Address.Country), "BR-CL-14", "Tragen Sie das Land des Rechnungsstellers als Kürzel mit zwei Buchstaben ein."),
            (IsBlank(seller.Address.City), "BR-DE-3", "Tragen Sie den Ort des Rechnungsstellers ein."),
            (IsBlank(seller.Address.PostCode), "BR-DE-4", "Tragen Sie die Postleitzahl des Rechnungsstellers ein."),
            (seller.Contact is null, "BR-DE-2", "Tragen Sie eine Ansprechstelle des Rechnungsstellers ein."),
            (IsBlank(seller.Electronic?.Value), "PEPPOL-EN16931-R020", "Tragen Sie die elektronische Adresse des Rechnungsstellers ein."),
            (seller.Number is null && seller.VatId is null, "BR-CO-26", "Tragen Sie die Dolmetschernummer, die Kreditorennummer oder die Umsatzsteuer-ID des Rechnungsstellers ein; die Steuernummer allein genügt nicht."),
        };
        var contact = seller.Contact is { } one ? Contact(one) : [];
        return missing.Where(rule => rule.Is).Select(rule => Error(rule.Rule, rule.Advice))
            .Concat(IsBlank(seller.Address.Street) ? [Warning("VD-ADDRESS", "Tragen Sie Straße und Hausnummer des Rechnungsstellers ein (§ 14 Abs. 4 Nr. 1 UStG).")] : [])
            .Concat(contact);
    }

    private static IEnumerable<DocumentFinding> Contact(DocumentContact contact)
    {
        if (IsBlank(contact.Name))
        {
            yield return Error("BR-DE-5", "Tragen Sie den Namen der Ansprechstelle ein.");
        }
        if (IsBlank(contact.Phone))
        {
            yield return Error("BR-DE-6", "Tragen Sie die Telefonnummer der Ansprechstelle ein.");
        }
        else if (contact.Phone.Count(char.IsAsciiDigit) < 3)
        {
            yield return Warning("BR-DE-27", "Prüfen Sie die Telefonnummer der Ansprechstelle: Sie hat weniger als drei Ziffern.");
        }
        if (IsBlank(contact.Email))
        {
            yield return Error("BR-DE-7", "Tragen Sie die E-Mail-Adresse der Ansprechstelle ein.");
        }
        else if (!LooksLikeEmail(contact.Email))
        {
            yield return Warning("BR-DE-28", "Prüfen Sie die E-Mail-Adresse der Ansprechstelle.");
        }
    }

    private static IEnumerable<DocumentFinding> Buyer(DocumentParty buyer)
    {
        var missing = new (bool Is, string Rule, string Advice)[]
        {
            (IsBlank(buyer.Name), "BR-07", "Tragen Sie den Namen des Empfängers ein."),
            (IsBlank(buyer.Address.Country), "BR-11", "Tragen Sie das Land des Empfängers ein."),
            (!IsCountry(buyer.Address.Country), "BR-CL-14", "Tragen Sie das Land des Empfängers als Kürzel mit zwei Buchstaben ein."),
            (IsBlank(buyer.Address.City), "BR-DE-8", "Tragen Sie den Ort des Empfängers ein."),
            (IsBlank(buyer.Address.PostCode), "BR-DE-9", "Tragen Sie die Postleitzahl des Empfängers ein."),
            (IsBlank(buyer.Electronic?.Value), "PEPPOL-EN16931-R010", "Tragen Sie die elektronische Adresse des Empfängers ein: Leitweg-ID oder E-Mail."),
        };
        return missing.Where(rule => rule.Is).Select(rule => Error(rule.Rule, rule.Advice))
            .Concat(IsBlank(buyer.Address.Street) ? [Warning("VD-ADDRESS", "Tragen Sie Straße und Hausnummer des Empfängers ein (§ 14 Abs. 4 Nr. 1 UStG).")] : []);
    }

    /// <summary>Signs that XML has no place for would stop the writer, and a line break has no business in an address.</summary>
    private static IEnumerable<DocumentFinding> Writable(BillingDocument document)
    {
        DocumentParty[] parties = [document.Seller, document.Buyer];
        var texts = parties
            .SelectMany(party => new[]
            {
                party.Name, party.Address.Street, party.Address.PostCode, party.Address.City, party.Electronic?.Value,
                party.Contact?.Name, party.Contact?.Phone, party.Contact?.Email,
            })
            .Append(document.Payment?.Holder);
        return texts.Any(text => text is not null && text.EnumerateRunes().Any(IsUnwritable))
            ? [Error("VD-SIGNS", "In Name oder Anschrift steht ein Zeichen, das dort nicht stehen kann, etwa ein Zeilenumbruch.")]
            : [];
    }

    // Half a surrogate pair is read as the replacement character, which is itself a sign of broken text.
    private static bool IsUnwritable(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar || (rune.Value & 0xFFFE) == 0xFFFE;

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    private static bool IsCountry(string country) => IsBlank(country) || (country.Length == 2 && country.All(char.IsAsciiLetterUpper));

    /// <summary>As BR-DE-28 has it: one @ between parts without blanks, and no dot at an end.</summary>
    private static bool LooksLikeEmail(string email) =>
        email.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain]
        && !email.Any(char.IsWhiteSpace)
        && domain.Contains('.')
        && domain.Split('.').All(part => part.Length > 0);
}
