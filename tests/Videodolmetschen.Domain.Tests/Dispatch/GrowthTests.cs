using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

/// <summary>A decision touches candidates, not the world. Memory touched stands for steps taken: it is the same on every machine.</summary>
public class GrowthTests
{
    [Fact]
    public void A_decision_in_a_big_world_takes_no_more_than_in_a_small_one()
    {
        var small = new World(interpreters: 100, waiting: 10);
        var big = new World(interpreters: 20_000, waiting: 10_000);

        Assert.InRange(big.BytesPerCycle(), 1, small.BytesPerCycle() * 1.2);
    }

    private sealed class World
    {
        private readonly Dispatcher _dispatcher = new(new DispatchPolicy(), Given.NewId);
        private DateTimeOffset _now = Given.MondayMorning;

        public World(int interpreters, int waiting)
        {
            _dispatcher.Load(new DispatchSnapshot([], [], [], [], []), _now);
            for (var i = 0; i < interpreters; i++)
            {
                ComesOnDuty(Given.Interpreter().At((QualificationLevel)((i % 6) + 1)));
            }

            // One who speaks Dari is in a session: everybody else who needs Dari waits.
            ComesOnDuty(Given.Interpreter(language: Given.Dari));
            Accept(Ask(Given.Dari));
            for (var i = 0; i < waiting; i++)
            {
                Ask(Given.Dari);
            }
        }

        public double BytesPerCycle()
        {
            var costs = Enumerable.Range(0, 40).Select(_ =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                Accept(Ask(Given.Kurmanji));
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
            return costs.Order().ElementAt(20);
        }

        private void ComesOnDuty(Interpreter interpreter)
        {
            Do(new DispatchCommand.TakeInterpreter(interpreter));
            Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
            Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Available));
        }

        private DispatchOutcome Ask(LanguageCode language)
        {
            var request = Given.Request(language) with { RequestedAt = _now };
            return Do(new DispatchCommand.RequestInterpreter(request));
        }

        private void Accept(DispatchOutcome asked)
        {
            var offer = asked.Notices.OfType<Notice.OfferReceived>().First().Offer;
            Assert.IsType<DispatchReply.OfferAccepted>(Do(new DispatchCommand.AcceptOffer(offer.Id, offer.Interpreter)).Reply);
        }

        private DispatchOutcome Do(DispatchCommand command)
        {
            _now += TimeSpan.FromMilliseconds(0.1);
            return _dispatcher.Handle(command, _now);
        }
    }
}
