import { expect, test } from 'vitest';
import { type Locks, RingingTab } from './ringingTab';

/** One browser's locks: a queue, and the right to take the lock away. */
class PlayedLocks implements Locks {
  private holder: { fail: (error: Error) => void } | undefined;
  private readonly queue: (() => void)[] = [];

  request(_: string, options: { steal: boolean } | { signal: AbortSignal }, held: () => Promise<void>) {
    return new Promise<void>((resolve, reject) => {
      const enter = () => {
        const mine = { fail: reject };
        this.holder = mine;
        void held().then(() => {
          if (this.holder === mine) this.next();
          resolve();
        });
      };
      if ('signal' in options) {
        options.signal.addEventListener('abort', () => {
          const place = this.queue.indexOf(enter);
          if (place >= 0) this.queue.splice(place, 1);
          reject(new Error('aborted'));
        });
        if (this.holder) this.queue.push(enter);
        else enter();
      } else {
        this.holder?.fail(new Error('stolen'));
        enter();
      }
    });
  }

  private next(): void {
    this.holder = undefined;
    this.queue.shift()?.();
  }
}

const settled = () => new Promise(resolve => setImmediate(resolve));
const ringing = (...tabs: RingingTab[]) => tabs.map(tab => tab.rings.getSnapshot());

function given() {
  const locks = new PlayedLocks();
  return [new RingingTab(locks), new RingingTab(locks)] as const;
}

test('only one of two tabs rings', async () => {
  const [first, second] = given();
  first.join(false);
  second.join(false);
  await settled();
  expect(ringing(first, second)).toEqual([true, false]);
});

test('the tab that comes to the front rings, and the other one stops', async () => {
  const [first, second] = given();
  first.join(true);
  second.join(true);
  await settled();
  expect(ringing(first, second)).toEqual([false, true]);
});

test('when the ringing tab is closed, the other one rings', async () => {
  const [first, second] = given();
  first.join(true);
  second.join(true);
  await settled();
  second.leave();
  await settled();
  expect(ringing(first, second)).toEqual([true, false]);
});

test('coming to the front again and again takes one place only', async () => {
  const [first, second] = given();
  for (let i = 0; i < 5; i++) {
    first.join(true);
    await settled();
    second.join(true);
    await settled();
  }
  second.leave();
  await settled();
  first.leave();
  await settled();
  expect(ringing(first, second)).toEqual([false, false]);
});

test('without web locks the tab rings', () => {
  const tab = new RingingTab(undefined);
  tab.join(false);
  expect(tab.rings.getSnapshot()).toBe(true);
});
