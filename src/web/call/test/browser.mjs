// Two to four real Chromium pages with fake cameras; the test is the server between them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const flags = [
  '--use-fake-device-for-media-stream=fps=15,device-count=3',
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
  const url = `http://localhost:${port}/call/test/harness.html`;
  return {
    openPair: () => openPair(browser, url),
    openTable: seats => openTable(browser, url, seats, { small: true }),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Two people: the one who sat down later offers. */
async function openPair(browser, url) {
  const table = await openTable(browser, url, ['answerer', 'offerer']);
  const { look, begin, reload, close } = table;
  const pair = { ...table.pages, lose: () => false, look, begin, reload, close };
  table.lose = (signal, from) => pair.lose(signal, from);
  return pair;
}

/** So many people around one table, in the order in which they sat down. */
async function openTable(browser, url, seats, usual = {}) {
  const table = { pages: {}, seats: [...seats], lose: () => false };
  for (const seat of seats) table.pages[seat] = await openPage(browser, url, table, seat);
  const others = seat => {
    const at = table.seats.indexOf(seat);
    return table.seats
      .map((other, place) => ({ seat: other, offersFirst: place < at ? 'own' : 'other' }))
      .filter(other => other.seat !== seat);
  };
  table.others = others;
  table.begin = (seat, options) =>
    table.pages[seat].evaluate(
      ([them, more]) => window.begin(them, more),
      [others(seat), { ...usual, ...options }],
    );
  table.follow = seat => table.pages[seat].evaluate(them => window.mesh.follow(them), others(seat));
  table.look = (seat, other) => table.pages[seat].evaluate(of => window.look(of ?? undefined), other);
  table.reload = async (seat, options) => {
    await table.pages[seat].reload();
    await table.pages[seat].waitForFunction(() => window.begin);
    await table.begin(seat, options);
  };
  table.close = () => Promise.all(Object.values(table.pages).map(page => page.context().close()));
  return table;
}

async function openPage(browser, url, table, seat) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  page.on('pageerror', error => console.log(`  ${seat}: ${error}`));
  await page.exposeFunction('sendSignal', (to, signal) => {
    if (table.lose(signal, seat, to)) return;
    // A page that is just being reloaded misses the signal, as with the real server.
    return table.pages[to]
      ?.evaluate(([from, payload]) => window.receive(from, payload), [seat, signal])
      .catch(() => undefined);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.begin);
  return page;
}

/** Pictures arrive and are decoded in every pair, both ways. */
export async function allPicturesGrow(table, within = 20_000) {
  for (const seat of table.seats)
    for (const { seat: other } of table.others(seat)) await pictureGrows(table, seat, other, within);
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
  for (const side of ['offerer', 'answerer']) await pictureGrows(pair, side, undefined, within);
}

async function pictureGrows(table, seat, other, within) {
  let before = await table.look(seat, other);
  await until(
    `pictures at the ${seat}${other ? ` from the ${other}` : ''}`,
    async () => {
      const now = await table.look(seat, other);
      if (now.epoch !== before.epoch) before = now;
      return now.framesIn > before.framesIn + 3 && now.state === 'connected' ? true : now;
    },
    within,
  );
}
