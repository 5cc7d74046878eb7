import { expect, test } from 'vitest';
import type { PresenceView } from '../../protocol/messages';
import { followsWrapUp } from './presenceText';

const wrapUp = (change: Partial<PresenceView>) =>
  ({ state: 'wrap_up', afterwards: 'available', inHours: true, ...change }) as PresenceView;

test('the wrap-up says what really follows it', () => {
  expect(followsWrapUp(wrapUp({}))).toBe('available');
  expect(followsWrapUp(wrapUp({ afterwards: 'paused' }))).toBe('paused');
  expect(followsWrapUp(wrapUp({ afterwards: 'offline' }))).toBe('offline');
});

test('nobody is told that it will ring outside the declared hours', () => {
  expect(followsWrapUp(wrapUp({ inHours: false }))).toBe('outside');
  expect(followsWrapUp(wrapUp({ inHours: false, afterwards: 'paused' }))).toBe('paused');
});
