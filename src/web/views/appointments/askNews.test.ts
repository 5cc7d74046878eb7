import { expect, it } from 'vitest';
import { askNewsOf } from './askNews';

it('says that one is asked, that another was faster, and that it is off', () => {
  expect(askNewsOf({ state: 'open', because: null }, false)).toBe('asked');
  expect(askNewsOf({ state: 'withdrawn', because: 'taken' }, false)).toBe('taken');
  expect(askNewsOf({ state: 'withdrawn', because: 'cancelled' }, false)).toBe('cancelled');
});

it('says nothing of what one did oneself, or what a mail tells', () => {
  for (const state of ['accepted', 'declined', 'expired', 'given_back'] as const)
    expect(askNewsOf({ state, because: null }, false)).toBeNull();
  expect(askNewsOf({ state: 'withdrawn', because: 'released' }, false)).toBeNull();
  expect(askNewsOf({ state: 'withdrawn', because: 'ended' }, false)).toBeNull();
});

it('disturbs no conversation but for what is off', () => {
  expect(askNewsOf({ state: 'open', because: null }, true)).toBeNull();
  expect(askNewsOf({ state: 'withdrawn', because: 'cancelled' }, true)).toBe('cancelled');
});
