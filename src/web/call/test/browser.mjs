// Two real Chromium pages with fake cameras; the test is the server between them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const flags = [
  '--use-fake-device-for-media-stream=fps=30,device-count=3',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath))
    throw new Error(`No Chromium at ${executablePath}: install it or set CHROMIUM.`);
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, hmr: false },
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath, args: flags });
  const { port } = server.httpServer.address();
  return {
    openPair: () => openPair(browser, `http://localhost:${port}/call/test/harness.html`),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function openPair(browser, url) {
  const pair = { offerer: null, answerer: null, lose: () => false };
  for (const [side, other] of [
    ['offerer', 'answerer'],
    ['answerer', 'offerer'],
  ]) {
    const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
    const page = await context.newPage();
    page.on('pageerror', error => console.log(`  ${side}: ${error}`));
    await page.exposeFunction('sendSignal', signal => {
      if (pair.lose(signal, side)) return;
      // A page that is just being reloaded misses the signal, as with the real server.
      return pair[other].evaluate(payload => window.receive(payload), signal).catch(() => undefined);
    });
    await page.goto(url);
    await page.waitForFunction(() => window.begin);
    pair[side] = page;
  }
  pair.begin = (side, options) =>
    pair[side].evaluate(([role, more]) => window.begin(role, more), [side, options]);
  pair.look = side => pair[side].evaluate(() => window.look());
  pair.reload = async (side, options) => {
    await pair[side].reload();
    await pair[side].waitForFunction(() => window.begin);
    await pair.begin(side, options);
  };
  pair.close = () => Promise.all([pair.offerer.context().close(), pair.answerer.context().close()]);
  return pair;
}

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Polls until it is so, or says what was there instead. */
export async function until(what, check, within = 15_000) {
  const end = Date.now() + within;
  let last;
  while (Date.now() < end) {
    last = await check();
    if (last === true) return;
    await pause(50);
  }
  throw new Error(`${what}: not within ${within} ms, last ${JSON.stringify(last)}`);
}

/** Pictures arrive and are decoded on both sides. */
export async function picturesGrow(pair, within = 15_000) {
  for (const side of ['offerer', 'answerer']) {
    let before = await pair.look(side);
    await until(
      `pictures at the ${side}`,
      async () => {
        const now = await pair.look(side);
        if (now.epoch !== before.epoch) before = now;
        return now.framesIn > before.framesIn + 3 && now.state === 'connected' ? true : now;
      },
      within,
    );
  }
}
