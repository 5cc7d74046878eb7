using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>People are asked early whether they are still there, and have long to answer.</summary>
public sealed class QuickToAsk(RealPostgres postgres, Chromium chromium, SpareService spare) : LiveService(postgres, chromium, spare)
{
    protected override string[] Settings =>
    [
        "Dispatch:Policy:SilenceUntilCheck=00:00:05", "Dispatch:Policy:CheckEvery=00:01:00",
        "Dispatch:Policy:OfferLife=00:01:00", "Dispatch:Policy:BreakAfter=00:00:01", "Dispatch:Policy:BreakQuestion=00:02:00", "Dispatch:Policy:WrapUp=00:01:00",
    ];
}

/// <summary>Rules around a conversation.</summary>
public sealed class TalkTests(QuickToAsk service) : Story(service), IClassFixture<QuickToAsk>
{
    /// <summary>A microphone in an empty room.</summary>
    private const string Silence = """
        const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async wanted => {
          const stream = await open(wanted);
          if (stream.getAudioTracks().length === 0) return stream;
          const silent = new AudioContext().createMediaStreamDestination().stream;
          return new MediaStream([...silent.getAudioTracks(), ...stream.getVideoTracks()]);
        };
        """;

    [Fact]
    public async Task A_conversation_that_is_no_use_ends_without_cost_goes_on_with_somebody_else_and_the_Disposition_hears_of_it()
    {
        var first = await OnDutyAsync("interpreter.tigrinya");
        var requester = await Service.SignInAsync("auslaenderbehoerde");
        await requester.AskForAsync("Tigrinya");
        await first.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        var second = await OnDutyAsync("interpreter.tigrinya2");
        await requester.ButtonLike("^Reklamieren").ClickAsync();
        await requester.Page.GetByText("Verständigung unzureichend").ClickAsync();
        await requester.Page.IsAccessibleAsync("complaint");
        await requester.PressAsync("Kostenlos beenden");
        await requester.Button("Sofort neu verbinden").WaitForAsync();
        await requester.Page.IsAccessibleAsync("complaint made");
        await requester.PressAsync("Sofort neu verbinden");
        await second.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
        await RecordAsync(requester);
        Assert.Contains(await Service.Tables.SessionsOfAsync(requester.Email), session => session is { EndReason: "quality_complaint", BillableSeconds: 0 });
        await SayHowItWasAsync(requester, second);
        await HearOfItAsync();
    }

    /// <summary>The signed record, from the screen after the call, and what a stranger reads who was handed it.</summary>
    private async Task RecordAsync(Person requester)
    {
        var file = await requester.Page.RunAndWaitForDownloadAsync(() => requester.Page.GetByRole(AriaRole.Link, new() { Name = "Nachweis (PDF)" }).ClickAsync());
        Assert.EndsWith(".pdf", file.SuggestedFilename, StringComparison.Ordinal);
        var code = await Service.Tables.RecordCodeAsync();

        await using var strange = await Service.NewContextAsync();
        var page = await strange.NewPageAsync();
        await page.GotoAsync("/nachweis#" + code);
        await page.GetByText("Der Nachweis ist echt").WaitForAsync();
        await page.GetByText("Das Gespräch wurde nicht aufgezeichnet.").WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("record verified");
        await page.GetByLabel("Prüfcode").FillAsync(code[..^1] + (code[^1] == '0' ? '1' : '0'));
        await page.GetByRole(AriaRole.Button, new() { Name = "Prüfen", Exact = true }).ClickAsync();
        await page.GetByText("Kein gültiger Nachweis").WaitForAsync();
        await page.IsAccessibleAsync("record not valid");
    }

    /// <summary>One tap each; one of them says what was amiss and takes it back.</summary>
    private static async Task SayHowItWasAsync(Person requester, Person interpreter)
    {
        await interpreter.Page.GetByRole(AriaRole.Radio, new() { Name = "Gut" }).ClickAsync();
        await interpreter.SeesAsync("Danke, Ihre Rückmeldung ist gespeichert.");
        await requester.Page.IsAccessibleAsync("feedback asked");
        await requester.Page.GetByRole(AriaRole.Radio, new() { Name = "Mittel" }).PressAsync("Enter");
        await requester.Button("Ton").ClickAsync();
        await requester.Page.IsAccessibleAsync("feedback given");
        await interpreter.Page.IsAccessibleAsync("feedback given by interpreter");
        await requester.PressAsync("Zurücknehmen");
        await requester.SeesAsync("Ihre Rückmeldung ist zurückgenommen.");
        await requester.Page.GetByRole(AriaRole.Link, new() { Name = "Verlauf" }).ClickAsync();
        await requester.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Nachweis \\(PDF\\): Tigrinya") }).First.WaitForAsync();
        await requester.ButtonLike("^Rückmeldung geben: Tigrinya").ClickAsync();
        await requester.Page.GetByRole(AriaRole.Radio, new() { Name = "Schlecht" }).ClickAsync();
        await requester.SeesAsync("Danke, Ihre Rückmeldung ist gespeichert.");
        await requester.Page.IsAccessibleAsync("feedback from the history");
    }

