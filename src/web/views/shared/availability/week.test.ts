import { expect, test } from 'vitest';
import {
  drawn,
  formatMinute,
  hoursOf,
  merged,
  minuteAt,
  newRow,
  onWorkingDays,
  proposed,
  pulled,
  toRows,
} from './week';

const row = (day: number, from: number, to: number) => newRow({ day, from, to });
const times = (windows: { day: number; from: number; to: number }[]) =>
  windows.map(({ day, from, to }) => `${day} ${formatMinute(from)}-${formatMinute(to)}`);

test('what overlaps or touches is one window, and what goes over midnight is two', () => {
  expect(times(merged([row(1, 720, 780), row(1, 480, 720), row(5, 1320, 360)]))).toEqual([
    '1 08:00-13:00',
    '5 22:00-24:00',
    '6 00:00-06:00',
  ]);
  expect(times(merged([row(7, 1320, 60), row(1, 60, 120)]))).toEqual(['1 00:00-02:00', '7 22:00-24:00']);
  expect(times(merged([row(3, 1320, 0), row(4, 480, 480)]))).toEqual(['3 22:00-24:00']);
  expect(hoursOf([row(1, 480, 720), row(1, 600, 780)])).toBe(5);
});

test('a drag draws a window in both directions, and a press draws an hour', () => {
  expect(times([drawn(2, 480, 600), drawn(2, 600, 480), drawn(2, 495, 495), drawn(2, 1440, 1440)])).toEqual([
    '2 08:00-10:00',
    '2 08:00-10:00',
    '2 08:00-09:00',
    '2 23:00-24:00',
  ]);
});

test('heights are read in quarters of an hour', () => {
  expect([minuteAt(-0.1), minuteAt(0.3334), minuteAt(0.339), minuteAt(1.2)]).toEqual([0, 480, 495, 1440]);
});

test('a pulled edge keeps a quarter of an hour, also over midnight', () => {
  const office = row(1, 480, 1020);
  expect(
    times([pulled(office, 'from', 540), pulled(office, 'from', 1200), pulled(office, 'to', 60)]),
  ).toEqual(['1 09:00-17:00', '1 16:45-17:00', '1 08:00-08:15']);
  const night = row(1, 1320, 360);
  expect(times([pulled(night, 'from', 1440), pulled(night, 'to', 0), pulled(night, 'to', 420)])).toEqual([
    '1 23:45-06:00',
    '1 22:00-00:15',
    '1 22:00-07:00',
  ]);
});

test('a window is put on all working days that lack it', () => {
  const rows = toRows([
    { day: 1, from: 480, to: 1020 },
    { day: 3, from: 480, to: 1020 },
    { day: 4, from: 480, to: 600 },
  ]);
  const [monday] = rows;
  if (!monday) throw new Error('no Monday');
  expect(onWorkingDays(rows, monday).map(({ day }) => day)).toEqual([1, 3, 4, 2, 4, 5]);
});

test('the next row is proposed on the next day without one', () => {
  expect(times([proposed([]), proposed([row(1, 540, 720)]), proposed([row(7, 540, 720)])])).toEqual([
    '1 08:00-17:00',
    '2 09:00-12:00',
    '7 09:00-12:00',
  ]);
});
