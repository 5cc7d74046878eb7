import { expect, it } from 'vitest';
import { byReason, countOf, type FeedbackCount } from './feedbackReport';
import { kinds } from './feedbackSearch';

const counts: FeedbackCount[] = [
  { kind: 'requester', rating: 'poor', reason: null, count: 3 },
  { kind: 'requester', rating: 'poor', reason: 'sound', count: 2 },
  { kind: 'requester', rating: 'fair', reason: 'sound', count: 1 },
  { kind: 'interpreter', rating: 'fair', reason: 'no_break', count: 1 },
  { kind: 'complaint', rating: null, reason: 'conduct', count: 2 },
];

it('counts a reason over all ratings, the most frequent first, and who named it', () => {
  expect(byReason(counts, kinds)).toEqual([
    { reason: 'sound', counts: [0, 3, 0], total: 3 },
    { reason: 'conduct', counts: [2, 0, 0], total: 2 },
    { reason: 'no_break', counts: [0, 0, 1], total: 1 },
  ]);
});

it('counts a rating once, whatever its reasons', () => {
  expect([countOf(counts, 'requester', 'poor'), countOf(counts, 'interpreter', 'good')]).toEqual([3, 0]);
});
