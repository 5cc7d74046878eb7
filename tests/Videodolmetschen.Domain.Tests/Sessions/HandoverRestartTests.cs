using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

/// <summary>The service dies in the middle of a handover and goes on from its tables.</summary>
public class HandoverRestartTests
{
    private readonly Story _story = new();
    private readonly Interpreter _first;
    private readonly Interpreter _relief;
    private readonly Session _session;

    public HandoverRestartTests()
    {
        _first = _story.OnDuty(Given.Interpreter("first"));
        _session = _story.Talking(_first);
        _relief = _story.OnDuty(Given.Interpreter("relief"));
    }

    [Fact]
    public void While_searching_it_rings_on_and_still_nobody_relieves_herself()
    {
        var search = _story.SeeksRelief(_session);
        Restart(5);

        Assert.Equal(_relief.Id, Assert.Single(_story.RingingFor(search)).Interpreter);
        _story.Declines(_relief);
        Assert.Equal(UnservedCause.AllDeclined, _story.StateOf(search).UnservedBecause);
    }

    [Fact]
    public void While_the_relief_connects_it_may_go_on_connecting()
    {
        _story.SeeksRelief(_session);
        _story.Accepts(_relief);
        Restart(5);
        _story.Reports(_session, Party.Of(_relief.Id), true, 1);
        _story.HandsOver(_session, _first);

        Assert.Equal(_relief.Id, _story.Tables.Sessions[_session.Id].Interpreter);
    }

    [Fact]
    public void In_the_overlap_it_is_handed_over_as_promised()
    {
        _story.Joins(_session, _relief);
        _story.Wait(10);
        Restart(5);
        _story.Wait(15);

        Assert.Equal(_relief.Id, _story.Tables.Sessions[_session.Id].Interpreter);
    }

    [Fact]
    public void In_the_overlap_a_relief_that_does_not_come_back_takes_nothing_over()
    {
        _story.Joins(_session, _relief);
        _story.Restart(40);
        Come(_first);
        for (var i = 0; i < 3; i++)
        {
            _story.Wait(20);
            _story.BothReportMedia(_session, 20);
        }

        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
        Assert.Equal(StintState.Left, _story.StintOf(_session, _relief).State);
    }

    [Fact]
    public void After_the_handover_the_relief_goes_on_as_the_one_who_interprets()
    {
        _story.Joins(_session, _relief);
        _story.Wait(20);
        _story.HandsOver(_session, _first);
        Restart(5);
        _story.Wait(10);
        _story.EndsBy(_session, Party.Of(_relief.Id));

        Assert.Equal((20, 15), (_story.StintOf(_session, _first).BillableSeconds!.Value, _story.StintOf(_session, _relief).BillableSeconds!.Value));
    }

    [Fact]
    public void A_search_that_found_nobody_is_still_known_to_have_found_nobody()
    {
        _story.SeeksRelief(_session);
        _story.Declines(_relief);
        Restart(5);

        Assert.Equal(RequestState.Unserved, _story.SituationOf(Party.Of(_first.Id)).Session!.Relief!.Request.State);
    }

    [Fact]
    public void An_end_told_long_after_it_leaves_nothing_that_cannot_be_read()
    {
        _story.SeeksRelief(_session);
        _story.Wait(25);
        _story.Reports(_session, Party.Of(_session.Requester), true, 0);
        _story.EndsBy(_session, Party.Of(_session.Requester));
        _story.Wait(110);
        Restart(5);

        Assert.Null(_story.SituationOf(Party.Of(_first.Id)).Session);
    }

    private void Restart(double downSeconds)
    {
        _story.Restart(downSeconds);
        Come(_first);
        Come(_relief);
    }

    private void Come(Interpreter interpreter) => _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
}
