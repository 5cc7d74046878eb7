import { beforeEach, expect, test } from 'vitest';
import { MediaWatch } from './mediaWatch';

let watch: MediaWatch;
beforeEach(() => {
  watch = new MediaWatch();
});

/** Looks twice a second from `from` to `to`; gives the reports. */
function look(from: number, to: number, bytes: (at: number) => number) {
  const reports = [];
  for (let at = from; at <= to; at += 500) {
    const report = watch.look(bytes(at), at);
    if (report) reports.push({ at, ...report });
  }
  return reports;
}

test('media flows with the first bytes', () => {
  expect(look(0, 1000, at => at)).toEqual([{ at: 500, flowing: true, forSeconds: 0 }]);
});

test('flowing media is reported every ten seconds with how long it has flowed', () => {
  const reports = look(0, 25_000, at => at);
  expect(reports.map(report => report.forSeconds)).toEqual([0, 10, 20]);
});

test('without bytes for 1.5 seconds media stands still, once', () => {
  look(0, 5000, at => at);
  expect(look(5500, 9000, () => 5000)).toEqual([{ at: 6500, flowing: false, forSeconds: 1.5 }]);
});

test('a new peer connection that counts from zero is no stall', () => {
  look(0, 5000, at => at * 100);
  expect(look(5500, 8000, at => at - 5500)).toEqual([]);
});

test('a page that slept does not take its own sleep for a stall', () => {
  look(0, 5000, at => at);
  expect([watch.look(5000, 60_000), watch.look(5600, 60_500)]).toEqual([
    null,
    expect.objectContaining({ flowing: true }),
  ]);
});

test('before the first byte there is nothing to report', () => {
  expect([look(0, 9000, () => 0), watch.report(9000)]).toEqual([[], { flowing: false, forSeconds: 0 }]);
});
