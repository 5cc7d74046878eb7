import type { Day } from '../../appointments/wallTime';
import { euroText, numberText } from './decimal';
import type {
  Band,
  Cancellation,
  LadderStep,
  Land,
  Level,
  Price,
  PriceKind,
  Row,
  Side,
  Tariff,
} from './tariffs';

// A tariff as it is typed: numbers are texts, and what is switched off for now is kept.

export interface PriceDraft {
  kind: PriceKind;
  price: string;
  minimumMinutes: string;
  stepMinutes: string;
  slotMinutes: string;
  hourlyRate: string;
  firstMinutes: string;
  firstPrice: string;
  thenMinutes: string;
  stepPrice: string;
}

export interface RowDraft {
  /** Tells rows apart while they come and go. */
  row: number;
  price: PriceDraft;
  languages: string[];
  levels: Level[];
  booking: '' | 'live' | 'booked';
  modality: '' | 'video' | 'audio';
}

export interface BandDraft {
  row: number;
  days: number;
  allDay: boolean;
  from: string;
  until: string;
}

export interface SurchargeDraft {
  row: number;
  /** Empty until it is saved for the first time. */
  key: string;
  name: string;
  kind: 'percent' | 'flat';
  value: string;
  bands: BandDraft[];
  needsNecessity: boolean;
}

export interface StepDraft {
  row: number;
  hours: string;
  percent: string;
}

export interface CancellationDraft {
  kind: 'free' | 'percent_of_slot' | 'declared_loss';
  /** Whose steps: the customer's contract, the law's, steps of its own, or others that came from elsewhere. */
  ladder: 'contract' | 'jveg' | 'own' | 'kept';
  steps: StepDraft[];
  kept: LadderStep[];
  atLeast: string;
  atMost: string;
  minutesAtMost: string;
  isDamages: boolean;
}

export interface Draft {
  id: string;
  /** Empty for a family that does not exist yet. */
  family: string;
  name: string;
  side: Side;
  validFrom: Day;
  validUntil: Day;
  chosenBy: Tariff['chosenBy'];
  price: PriceDraft;
  rows: RowDraft[];
  surcharges: SurchargeDraft[];
  stacking: Tariff['stacking'];
  holidaysOf: '' | Land;
  slots: { unusedPercent: string; noShowPercent: string; delayPercent: string };
  cancellation: CancellationDraft;
  standby: { isPaid: boolean; perHour: string; stepMinutes: string; isPausePaid: boolean };
  programme: { isBorne: boolean; key: string; name: string };
}

export const noId = '00000000-0000-0000-0000-000000000000';
export const jvegStep: LadderStep = {
  kind: 'calendar_days_before',
  days: 2,
  percent: 100,
  atMost: '02:00:00',
};

export const emptyPrice: PriceDraft = {
  kind: 'per_minute',
  price: '',
  minimumMinutes: '15',
  stepMinutes: '1',
  slotMinutes: '15',
  hourlyRate: '',
  firstMinutes: '60',
  firstPrice: '',
  thenMinutes: '30',
  stepPrice: '',
};

export const emptyDraft = (today: Day): Draft => ({
  id: noId,
  family: '',
  name: '',
  side: 'customer',
  validFrom: today,
  validUntil: '',
  chosenBy: 'date_of_service',
  price: emptyPrice,
  rows: [],
  surcharges: [],
  stacking: 'highest_only',
  holidaysOf: '',
  slots: { unusedPercent: '100', noShowPercent: '100', delayPercent: '50' },
  cancellation: {
    kind: 'percent_of_slot',
    ladder: 'contract',
    steps: [],
    kept: [],
    atLeast: '',
    atMost: '',
    minutesAtMost: '120',
    isDamages: false,
  },
  standby: { isPaid: false, perHour: '', stepMinutes: '15', isPausePaid: false },
  programme: { isBorne: false, key: '', name: '' },
});

export function draftOf(tariff: Tariff): Draft {
  const empty = emptyDraft(tariff.validFrom);
  const { standby, programme, cancellation, slots } = tariff;
  return {
    ...empty,
    id: tariff.id,
    family: tariff.family,
    name: tariff.name,
    side: tariff.side,
    validUntil: tariff.validUntil ?? '',
    chosenBy: tariff.chosenBy,
    price: priceDraft(tariff.price),
    rows: tariff.rows.map(rowDraft),
    surcharges: tariff.surcharges.map((one, row) => ({
      ...one,
      row,
      value: one.kind === 'flat' ? euroText(one.value) : numberText(one.value),
      bands: one.bands.map(bandDraft),
    })),
    stacking: tariff.stacking,
    holidaysOf: tariff.holidaysOf ?? '',
    slots: {
      unusedPercent: numberText(slots.unusedPercent),
      noShowPercent: numberText(slots.noShowPercent),
      delayPercent: numberText(slots.delayPercent),
    },
    cancellation: cancellationDraft(empty.cancellation, cancellation),
    standby: standby
      ? {
          isPaid: true,
          perHour: euroText(standby.perHour),
          stepMinutes: `${standby.stepMinutes}`,
          isPausePaid: standby.isPausePaid,
        }
      : empty.standby,
    programme: programme ? { isBorne: true, ...programme } : empty.programme,
  };
}

