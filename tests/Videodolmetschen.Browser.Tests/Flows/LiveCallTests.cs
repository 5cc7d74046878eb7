using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Ask for an interpreter, be on screen with one.</summary>
public sealed class LiveCallTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task The_first_to_accept_is_on_screen_with_the_case_worker_and_the_session_is_stored_with_its_time()
    {
        var (requester, interpreter) = await TalkAsync("auslaenderbehoerde", "interpreter.tigrinya", "Tigrinya");
        await requester.ClockReachesAsync(11);
        await requester.HangUpAsync();
        await interpreter.SeesAsync("Nachbereitung");
        await requester.SeesAsync("Neue Anfrage");

        var session = Assert.Single(await Service.Tables.SessionsOfAsync(requester.Email));
        Assert.Equal(("ended", "hang_up_requester"), (session.State, session.EndReason));
        Assert.InRange(session.BillableSeconds!.Value, 11, (int)Math.Ceiling(session.LastedSeconds!.Value));
    }

    [Fact]
    public async Task A_withdrawn_request_stops_ringing()
    {
        var interpreter = await OnDutyAsync("interpreter.vietnamesisch");
        var requester = await Service.SignInAsync("jugendamt");
        await requester.AskForAsync("Vietnamesisch");
        await interpreter.IsRungAsync();
        await requester.PressAsync("Anfrage zurückziehen");
        await interpreter.SeesAsync("Die Anfrage wurde zurückgezogen.");
        await requester.SeesAsync("Neue Anfrage");
    }

    [Fact]
    public async Task A_withdrawal_can_be_undone()
    {
        var interpreter = await OnDutyAsync("interpreter.georgisch");
        var requester = await Service.SignInAsync("sozialamt");
        await requester.AskForAsync("Georgisch");
        await interpreter.IsRungAsync();
        await requester.PressAsync("Anfrage zurückziehen");
        await requester.PressAsync("Rückgängig");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task A_reload_brings_the_person_back_into_the_same_call()
    {
        var (requester, interpreter) = await TalkAsync("asyl", "interpreter.somali", "Somali");
        await requester.Page.ReloadAsync();
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        await interpreter.Page.ReloadAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.ClockReachesAsync(12);
        await interpreter.HangUpAsync();
        await requester.SeesAsync("Neue Anfrage");
        Assert.Single(await Service.Tables.SessionsOfAsync(requester.Email));
    }

    [Fact]
    public async Task Nobody_on_duty_is_said_at_once_with_what_to_do()
    {
        var requester = await Service.SignInAsync("klinik");
        await requester.AskForAsync("Rundi", "Gesundheit");
        await requester.SeesAsync("Es wurde niemand gefunden");
        await requester.SeesAsync("niemand mit dieser Sprache im Dienst");
        await requester.Button("Noch einmal anfragen").WaitForAsync();
    }

    [Fact]
    public async Task An_emergency_at_a_clinic_is_held_goes_on_and_ends_in_the_pause_that_was_asked_for()
    {
        var interpreter = await OnDutyAsync("interpreter.kurmandschi");
        var requester = await Service.SignInAsync("geburtshilfe");
        await requester.ChooseAsync("Kurmandschi", "Gesundheit");
        await requester.Page.GetByText("Notfall", new() { Exact = true }).ClickAsync();
        await requester.PressAsync("Weitere Angaben");
        await requester.Page.GetByLabel("Dialekt oder Herkunft").SelectOptionAsync("Badini");
        await requester.Page.GetByLabel("Wie wichtig ist der Dialekt?").SelectOptionAsync("Unbedingt, auch wenn dann niemand frei ist");
        await requester.PressAsync("Jetzt verbinden");
        await interpreter.SeesAsync("Dialekt: Badini");
        await interpreter.Page.GetByRole(AriaRole.Article).GetByText("Notfall").WaitForAsync();
        await interpreter.SeesAsync("Warum klingelt es bei mir?");
        await interpreter.Page.GetByText("Warum klingelt es bei mir?").ClickAsync();
        await interpreter.SeesAsync("Sie dolmetschen Kurdisch (Kurmandschi)");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        await interpreter.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Halten") }).ClickAsync();
        await requester.SeesAsync("Gehalten durch");
        await interpreter.PressAsync("Weitersprechen");
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
        await interpreter.SeesAsync("Danach sind Sie wieder im Dienst");
        await interpreter.Page.GetByRole(AriaRole.Radio, new() { Name = "Pause" }).ClickAsync();
        await interpreter.SeesAsync("Danach sind Sie in Pause");
        await Assertions.Expect(interpreter.Page.GetByRole(AriaRole.Radio, new() { Name = "Pause" })).ToBeCheckedAsync();
        await interpreter.PressAsync("Jetzt fertig");
        await interpreter.SeesAsync("Sie machen Pause");
    }

    private async Task<Person> OnDutyAsync(string name)
    {
        var interpreter = await Service.SignInAsync(name);
        await interpreter.GoOnDutyAsync();
        return interpreter;
    }

    private async Task<(Person Requester, Person Interpreter)> TalkAsync(string requesterName, string interpreterName, string language, string field = "Asyl")
    {
        var interpreter = await OnDutyAsync(interpreterName);
        var requester = await Service.SignInAsync(requesterName);
        await requester.AskForAsync(language, field);
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        return (requester, interpreter);
    }
}
