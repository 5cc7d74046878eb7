using System.Diagnostics;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Benchmarks;

/// <summary>The decision alone, in memory: a small house against a big one. A cycle is one request and its acceptance.</summary>
internal static class Decisions
{
    private const int Cycles = 60;

    public static IReadOnlyList<(int Interpreters, int Waiting)> Sizes { get; } =
        [.. from interpreters in new[] { 100, 1_000, 20_000 } from waiting in new[] { 10, 1_000, 10_000 } select (interpreters, waiting)];

    /// <summary>For each size the median p50 in ms, and its ratio to the smallest within a round.</summary>
    public static IReadOnlyDictionary<(int Interpreters, int Waiting), (double P50, double Growth)> Measure(int count)
    {
        // The first pass warms up the compiler and does not count.
        Measure(100, 10);
        Measure(100, 10);
        List<double[]> rounds = [.. Enumerable.Range(0, count).Select(_ => Sizes.Select(size => Measure(size.Interpreters, size.Waiting).P50).ToArray())];
        return Sizes.Index().ToDictionary(
            size => size.Item,
            size => (Median.Of(rounds, round => round[size.Index]), Median.Of(rounds, round => round[size.Index] / round[0])));
    }

    private static Durations Measure(int interpreters, int waiting)
    {
        var house = new House(interpreters, waiting);
        var durations = new Durations();
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var began = Stopwatch.GetTimestamp();
            house.Serve();
            durations.Add(began, Stopwatch.GetTimestamp());
        }

        return durations;
    }

    private sealed class House
    {
        private static readonly LanguageCode Common = new("kmr");
        private static readonly LanguageCode Rare = new("tig");
        private readonly Dispatcher _dispatcher = new(new DispatchPolicy(), Guid.CreateVersion7);
        private DateTimeOffset _now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        public House(int interpreters, int waiting)
        {
            _dispatcher.Load(new DispatchSnapshot([], [], [], [], []), _now);
            for (var number = 0; number < interpreters; number++)
            {
                ComesOnDuty(Common);
            }

            // The only one for the rare language is in a session: everybody else waits for her.
            ComesOnDuty(Rare);
            Accept(Ask(Rare));
            for (var number = 0; number < waiting; number++)
            {
                Ask(Rare);
            }
        }

        public void Serve() => Accept(Ask(Common));

        private void ComesOnDuty(LanguageCode language)
        {
            var interpreter = new Interpreter
            {
                Id = new InterpreterId(Guid.CreateVersion7()),
                Number = "D-0001",
                DisplayName = "Messperson",
                Gender = Gender.Female,
                Languages = [new SpokenLanguage(language, QualificationLevel.CertifiedCommunity)],
            };
            Do(new DispatchCommand.TakeInterpreter(interpreter));
            Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
            Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Available));
        }

        private DispatchOutcome Ask(LanguageCode language) => Do(new DispatchCommand.RequestInterpreter(new InterpretingRequest
        {
            Id = new RequestId(Guid.CreateVersion7()),
            Key = Guid.CreateVersion7(),
            Customer = new CustomerId(Guid.Empty),
            Unit = new UnitId(Guid.Empty),
            Requester = new UserId(Guid.CreateVersion7()),
            Language = language,
            Field = Field.Asylum,
            Modality = Modality.Video,
            RequestedAt = _now,
        }));

        private void Accept(DispatchOutcome asked)
        {
            var offer = asked.Notices.OfType<Notice.OfferReceived>().First().Offer;
            Do(new DispatchCommand.AcceptOffer(offer.Id, offer.Interpreter));
        }

        private DispatchOutcome Do(DispatchCommand command)
        {
            _now += TimeSpan.FromMilliseconds(0.1);
            return _dispatcher.Handle(command, _now);
        }
    }
}