/** The next version of a family, or with other words a family like this one. */
export const successorOf = (tariff: Tariff, from: Day): Draft => ({
  ...draftOf(tariff),
  id: noId,
  validFrom: from,
  validUntil: '',
});

function priceDraft(price: Price): PriceDraft {
  switch (price.kind) {
    case 'per_minute':
      return {
        ...emptyPrice,
        kind: price.kind,
        price: euroText(price.price),
        minimumMinutes: `${price.minimumMinutes}`,
        stepMinutes: `${price.stepMinutes}`,
      };
    case 'per_slot':
      return {
        ...emptyPrice,
        kind: price.kind,
        price: euroText(price.price),
        slotMinutes: `${price.slotMinutes}`,
      };
    case 'per_half_hour':
      return { ...emptyPrice, kind: price.kind, hourlyRate: euroText(price.hourlyRate) };
    case 'first_then_steps':
      return {
        ...emptyPrice,
        kind: price.kind,
        firstMinutes: `${price.firstMinutes}`,
        firstPrice: euroText(price.firstPrice),
        thenMinutes: `${price.stepMinutes}`,
        stepPrice: euroText(price.stepPrice),
      };
  }
}

const rowDraft = (given: Row, row: number): RowDraft => ({
  row,
  price: priceDraft(given.price),
  languages: given.languages,
  levels: given.levels,
  booking: given.booking ?? '',
  modality: given.modality ?? '',
});

function bandDraft({ days, from, until }: Band, row: number): BandDraft {
  const allDay = from.slice(0, 5) === '00:00' && until.slice(0, 5) === '00:00';
  return {
    row,
    days,
    allDay,
    from: allDay ? '20:00' : from.slice(0, 5),
    until: allDay ? '06:00' : until.slice(0, 5),
  };
}

function cancellationDraft(empty: CancellationDraft, given: Cancellation | undefined): CancellationDraft {
  if (!given) return { ...empty, kind: 'free' };
  const { kind, isDamages } = given;
  if (given.kind === 'declared_loss')
    return { ...empty, kind, isDamages, minutesAtMost: `${given.minutesAtMost}` };
  const steps = given.ladder?.steps;
  return {
    ...empty,
    kind,
    isDamages,
    ...ladderDraft(steps),
    kept: steps ?? [],
    atLeast: given.atLeast === undefined ? '' : euroText(given.atLeast),
    atMost: given.atMost === undefined ? '' : euroText(given.atMost),
  };
}

function ladderDraft(steps: LadderStep[] | undefined): Pick<CancellationDraft, 'ladder' | 'steps'> {
  if (!steps) return { ladder: 'contract', steps: [] };
  if (steps.every(step => step.kind === 'hours_before'))
    return {
      ladder: 'own',
      steps: steps.map(({ hours, percent }, row) => ({ row, hours: `${hours}`, percent: `${percent}` })),
    };
  const [only] = steps;
  const isLaw = steps.length === 1 && only?.kind === jvegStep.kind && 'days' in only && only.days === 2;
  return { ladder: isLaw ? 'jveg' : 'kept', steps: [] };
}

/** A number that no other row has. */
export const nextRow = (rows: readonly { row: number }[]): number =>
  Math.max(-1, ...rows.map(({ row }) => row)) + 1;

export const newBand = (bands: readonly BandDraft[]): BandDraft => ({
  row: nextRow(bands),
  days: 31,
  allDay: false,
  from: '20:00',
  until: '06:00',
});

export const newSurcharge = (all: readonly SurchargeDraft[]): SurchargeDraft => ({
  row: nextRow(all),
  key: '',
  name: '',
  kind: all[0]?.kind ?? 'percent',
  value: '25',
  bands: [newBand([])],
  needsNecessity: false,
});

export const newPriceRow = (all: readonly RowDraft[], price: PriceDraft): RowDraft => ({
  row: nextRow(all),
  price,
  languages: [],
  levels: [],
  booking: '',
  modality: '',
});
