using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The day of an appointment: the room opens, both come or one does not, they talk, and the slot ends.</summary>
public sealed class AppointmentDayTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task Both_come_into_the_room_talk_and_may_come_back_until_the_slot_is_over()
    {
        await PlantAsync("jugendamt", "D-0027", "vie", startsIn: 6, endsIn: 50);
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.Page.GotoAsync("/disposition/termine");
        await coordinator.SeesAsync("Noch nicht bereit");
        var requester = await Service.SignInAsync("jugendamt");
        await requester.SeesAsync("D-0027 ist noch nicht da");
        await requester.Button("Raum betreten").WaitForAsync();
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, room open");
        await requester.PressAsync("Raum betreten");
        await requester.SeesAsync("Wir warten auf Ihre Dolmetscherin");
        await requester.SeesAsync("D-0027 hat sich noch nicht bereit gemeldet.");
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, waiting in the room");
        await LeaveAndComeBackAsync(requester);
        await coordinator.SeesAsync("Auftraggeber wartet");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("day, board with readiness");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Live-Übersicht" }).ClickAsync();
        await coordinator.SeesAsync("Termin: wartet auf D-0027");
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("day, floor with a room");
        Assert.Equal(0, await coordinator.ButtonsLike("^Zuweisen").CountAsync());

        var interpreter = await Service.SignInAsync("interpreter.vietnamesisch");
        await interpreter.SeesAsync("Der Auftraggeber wartet schon.");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("day, interpreter to say ready");
        await interpreter.PressAsync("Ich bin bereit");
        await TalkAsync(requester, interpreter);
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Termine", Exact = true }).ClickAsync();
        await coordinator.SeesAsync("Im Gespräch");
        await requester.HangUpAsync();
        await requester.SeesAsync("Sie können ihn so lange wieder betreten.");
        await requester.Button("Raum wieder betreten").WaitForAsync();
        await requester.SeesAsync("Wie war das Gespräch?");
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, after the call");
        await requester.PressAsync("Raum wieder betreten");
        await interpreter.PressAsync("Jetzt fertig");
        await TalkAsync(requester, interpreter);
        await interpreter.HangUpAsync();
        await interpreter.PressAsync("Jetzt fertig");
        await interpreter.SeesAsync("Der Auftraggeber ist gerade nicht im Raum");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("day, interpreter after the call");
    }

    [Fact]
    public async Task Before_the_end_of_the_slot_both_are_told_and_nothing_ends_by_itself()
    {
        await PlantAsync("sozialamt", "D-0026", "kat", startsIn: -11, endsIn: 4);
        await PlantAsync("sozialamt", "D-0026", "kat", startsIn: 70, endsIn: 100);
        var interpreter = await Service.SignInAsync("interpreter.georgisch");
        await interpreter.SeesAsync("Bitte melden Sie sich jetzt bereit.");
        await interpreter.Page.IsAccessibleInBothThemesAsync("day, interpreter late");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Meine Termine" }).ClickAsync();
        await interpreter.SeesAsync("Ihre nächsten Termine");
        await interpreter.PressAsync("Ich bin bereit");
        await interpreter.SeesAsync("Sie sind bereit. Der Auftraggeber ist noch nicht da.");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("day, own appointments with a room");
        var requester = await Service.SignInAsync("sozialamt");
        await requester.Page.GotoAsync("/termine");
        await requester.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Georgisch") }).First.ClickAsync();
        await requester.SeesAsync("D-0026 ist bereit");
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, page of the appointment");
        await requester.PressAsync("Raum betreten");
        await TalkAsync(requester, interpreter);
        await requester.SeesAsync("D-0026 hat um");
        await interpreter.SeesAsync("den nächsten Termin.");
        await requester.Page.GetByText(new Regex("^Der Termin endet um")).WaitForAsync();
        await interpreter.Page.GetByText(new Regex("^Sie haben um")).WaitForAsync();
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, slot about to end");
        await requester.PressAsync("Verstanden");
        await requester.Page.GetByText(new Regex("^Der Termin endet um")).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await requester.Page.EvaluateAsync("() => { const now = Date.now; Date.now = () => now() + 300_000; }");
        await requester.Page.GetByText(new Regex("^Der Termin ist seit .* zu Ende")).WaitForAsync();
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, slot over");
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task Before_the_room_opens_both_read_when_and_who_waited_in_vain_may_go()
    {
        await PlantAsync("sozialamt", "D-0003", "tir", startsIn: 30, endsIn: 60);
        await PlantAsync("geburtshilfe", "D-0003", "tir", startsIn: -17, endsIn: 10);
        await Service.Tables.PlantAsync(
            "UPDATE appointments SET ready_at = starts_at WHERE interpreter_id = (SELECT id FROM interpreters WHERE number = 'D-0003') AND starts_at < now()");
        var requester = await Service.SignInAsync("sozialamt");
        await requester.SeesAsync("Dann betreten Sie ihn hier.");
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, room not open yet");
        var interpreter = await Service.SignInAsync("interpreter.tigrinya3");
        await interpreter.SeesAsync("Dann melden Sie sich hier bereit.");
        await interpreter.PressAsync("Ich bin bereit");
        await interpreter.SeesAsync("Der Auftraggeber ist nicht gekommen.");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("day, customer did not come");
    }

    [Fact]
    public async Task Who_is_on_duty_is_rung_for_the_own_appointment_and_begins_it_with_one_press()
    {
        await PlantAsync("sozialamt", "D-0024", "ron", startsIn: 3, endsIn: 45);
        var interpreter = await Service.SignInAsync("interpreter.rumaenisch");
        await interpreter.GoOnDutyAsync();
        await interpreter.SeesAsync("Melden Sie sich bereit, sobald Sie am Platz sind.");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("day, interpreter before the start");
        var requester = await Service.SignInAsync("sozialamt");
        await requester.PressAsync("Raum betreten");
        await interpreter.SeesAsync("Ihr Termin: Sozialamt wartet");
        await interpreter.Button("Termin beginnen").WaitForAsync();
        Assert.Equal(0, await interpreter.ButtonsLike("^Ablehnen").CountAsync());
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("day, the customer rings");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Ich kann doch nicht: Termin zurückgeben" }).ClickAsync();
        await interpreter.SeesAsync("Meine Termine");
        await interpreter.ButtonLike("^Termin zurückgeben").WaitForAsync();
        await interpreter.Page.IsAccessibleInBothThemesAsync("day, the customer rings elsewhere");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Termin beginnen" }).ClickAsync();
        await interpreter.Button("Termin beginnen").WaitForAsync();
        await interpreter.Page.Keyboard.PressAsync("Alt+Shift+A");
        await TalkAsync(requester, interpreter);
        await interpreter.HangUpAsync();
    }

    [Fact]
    public async Task Who_comes_too_late_is_replaced_by_somebody_else()
    {
        await PlantAsync("asyl", "D-0001", "tir", startsIn: -16, endsIn: 40);
        var other = await Service.SignInAsync("interpreter.tigrinya2");
        await other.GoOnDutyAsync();
        var requester = await Service.SignInAsync("asyl");
        await requester.PressAsync("Raum betreten");
        await requester.SeesAsync("Wir warten auf Ihre");
        await requester.SeesAsync("D-0001 kommt zu spät. Sie müssen nicht länger warten.");
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, interpreter too late");
        await requester.PressAsync("Jetzt jemand anderen suchen");
        await requester.SeesAsync("Wir suchen für Sie");
        await requester.Page.IsAccessibleAsync("day, somebody else searched for");
        await other.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task Who_waits_for_an_interpreter_in_vain_cancels_for_nothing()
    {
        await PlantAsync("auslaenderbehoerde", "D-0018", "som", startsIn: -20, endsIn: 25);
        var requester = await Service.SignInAsync("auslaenderbehoerde");
        await requester.PressAsync("Raum betreten");
        // The card of the start page has the same button.
        await requester.SeesAsync("Wir warten auf Ihre");
        await requester.PressAsync("Kostenlos absagen");
        await requester.SeesAsync("Die Absage ist kostenlos.");
        await requester.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Kostenlos absagen" }).ClickAsync();
        await requester.SeesAsync("Der Termin ist abgesagt.");
        await requester.SeesAsync("Neue Anfrage");
        await requester.Page.IsAccessibleAsync("day, cancelled in the room");
    }

    [Fact]
    public async Task Who_waits_in_a_room_that_the_Disposition_closes_is_told_and_reads_at_the_appointment_what_became_of_it()
    {
        await PlantAsync("jugendamt", "D-0008", "arz", startsIn: -2, endsIn: 60);
        var requester = await Service.SignInAsync("jugendamt");
        await requester.PressAsync("Raum betreten");
        await requester.SeesAsync("Wir warten auf Ihre");
        await requester.Page.GetByText(new Regex("^Ab [0-9]{2}:[0-9]{2} Uhr können Sie hier jemand anderen suchen lassen")).WaitForAsync();
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, from when somebody else may be searched for");
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.Page.GotoAsync("/disposition/termine");
        await coordinator.ButtonLike("^Weitere Aktionen: .*gyptisch.*Jugendamt").First.ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Termin absagen" }).ClickAsync();
        await coordinator.ButtonLike("^Absagen für").ClickAsync();
        await requester.SeesAsync("Sie sind nicht mehr im Raum");
        await requester.Page.GetByText(new Regex("^Der Raum wurde geschlossen, weil der Termin abgesagt")).WaitForAsync();
        await requester.Page.IsAccessibleOnEveryScreenAsync("day, room closed by the Disposition");
        await requester.Page.GetByRole(AriaRole.Link, new() { Name = "Zum Termin" }).ClickAsync();
        await requester.Page.GetByText(new Regex("^Die Disposition hat den Termin abgesagt")).WaitForAsync();
    }

    /// <summary>Going out costs nothing; the way in stays.</summary>
    private static async Task LeaveAndComeBackAsync(Person requester)
    {
        await requester.PressAsync("Raum verlassen");
        await requester.SeesAsync("Sie haben den Raum verlassen.");
        await requester.PressAsync("Raum wieder betreten");
        await requester.SeesAsync("Wir warten auf Ihre Dolmetscherin");
    }

    private static async Task TalkAsync(Person requester, Person interpreter)
    {
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        await requester.Page.GetByText(new Regex("^Termin bis")).WaitForAsync();
    }

    /// <summary>Booked long ago, with an interpreter bound to it; minutes from now.</summary>
    private Task PlantAsync(string requester, string interpreter, string language, int startsIn, int endsIn) => Service.Tables.PlantAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        INSERT INTO appointments (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          starts_at, ends_at, booked_at, answer_by, asks_all, state, interpreter_id)
        SELECT gen_random_uuid(), gen_random_uuid(), users.customer_id, users.unit_id, users.id, '{language}', 'social', 'video', 'normal', false, '[]', '[]',
          now() + interval '{startsIn} minutes', now() + interval '{endsIn} minutes', now() - interval '30 days', now() - interval '20 days', false, 'assigned', interpreters.id
        FROM users
        CROSS JOIN interpreters
        WHERE users.email = '{requester}@demo.example'
          AND interpreters.number = '{interpreter}'
        """));
}
