using Videodolmetschen.Benchmarks;

// dotnet run -c Release --project tests/Videodolmetschen.Benchmarks [-- --quick] [only SCENARIO]
return args switch
{
    ["bare-hub", var sockets, var port] => await BareHub.RunAsync(sockets == "inline", port),
    ["--quick"] => await FullTable.RunAsync(Effort.Quick),
    ["--quick", "only", var scenario] => await FullTable.RunAsync(Effort.Quick, scenario),
    ["only", var scenario] => await FullTable.RunAsync(Effort.Full, scenario),
    [] => await FullTable.RunAsync(Effort.Full),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Videodolmetschen.Benchmarks [--quick] [only SCENARIO]");
    return 2;
}
