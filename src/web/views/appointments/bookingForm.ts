import type { RequestInterpreterArgs } from '../../protocol/messages';
import {
  emptyForm,
  formOf,
  type Missing,
  missing,
  type RequestForm,
  type Rights,
  type Strength,
  toArgs,
} from '../requester/requestForm';
import type { BudgetNote, Price } from '../shared/price';
import { type Appointment, minutesOf } from './appointments';
import { addDays, type Day, dayOf, instantsOf, isDay, type Wall, wallOf } from './wallTime';

/** For when an appointment is to be booked; what is needed stands in a RequestForm of its own. */
export interface WhenForm {
  day: Day;
  /** "09:05". */
  time: string;
  minutes: number;
  /** Of the hour that winter time shows twice. */
  repeated: 'first' | 'second';
  weekly: boolean;
  /** It has to be at this time, though it is night, Sunday or a holiday. */
  necessary: boolean;
  ends: 'times' | 'until';
  times: number;
  until: Day;
  /** Days of the series that are left out. */
  exceptions: readonly Day[];
}

/** The body of POST /api/appointments/check; with a key, of POST /api/appointments. */
export interface Order {
  unitId: string | null;
  need: Pick<
    RequestInterpreterArgs,
    'language' | 'field' | 'modality' | 'urgent' | 'requirements' | 'wishes' | 'ownReference'
  >;
  when: {
    wallStart: Wall;
    lengthMinutes: number;
    hour: 'first' | 'second';
    weekly: { times: number | null; until: Day | null; exceptions: readonly Day[] } | null;
    isNecessary: boolean;
  };
}

/** The answer of POST /api/appointments/check. */
export interface Check {
  slots: {
    startsAt: string;
    endsAt: string;
    wallStart: Wall;
    holiday: string | null;
    /** Appointments that the unit already has in that time. */
    sameTime: number;
    candidates: number;
  }[];
  answerBy: string;
  asksAll: boolean;
  freeUntil: string | null;
  /** Night, Sunday or holiday: whether that is necessary has to be said (§ 9 (6) JVEG). */
  isUnfavourable: boolean;
  /** Of the first; null while the customer has no tariff. */
  price: Price | null;
  /** With all of them in it; null where none holds. */
  budget: BudgetNote | null;
}

/** For weeks ahead a wish cannot end after seconds: it is a must, or it ranks. */
export const appointmentStrengths: readonly Strength[] = ['must', 'wish'];
export const hoursOfDay = Array.from({ length: 24 }, (_, hour) => `${hour}`.padStart(2, '0'));
const leastDay = 3;
const seriesAtMost = 60;

const steady = (form: RequestForm): RequestForm => {
  const strength = (given: Strength): Strength => (given === 'must' ? 'must' : 'wish');
  return {
    ...form,
    emergency: false,
    relatedAllowed: false,
    genderStrength: strength(form.genderStrength),
    swornStrength: strength(form.swornStrength),
    levelStrength: strength(form.levelStrength),
    fieldStrength: strength(form.fieldStrength),
    varietyStrength: strength(form.varietyStrength),
    againStrength: strength(form.againStrength),
  };
};

/** What was chosen for a live request, as far as it makes sense for an appointment. */
export const needForm = (form: RequestForm = emptyForm): RequestForm => steady(form);

/** What an earlier appointment needed; only its own booker gets the own reference back. */
export function needOf(appointment: Appointment): RequestForm {
  const named = [...appointment.requirements, ...appointment.wishes.map(wish => wish.what)].find(
    what => what.kind === 'interpreter',
  );
  // The number of another than the one who came is not told.
  const number = appointment.interpreter?.id === named?.value ? appointment.interpreter?.number : undefined;
  return steady(formOf({ ...appointment, relatedAllowed: false, namedInterpreter: number ?? null }));
}

/** Three days ahead at ten: what most books, and never too soon. */
export const emptyWhen = (now: number, day?: Day): WhenForm => ({
  day: day && day >= dayOf(now) ? day : addDays(dayOf(now), leastDay),
  time: '10:00',
  minutes: 45,
  repeated: 'first',
  weekly: false,
  necessary: false,
  ends: 'times',
  times: 4,
  until: '',
  exceptions: [],
});

/** The same time of day and length, a week later or the first week that is still ahead. */
export function whenOf(appointment: Appointment, now: number, given?: Day): WhenForm {
  const [before = '', time = ''] = wallOf(appointment.startsAt).split('T');
  let day = addDays(before, 7);
  while (day <= dayOf(now)) day = addDays(day, 7);
  return { ...emptyWhen(now), day: given ?? day, time, minutes: minutesOf(appointment) };
}

export const wallStartOf = ({ day, time }: Pick<WhenForm, 'day' | 'time'>): Wall => `${day}T${time}`;

/** Every day of the series, those that are left out among them. */
export function seriesDays(when: WhenForm): Day[] {
  if (!isDay(when.day)) return [];
  if (!when.weekly) return [when.day];
  const days: Day[] = [];
  const goesOn = (day: Day) =>
    when.ends === 'times' ? days.length < when.times : isDay(when.until) && day <= when.until;
  for (let day = when.day; goesOn(day) && days.length < seriesAtMost; day = addDays(day, 7)) days.push(day);
  return days;
}

export const bookedDays = (when: WhenForm): Day[] =>
  when.weekly ? seriesDays(when).filter(day => !when.exceptions.includes(day)) : seriesDays(when);

const readings = (when: WhenForm, day: Day): number => instantsOf(`${day}T${when.time}`).length;

/** The day on which the wall shows the start twice: only then it matters which. */
export const repeatedDay = (when: WhenForm): Day | undefined =>
  bookedDays(when).find(day => readings(when, day) === 2);

export type Gap = Missing | 'day' | 'past' | 'leftOut' | 'until' | 'series';

/** What still has to be filled in or changed, in the order of the page. */
export function gaps(form: RequestForm, when: WhenForm, now: number): Gap[] {
  const found: Gap[] = missing(form);
  const days = bookedDays(when);
  if (!isDay(when.day)) found.push('day');
  else if (when.day < dayOf(now)) found.push('past');
  else if (days.some(day => readings(when, day) === 0)) found.push('leftOut');
  if (when.weekly && when.ends === 'until' && !(isDay(when.until) && when.until >= when.day))
    found.push('until');
  else if (when.weekly && isDay(when.day) && days.length === 0) found.push('series');
  return found;
}

/** Of a form without gaps. */
export function toOrder(form: RequestForm, when: WhenForm, unitId: string | null, may: Rights): Order {
  const { language, field, modality, urgent, requirements, wishes, ownReference } = toArgs(form, '', may);
  const isCounted = when.ends === 'times';
  const days = seriesDays(when);
  return {
    unitId,
    need: { language, field, modality, urgent, requirements, wishes, ownReference },
    when: {
      wallStart: wallStartOf(when),
      lengthMinutes: when.minutes,
      hour: when.repeated,
      weekly: when.weekly
        ? {
            times: isCounted ? when.times : null,
            until: isCounted ? null : when.until,
            exceptions: when.exceptions.filter(day => days.includes(day)),
          }
        : null,
      isNecessary: when.necessary,
    },
  };
}
