import { expect, test } from 'vitest';
import { readDisputeSearch } from './disputeSearch';

test('the address says only what is not the usual', () => {
  expect(readDisputeSearch({ alle: 'true' })).toEqual({ alle: true });
  expect(readDisputeSearch({ alle: false })).toEqual({});
});
