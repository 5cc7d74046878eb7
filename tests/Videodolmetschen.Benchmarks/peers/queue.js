// graphile-worker as the queue that a team would pick: a job is added, a worker takes it, and it is done.
// Prints one line of JSON: p50 and p99 from "added" to "taken" in ms, one at a time; jobs per second with 32 in flight.
const { run } = require('graphile-worker');
const { Pool } = require('pg');

const [connectionString, samples, seconds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const waiting = new Map();
const taken = key => new Promise(resolve => waiting.set(key, resolve));

const main = async () => {
  const pgPool = new Pool({ connectionString, max: 40 });
  const runner = await run({
    pgPool,
    concurrency: 32,
    noHandleSignals: true,
    logger: new (require('graphile-worker').Logger)(() => () => {}),
    taskList: { match: payload => waiting.get(payload.key)?.(performance.now()) },
  });
  let number = 0;
  const once = async () => {
    const key = String(++number);
    const began = performance.now();
    const at = taken(key);
    await runner.addJob('match', { key });
    const took = (await at) - began;
    waiting.delete(key);
    return took;
  };
  for (let warm = 0; warm < 50; warm++) await once();
  const times = [];
  for (let sample = 0; sample < samples; sample++) times.push(await once());
  times.sort((one, other) => one - other);

  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (performance.now() - began < seconds * 1000) {
        await once();
        done++;
      }
    }),
  );
  const perSecond = (done / (performance.now() - began)) * 1000;
  console.log(JSON.stringify({ p50: times[times.length >> 1], p99: times[Math.floor(times.length * 0.99)], perSecond }));
  await runner.stop();
  await pgPool.end();
  process.exit(0);
};

main();
