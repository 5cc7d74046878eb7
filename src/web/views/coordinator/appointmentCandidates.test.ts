import { expect, test } from 'vitest';
import { type HinderedCandidate, nearlyFit } from './appointmentCandidates';

const hindered = (name: string, change: Partial<HinderedCandidate>): HinderedCandidate => ({
  id: name,
  number: 'D-0001',
  name,
  obstacles: [],
  calendar: [],
  ...change,
});

test('whoever does not speak the language is not among those who nearly fit', () => {
  const all = [
    hindered('absent', { calendar: ['absent'] }),
    hindered('other language', { obstacles: ['language', 'oath'] }),
    hindered('without oath', { obstacles: ['oath'] }),
  ];
  expect(nearlyFit(all).map(one => one.name)).toEqual(['absent', 'without oath']);
});
