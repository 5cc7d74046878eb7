import { expect, test, vi } from 'vitest';
import { Rows } from '../../protocol/rows';
import { ShownRows } from './shownRows';

interface Row {
  id: string;
  text: string;
}
const row = (id: string, text = ''): Row => ({ id, text });

function given(...rows: Row[]) {
  const source = new Rows<Row>(run => run());
  source.change(rows);
  return { source, shown: new ShownRows(source) };
}

test('a display that runs shows every change at once', () => {
  const { source, shown } = given(row('a'));
  source.change([row('a', 'new')]);
  expect(shown.getRow('a')?.text).toBe('new');
});

test('a display that is held shows the moment of the hold and counts what has changed since', () => {
  const { source, shown } = given(row('a'), row('b'));
  shown.hold();
  source.change([row('a', 'new'), row('c')], ['b']);
  expect(shown.getAll()).toEqual([row('a'), row('b')]);
  expect(shown.waiting()).toBe(3);
});

test('a row that changes twice counts once', () => {
  const { source, shown } = given(row('a'));
  shown.hold();
  source.change([row('a', 'one')]);
  source.change([row('a', 'two')]);
  expect(shown.waiting()).toBe(1);
});

test('letting go shows the live rows and tells whoever watches one of them', () => {
  const { source, shown } = given(row('a'));
  const seen = vi.fn();
  shown.subscribeRow('a', seen);
  shown.hold();
  source.change([row('a', 'new')]);
  seen.mockClear();
  shown.release();
  expect(seen).toHaveBeenCalledOnce();
  expect(shown.getRow('a')?.text).toBe('new');
  expect(shown.waiting()).toBe(0);
});
