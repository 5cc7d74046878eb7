using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

public sealed class SeatTests
{
    [Fact]
    public void A_seat_is_read_as_it_was_written()
    {
        Seat[] seats = [Seat.Requester, Seat.Interpreter, Seat.InterpreterNumber(2), Seat.Guest(1), Seat.Guest(Seat.NumberAtMost)];
        Assert.All(seats, seat => Assert.Equal((true, seat), (Seat.TryParse(seat.ToString(), out var read), read)));
        Assert.Equal(["requester", "interpreter", "interpreter_2", "guest_1", "guest_99"], seats.Select(seat => seat.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("guest")]
    [InlineData("guest_")]
    [InlineData("guest_0")]
    [InlineData("guest_01")]
    [InlineData("guest_+1")]
    [InlineData("guest_100")]
    [InlineData("interpreter_1")]
    [InlineData("requester_2")]
    [InlineData("Requester")]
    [InlineData("coordinator")]
    public void Nothing_else_is_a_seat(string? text) => Assert.False(Seat.TryParse(text, out _));

    [Fact]
    public void The_first_interpreter_is_interpreter_number_one() => Assert.Equal(Seat.Interpreter, Seat.InterpreterNumber(1));
}
