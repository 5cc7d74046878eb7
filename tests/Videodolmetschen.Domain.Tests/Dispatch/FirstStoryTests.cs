using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class FirstStoryTests
{
    [Fact]
    public void From_the_press_of_the_button_to_the_billed_session()
    {
        var story = new Story();
        var interpreter = story.OnDuty(Given.Interpreter());
        var request = story.Asks(Given.Request());
        Assert.Equal(RequestState.Offered, request.State);

        var session = story.BothReportMedia(story.Accepts(interpreter));
        Assert.Equal(SessionState.Active, session.State);
        story.Wait(20);
        story.BothReportMedia(session, 20);
        story.Wait(20);
        story.BothReportMedia(session, 40);
        story.Wait(5);
        session = story.EndsBy(session, Party.Of(request.Requester));

        Assert.Equal(45, session.Clock.BillableSeconds);
        Assert.Equal(RequestState.Fulfilled, story.StateOf(request).State);
        Assert.Equal(PresenceState.WrapUp, story.PresenceOf(interpreter).State);
        story.Wait(15);
        Assert.Equal(PresenceState.Available, story.PresenceOf(interpreter).State);
    }
}
