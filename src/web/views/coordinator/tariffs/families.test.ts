import { expect, test } from 'vitest';
import { familiesOf, inForce, lastDay, newKey, whenOf } from './families';
import { assignment, version } from './test/given';

const today = '2026-11-27';
const versions = [
  version({ id: 'c', validFrom: '2027-01-01', name: 'Neu' }),
  version({ id: 'b', validFrom: '2026-01-01', name: 'Jetzt' }),
  version({ id: 'a', validFrom: '2025-01-01', validUntil: '2025-06-30', name: 'Alt' }),
];

test('a version lasts until its own last day, or until the next begins', () => {
  expect(versions.map((_, place) => lastDay(versions, place))).toEqual([null, '2026-12-31', '2025-06-30']);
  expect(versions.map((_, place) => whenOf(versions, place, today))).toEqual(['coming', 'now', 'over']);
});

test('a family is named as its version of today', () => {
  const [family] = familiesOf({ tariffs: versions.toReversed(), assignments: [] }, today);
  expect(family?.name).toBe('Jetzt');
  expect(family?.versions.map(({ tariff }) => tariff.id)).toEqual(['c', 'b', 'a']);
});

test('families that somebody has come first', () => {
  const tariffs = [version({ family: 'a', name: 'A' }), version({ family: 'b', name: 'B' })];
  const families = familiesOf({ tariffs, assignments: [assignment({ family: 'b' })] }, today);
  expect(families.map(({ key }) => key)).toEqual(['b', 'a']);
});

test('of each target only what counts today and what is to come', () => {
  const clinic = { customerId: 'k', customerName: 'Klinik' };
  const given = inForce(
    [
      assignment({ id: '1', validFrom: '2027-01-01', family: 'next' }),
      assignment({ id: '2', validFrom: '2026-06-01', family: 'now' }),
      assignment({ id: '3', validFrom: '2026-06-01', family: 'said earlier on that day' }),
      assignment({ id: '4', validFrom: '2025-06-01', family: 'before' }),
      assignment({ id: '5', ...clinic, validFrom: '2025-01-01', family: 'own' }),
    ],
    today,
  );
  expect(given.map(({ id, isComing }) => [id, isComing])).toEqual([
    ['1', true],
    ['2', false],
    ['5', false],
  ]);
});

test('keys are plain, and nobody has them yet', () => {
  expect(newKey('Klinik Süd, 1,45 €', [], 'tarif')).toBe('klinik-sued-1-45');
  expect(newKey('', ['tarif', 'tarif-2'], 'tarif')).toBe('tarif-3');
  expect(newKey('24 Stunden', [], 'tarif')).toBe('tarif-24-stunden');
});
