import { expect, test } from 'vitest';
import { draftOf, emptyDraft, jvegStep, newBand, newSurcharge, noId, successorOf } from './draft';
import type { Tariff } from './tariffs';
import { tariff } from './test/given';
import { toTariff } from './toTariff';

const prices: Tariff['price'][] = [
  { kind: 'per_minute', price: 1.45, minimumMinutes: 15, stepMinutes: 1 },
  { kind: 'per_slot', slotMinutes: 15, price: 21.75 },
  { kind: 'per_half_hour', hourlyRate: 93 },
  { kind: 'first_then_steps', firstMinutes: 60, firstPrice: 30, stepMinutes: 30, stepPrice: 15.5 },
];

test.each(prices)('a tariff goes into the form and comes back: $kind', price => {
  const given: Tariff = {
    ...tariff,
    price,
    rows: [{ price, languages: ['tir'], levels: ['sworn'], booking: 'live' }],
    validUntil: '2027-12-31',
    holidaysOf: 'TH',
  };
  expect(toTariff(draftOf(given), [])).toEqual({ tariff: given, wrong: {} });
});

test('what only one side has comes back too', () => {
  const pay: Tariff = {
    ...tariff,
    side: 'interpreter',
    holidaysOf: 'BY',
    standby: { perHour: 12, stepMinutes: 15, isPausePaid: true },
    cancellation: { kind: 'declared_loss', minutesAtMost: 120, isDamages: false },
  };
  expect(toTariff(draftOf(pay), []).tariff).toEqual(pay);
  const borne: Tariff = { ...tariff, programme: { key: '4711', name: 'Landesprogramm' } };
  expect(toTariff(draftOf(borne), []).tariff).toEqual(borne);
  expect(toTariff({ ...draftOf(borne), side: 'interpreter' }, []).tariff.programme).toBeUndefined();
});

test.each<Tariff['cancellation']>([
  undefined,
  { kind: 'percent_of_slot', ladder: { steps: [jvegStep] }, isDamages: true },
  {
    kind: 'percent_of_slot',
    ladder: { steps: [{ kind: 'hours_before', hours: 24, percent: 50 }] },
    atLeast: 10,
    atMost: 0.5,
    isDamages: false,
  },
  {
    kind: 'percent_of_slot',
    ladder: { steps: [{ kind: 'previous_working_day', by: '14:00:00', percent: 100 }] },
    isDamages: false,
  },
])('cancelling comes back: %j', cancellation => {
  const { cancellation: _, ...others } = tariff;
  const given: Tariff = cancellation ? { ...others, cancellation } : others;
  expect(toTariff(draftOf(given), []).tariff).toEqual(given);
});

test('what cannot be read is said at its field, as the service names it', () => {
  const draft = draftOf(tariff);
  const [night] = draft.surcharges;
  const { wrong } = toTariff(
    {
      ...draft,
      validFrom: '',
      price: { ...draft.price, price: '1,4x', minimumMinutes: '1,5' },
      surcharges: night ? [{ ...night, value: '' }] : [],
    },
    [],
  );
  expect(wrong).toEqual({
    validFrom: 'day',
    'price.price': 'number',
    'price.minimumMinutes': 'whole_number',
    'surcharges[0].value': 'number',
  });
});

test('a window without a beginning or without length is none', () => {
  const band = newBand([]);
  const surcharge = {
    ...newSurcharge([]),
    bands: [
      { ...band, from: '' },
      { ...band, row: 1, until: band.from },
    ],
  };
  expect(toTariff({ ...draftOf(tariff), surcharges: [surcharge] }, []).wrong).toEqual({
    'surcharges[0].bands[0]': 'time',
    'surcharges[0].bands[1]': 'no_time',
  });
});

test('a new family and new surcharges get keys that nobody has', () => {
  const surcharge = { ...newSurcharge([]), name: 'Nacht' };
  const draft = {
    ...emptyDraft('2026-12-01'),
    name: 'Ämter & Größe',
    price: { ...emptyDraft('2026-12-01').price, price: '2' },
    surcharges: [surcharge, { ...surcharge, row: 1 }],
  };
  const made = toTariff(draft, ['aemter-groesse']).tariff;
  expect(made.family).toBe('aemter-groesse-2');
  expect(made.surcharges.map(({ key }) => key)).toEqual(['nacht', 'nacht-2']);
});

test('the next version is a new one of the same family', () => {
  expect(successorOf({ ...tariff, validUntil: '2026-12-31' }, '2027-01-01')).toMatchObject({
    id: noId,
    family: 'per-minute',
    validFrom: '2027-01-01',
    validUntil: '',
  });
});
