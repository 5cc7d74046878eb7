import type { Assignment, Tariff, Version } from '../tariffs';

export const tariff: Tariff = {
  id: '7a21f000-0000-4000-8000-000000000007',
  family: 'per-minute',
  name: 'Minutenpreis',
  side: 'customer',
  validFrom: '2025-06-01',
  chosenBy: 'date_of_service',
  price: { kind: 'per_minute', price: 1.45, minimumMinutes: 15, stepMinutes: 1 },
  rows: [],
  surcharges: [
    {
      key: 'night',
      name: 'Nachtzuschlag',
      kind: 'percent',
      value: 25,
      bands: [{ days: 127, from: '20:00:00', until: '06:00:00' }],
      needsNecessity: false,
    },
    {
      key: 'sunday',
      name: 'Sonntagszuschlag',
      kind: 'percent',
      value: 50,
      bands: [{ days: 192, from: '00:00:00', until: '00:00:00' }],
      needsNecessity: true,
    },
  ],
  stacking: 'highest_only',
  slots: { unusedPercent: 100, noShowPercent: 100, delayPercent: 50 },
  cancellation: { kind: 'percent_of_slot', isDamages: false },
};

export const version = (part: Partial<Tariff>, isUsed = false): Version => ({
  tariff: { ...tariff, ...part },
  revision: 1,
  isUsed,
  changedAt: '2026-01-01T00:00:00Z',
  words: '',
});

export const assignment = (part: Partial<Assignment>): Assignment => ({
  id: '',
  side: 'customer',
  family: 'per-minute',
  validFrom: '2026-01-01',
  ...part,
});
