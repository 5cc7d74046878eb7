import { describe, expect, it } from 'vitest';
import { emptyForm, type RequestForm } from '../requester/requestForm';
import {
  bookedDays,
  emptyWhen,
  gaps,
  needForm,
  needOf,
  repeatedDay,
  seriesDays,
  toOrder,
  type WhenForm,
  whenOf,
} from './bookingForm';
import { appointment } from './test/given';

const now = Date.parse('2026-11-27T08:00:00Z');
const may = { emergency: true, urgent: false };
const form = (change: Partial<RequestForm> = {}): RequestForm =>
  needForm({ ...emptyForm, language: 'tur', field: 'immigration', ...change });
const when = (change: Partial<WhenForm> = {}): WhenForm => ({ ...emptyWhen(now), ...change });

describe('the order', () => {
  it('says wall time and length, and nothing of a series, for a single one', () => {
    const order = toOrder(
      form({ ownReference: ' Raum 4 ' }),
      when({ day: '2026-12-03', time: '09:35' }),
      null,
      may,
    );
    expect(order).toEqual({
      unitId: null,
      need: {
        language: 'tur',
        field: 'immigration',
        modality: 'video',
        urgent: false,
        requirements: [],
        wishes: [],
        ownReference: 'Raum 4',
      },
      when: {
        wallStart: '2026-12-03T09:35',
        lengthMinutes: 45,
        hour: 'first',
        weekly: null,
        isNecessary: false,
      },
    });
  });

  it('has one end of the series, and only exceptions that lie in it', () => {
    const exceptions = ['2026-12-24', '2027-06-03'];
    const counted = when({ day: '2026-12-03', weekly: true, times: 4, until: '2027-01-01', exceptions });
    expect(toOrder(form(), counted, null, may).when.weekly).toEqual({
      times: 4,
      until: null,
      exceptions: ['2026-12-24'],
    });
    const dated = { ...counted, ends: 'until' as const };
    expect(toOrder(form(), dated, null, may).when.weekly).toMatchObject({ times: null, until: '2027-01-01' });
  });

  it('never lets a wish end after seconds, nor asks as an emergency', () => {
    const asked = form({ gender: 'female', genderStrength: '60', emergency: true, relatedAllowed: true });
    const { need } = toOrder(asked, when(), null, may);
    expect(need.wishes).toEqual([{ what: { kind: 'gender', value: 'female' }, releasedAfterSeconds: null }]);
    expect(need.urgent).toBe(false);
  });

  it('asks one person alone when that is a must', () => {
    const again = { interpreterId: 'i', number: 'D-0001' };
    const { need } = toOrder(form({ again, againStrength: 'must' }), when(), null, may);
    expect(need.requirements).toEqual([{ kind: 'interpreter', value: 'i' }]);
  });
});

describe('a series', () => {
  const weekly = when({ day: '2026-10-11', weekly: true, times: 4 });

  it('goes by the calendar over the change of the clocks', () => {
    expect(seriesDays(weekly)).toEqual(['2026-10-11', '2026-10-18', '2026-10-25', '2026-11-01']);
  });

  it('ends with its last day, that one included', () => {
    const until = { ...weekly, ends: 'until' as const };
    expect(seriesDays({ ...until, until: '2026-10-25' })).toHaveLength(3);
    expect(seriesDays({ ...until, until: '2026-10-24' })).toHaveLength(2);
    expect(seriesDays({ ...until, until: '' })).toEqual([]);
  });

  it('counts exceptions in', () => {
    expect(bookedDays({ ...weekly, exceptions: ['2026-10-18'] })).toEqual([
      '2026-10-11',
      '2026-10-25',
      '2026-11-01',
    ]);
  });

  it('asks which hour is meant only when one of its days has it twice', () => {
    expect(repeatedDay({ ...weekly, time: '02:30' })).toBe('2026-10-25');
    expect(repeatedDay({ ...weekly, time: '02:30', exceptions: ['2026-10-25'] })).toBeUndefined();
    expect(repeatedDay({ ...weekly, time: '03:00' })).toBeUndefined();
  });
});

describe('gaps', () => {
  it('stand in the order of the page', () => {
    const unfilled = form({ language: null, field: null, ownReference: 'x'.repeat(21) });
    expect(gaps(unfilled, when({ day: '' }), now)).toEqual(['language', 'field', 'ownReference', 'day']);
    expect(gaps(form(), when(), now)).toEqual([]);
  });

  it('are a day of the past and a time that the wall never shows', () => {
    expect(gaps(form(), when({ day: '2026-11-26' }), now)).toEqual(['past']);
    expect(gaps(form(), when({ day: '2027-03-28', time: '02:30' }), now)).toEqual(['leftOut']);
  });

  it('are a series that ends before it begins, or that is all exceptions', () => {
    const weekly = when({ day: '2026-12-03', weekly: true, ends: 'until', until: '2026-12-02' });
    expect(gaps(form(), weekly, now)).toEqual(['until']);
    const nothing = when({
      day: '2026-12-03',
      weekly: true,
      times: 2,
      exceptions: ['2026-12-03', '2026-12-10'],
    });
    expect(gaps(form(), nothing, now)).toEqual(['series']);
  });
});

describe('repeating', () => {
  it('proposes the same time a week later, also over the change of the clocks', () => {
    const before = appointment({ startsAt: '2026-10-22T08:00:00Z', endsAt: '2026-10-22T09:15:00Z' });
    expect(whenOf(before, Date.parse('2026-10-22T12:00:00Z'))).toMatchObject({
      day: '2026-10-29',
      time: '10:00',
      minutes: 75,
    });
  });

  it('never proposes a day that is over', () => {
    expect(whenOf(appointment({ startsAt: '2026-09-03T08:00:00Z' }), now).day).toBe('2026-12-03');
  });

  it('keeps what was needed, and whom only when the number is known', () => {
    const requirements = [{ kind: 'interpreter', value: 'i' }, { kind: 'sworn' }] as const;
    const interpreter = { id: 'i', number: 'D-0001', gender: 'female' } as const;
    const came = needOf(appointment({ requirements: [...requirements], interpreter }));
    expect([came.again?.number, came.againStrength, came.sworn]).toEqual(['D-0001', 'must', true]);
    expect(needOf(appointment({ requirements: [...requirements] })).again).toBeNull();
    const other = { ...interpreter, id: 'x', number: 'D-0002' };
    expect(needOf(appointment({ requirements: [...requirements], interpreter: other })).again).toBeNull();
  });
});
