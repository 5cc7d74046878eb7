import { performance } from 'node:perf_hooks';
import { openBrowser } from './browser.mjs';
import { measurements, scenarios, tables } from './scenarios.mjs';

const only = process.argv[2];
const browser = await openBrowser();
let passed = 0;
let failed = 0;

async function play(name, run) {
  if (only && !name.includes(only)) return;
  const began = performance.now();
  try {
    const figures = await run();
    passed++;
    console.log(`ok   ${name} (${Math.round(performance.now() - began)} ms)${figures ? `: ${figures}` : ''}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}: ${error.message}`);
  }
}

for (const [name, run] of Object.entries(scenarios))
  await play(name, async () => {
    const pair = await browser.openPair();
    try {
      return await run(pair);
    } finally {
      await pair.close();
    }
  });
for (const [name, run] of Object.entries(tables))
  await play(name, async () => {
    let table;
    try {
      await run(async seats => {
        table = await browser.openTable(seats);
        return table;
      });
    } finally {
      await table?.close();
    }
  });
for (const [name, run] of Object.entries(measurements))
  if (only) await play(name, () => run(browser.openPair));
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