    private async Task HearOfItAsync()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Rückmeldungen" }).ClickAsync();
        await coordinator.SeesAsync("3 Rückmeldungen");
        await page.IsAccessibleAsync("coordinator feedback");
        await page.GetByText("Nur Beschwerden und Schlechtes").ClickAsync();
        await coordinator.SeesAsync("2 Rückmeldungen");
        // The list comes anew with the same two; a press on the old one would be lost.
        await page.RunAndWaitForResponseAsync(() => page.GetByText("Nur Offenes").ClickAsync(), answer => answer.Url.Contains("/api/feedback", StringComparison.Ordinal));
        await coordinator.SeesAsync("2 Rückmeldungen");
        await coordinator.ButtonLike("^Als erledigt kennzeichnen").ClickAsync();
        await page.GetByText("1 Rückmeldung", new() { Exact = true }).WaitForAsync();
        await page.GetByText("Nur Offenes").ClickAsync();
        await coordinator.SeesAsync("von Jonas Reuter");
        await page.SetViewportSizeAsync(320, 720);
        await page.IsAccessibleAsync("coordinator feedback narrow");
        await page.IsNotWiderThanAsync(320, "coordinator feedback");
    }

    [Fact]
    public async Task Whoever_gives_no_sign_is_asked_and_one_key_answers()
    {
        var interpreter = await OnDutyAsync("interpreter.somali");
        var requester = await Service.SignInAsync("asyl");
        foreach (var person in new[] { interpreter, requester })
        {
            await person.Page.AddInitScriptAsync(Silence);
            await person.Page.ReloadAsync();
            await person.IsConnectedAsync();
        }

        await requester.AskForAsync("Somali");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.SeesAsync("Sind Sie noch da?");
        await requester.Page.IsAccessibleAsync("still there");
        await requester.Page.Keyboard.PressAsync("j");
        await requester.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, ich bin noch da" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await interpreter.Page.PictureAsync("still there, other side");
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task An_offer_gets_more_time_once()
    {
        var interpreter = await OnDutyAsync("interpreter.vietnamesisch");
        var requester = await Service.SignInAsync("jugendamt");
        await requester.AskForAsync("Vietnamesisch");
        await interpreter.IsRungAsync();
        await interpreter.Page.PictureAsync("offer with more time to ask for");
        await interpreter.Page.Keyboard.PressAsync("Alt+Shift+Z");
        await interpreter.SeesAsync("Zeit einmal verlängert");
        await interpreter.Page.IsAccessibleAsync("offer extended");
        Assert.False(await interpreter.Button("Mehr Zeit").IsVisibleAsync());
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task After_long_interpreting_one_tap_takes_a_break_and_emergencies_may_be_allowed_in_it()
    {
        var interpreter = await OnDutyAsync("interpreter.georgisch");
        var requester = await Service.SignInAsync("sozialamt");
        await requester.AskForAsync("Georgisch");
        await interpreter.AcceptAsync();
        await requester.ClockReachesAsync(11);
        await requester.HangUpAsync();
        await interpreter.SeesAsync("10 Minuten Pause?");
        await interpreter.Page.IsAccessibleAsync("break offered");
        await interpreter.PressAsync("Pause machen");
        await interpreter.SeesAsync("Sie machen Pause");
        await interpreter.Page.GetByText("In Notfällen darf es auch in meiner Pause klingeln").ClickAsync();
        await interpreter.SeesAsync("Auch in der Pause nach langem Dolmetschen");
        await interpreter.Page.IsAccessibleAsync("break taken");
        await interpreter.PressAsync("Pause beenden");
        await interpreter.SeesAsync("Sie sind im Dienst.");
    }

    private async Task<Person> OnDutyAsync(string name)
    {
        var interpreter = await Service.SignInAsync(name);
        await interpreter.GoOnDutyAsync();
        return interpreter;
    }
}
