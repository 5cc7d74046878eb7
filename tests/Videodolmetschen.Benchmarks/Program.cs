using Videodolmetschen.Benchmarks;

// dotnet run -c Release --project tests/Videodolmetschen.Benchmarks [-- --quick | -- decisions]
return args switch
{
    ["bare-hub", var port] => await BareHub.RunAsync(port),
    ["decisions"] => Decisions.Run(),
    ["profile", var seconds] => await Profile.RunAsync(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)),
    ["--quick"] => await WholeService.RunAsync(Effort.Quick),
    [] => await WholeService.RunAsync(Effort.Full),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Videodolmetschen.Benchmarks [--quick | decisions]");
    return 2;
}
