import { isDay } from '../../appointments/wallTime';
import { decimalOf, wholeOf } from './decimal';
import { type CancellationDraft, type Draft, jvegStep, type PriceDraft } from './draft';
import { newKey } from './families';
import type { Cancellation, LadderStep, Price, Surcharge, Tariff } from './tariffs';

/** What is wrong, by the path of its field, as the service names it: "surcharges[0].value". */
export type Wrong = Record<string, string>;

/** Reads numbers, and notes where there is none. */
class Reader {
  readonly wrong: Wrong = {};

  euro = (text: string, path: string): number => this.#read(decimalOf(text), path, 'number');
  percent = this.euro;
  whole = (text: string, path: string): number => this.#read(wholeOf(text), path, 'whole_number');

  /** Nothing typed is nothing meant. */
  euroOrNone = (text: string, path: string): number | undefined =>
    text.trim() === '' ? undefined : this.euro(text, path);

  #read(number: number | null, path: string, code: string): number {
    if (number === null) this.wrong[path] = code;
    return number ?? 0;
  }
}

interface Result {
  tariff: Tariff;
  /** Empty where everything could be read; only then the tariff means anything. */
  wrong: Wrong;
}

/** @param families The keys that are taken: a new family gets one of its own. */
export function toTariff(draft: Draft, families: readonly string[]): Result {
  const read = new Reader();
  const { wrong } = read;
  if (!isDay(draft.validFrom)) wrong.validFrom = 'day';
  if (draft.validUntil !== '' && !isDay(draft.validUntil)) wrong.validUntil = 'day';
  const { standby, programme } = draft;
  const cancellation = cancellationOf(draft.cancellation, read);
  const tariff: Tariff = {
    id: draft.id,
    family: draft.family || newKey(draft.name, families, 'tarif'),
    name: draft.name.trim(),
    side: draft.side,
    validFrom: draft.validFrom,
    ...(draft.validUntil && { validUntil: draft.validUntil }),
    chosenBy: draft.chosenBy,
    price: priceOf(draft.price, 'price', read),
    rows: draft.rows.map(({ price, languages, levels, booking, modality }, place) => ({
      price: priceOf(price, `rows[${place}].price`, read),
      languages,
      levels,
      ...(booking && { booking }),
      ...(modality && { modality }),
    })),
    surcharges: surchargesOf(draft, read),
    stacking: draft.stacking,
    ...(draft.holidaysOf && { holidaysOf: draft.holidaysOf }),
    slots: {
      unusedPercent: read.percent(draft.slots.unusedPercent, 'slots.unusedPercent'),
      noShowPercent: read.percent(draft.slots.noShowPercent, 'slots.noShowPercent'),
      delayPercent: read.percent(draft.slots.delayPercent, 'slots.delayPercent'),
    },
    ...(cancellation && { cancellation }),
    ...(draft.side === 'interpreter' &&
      standby.isPaid && {
        standby: {
          perHour: read.euro(standby.perHour, 'standby.perHour'),
          stepMinutes: read.whole(standby.stepMinutes, 'standby.stepMinutes'),
          isPausePaid: standby.isPausePaid,
        },
      }),
    ...(draft.side === 'customer' &&
      programme.isBorne && { programme: { key: programme.key.trim(), name: programme.name.trim() } }),
  };
  return { tariff, wrong };
}

function priceOf(draft: PriceDraft, path: string, read: Reader): Price {
  switch (draft.kind) {
    case 'per_minute':
      return {
        kind: draft.kind,
        price: read.euro(draft.price, `${path}.price`),
        minimumMinutes: read.whole(draft.minimumMinutes, `${path}.minimumMinutes`),
        stepMinutes: read.whole(draft.stepMinutes, `${path}.stepMinutes`),
      };
    case 'per_slot':
      return {
        kind: draft.kind,
        slotMinutes: read.whole(draft.slotMinutes, `${path}.slotMinutes`),
        price: read.euro(draft.price, `${path}.price`),
      };
    case 'per_half_hour':
      return { kind: draft.kind, hourlyRate: read.euro(draft.hourlyRate, `${path}.hourlyRate`) };
    case 'first_then_steps':
      return {
        kind: draft.kind,
        firstMinutes: read.whole(draft.firstMinutes, `${path}.firstMinutes`),
        firstPrice: read.euro(draft.firstPrice, `${path}.firstPrice`),
        stepMinutes: read.whole(draft.thenMinutes, `${path}.stepMinutes`),
        stepPrice: read.euro(draft.stepPrice, `${path}.stepPrice`),
      };
  }
}

function surchargesOf({ surcharges }: Draft, read: Reader): Surcharge[] {
  const taken = surcharges.map(({ key }) => key).filter(Boolean);
  return surcharges.map((one, place) => {
    const path = `surcharges[${place}]`;
    const key = one.key || newKey(one.name, taken, 'zuschlag');
    taken.push(key);
    return {
      key,
      name: one.name.trim(),
      kind: one.kind,
      value: read.euro(one.value, `${path}.value`),
      bands: one.bands.map(({ days, allDay, from, until }, bandPlace) => {
        if (!allDay && !(isTime(from) && isTime(until))) read.wrong[`${path}.bands[${bandPlace}]`] = 'time';
        // The same time twice would be the whole day from midnight on, or nothing anybody means.
        else if (!allDay && from === until) read.wrong[`${path}.bands[${bandPlace}]`] = 'no_time';
        return {
          days,
          from: allDay ? '00:00:00' : `${from}:00`,
          until: allDay ? '00:00:00' : `${until}:00`,
        };
      }),
      needsNecessity: one.needsNecessity,
    };
  });
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

function cancellationOf(draft: CancellationDraft, read: Reader): Cancellation | undefined {
  const { kind, isDamages } = draft;
  if (kind === 'free') return undefined;
  if (kind === 'declared_loss')
    return { kind, minutesAtMost: read.whole(draft.minutesAtMost, 'cancellation.minutesAtMost'), isDamages };
  const steps = ladderOf(draft, read);
  const atLeast = read.euroOrNone(draft.atLeast, 'cancellation.atLeast');
  const atMost = read.euroOrNone(draft.atMost, 'cancellation.atMost');
  return {
    kind,
    ...(steps && { ladder: { steps } }),
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
    isDamages,
  };
}

function ladderOf({ ladder, kept, steps }: CancellationDraft, read: Reader): LadderStep[] | undefined {
  if (ladder === 'contract') return undefined;
  if (ladder === 'jveg') return [jvegStep];
  if (ladder === 'kept') return kept;
  return steps.map(({ hours, percent }, place) => ({
    kind: 'hours_before' as const,
    hours: read.whole(hours, `cancellation.steps[${place}].hours`),
    percent: read.whole(percent, `cancellation.steps[${place}].percent`),
  }));
}
