namespace Videodolmetschen.Domain.Dispatch;

/// <summary>One language: who waits for it, and who can take it, grouped by profile.</summary>
internal sealed class LanguageDesk(LanguageCode language)
{
    private readonly Dictionary<Profile, ProfileGroup> _byProfile = [];
    private readonly List<ProfileGroup> _groups = [];

    public LanguageCode Language => language;

    public RequestQueue Queue { get; } = new();

    /// <summary>Those who wait for another language and would take this one, too.</summary>
    public RequestQueue Related { get; } = new();

    public bool AnyWaits => Queue.Count > 0 || Related.Count > 0;

    public IReadOnlyList<ProfileGroup> Groups => _groups;

    /// <summary>How many are free in all groups together.</summary>
    public int Free { get; set; }

    /// <summary>Somebody went off duty: waiting requests may have lost their last hope.</summary>
    public bool HopeDoubtful { get; set; }

    /// <summary>No request here was declined by more. Lets most departures pass without a look at the queue.</summary>
    public int MostDeclined { get; set; }

    /// <summary>Tells changed positions.</summary>
    public Alarm? Positions { get; set; }

    public ProfileGroup GroupFor(Profile profile)
    {
        if (!_byProfile.TryGetValue(profile, out var group))
        {
            group = new ProfileGroup(profile);
            _byProfile.Add(profile, group);
            _groups.Add(group);
        }

        return group;
    }
}

/// <summary>Interpreters who are alike in all that requirements and ranking look at.</summary>
internal sealed class ProfileGroup(Profile profile)
{
    public Profile Profile => profile;

    public HashSet<LiveInterpreter> Members { get; } = [];

    public int Known => Members.Count;

    public int OnDuty { get; set; }

    /// <summary>The longest idle first.</summary>
    public SortedSet<LiveInterpreter> Free { get; } = new(CandidateRanking.ByIdleness);
}
