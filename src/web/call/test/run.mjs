import { performance } from 'node:perf_hooks';
import { openBrowser } from './browser.mjs';
import { scenarios } from './scenarios.mjs';

const only = process.argv[2];
const browser = await openBrowser();
let passed = 0;
let failed = 0;
for (const [name, run] of Object.entries(scenarios)) {
  if (only && !name.includes(only)) continue;
  const pair = await browser.openPair();
  const began = performance.now();
  try {
    const figures = await run(pair);
    passed++;
    console.log(`ok   ${name} (${Math.round(performance.now() - began)} ms)${figures ? `: ${figures}` : ''}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}: ${error.message}`);
  }
  await pair.close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
