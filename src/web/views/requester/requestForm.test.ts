import { expect, test } from 'vitest';
import type { RequestView } from '../../protocol/messages';
import {
  emptyForm,
  formAgain,
  formOf,
  missing,
  optionCount,
  type RequestForm,
  type Strength,
  toArgs,
} from './requestForm';

const nobody = { emergency: false, urgent: false };
const everything = { emergency: true, urgent: true };

const form = (change: Partial<RequestForm> = {}): RequestForm => ({
  ...emptyForm,
  language: 'prs',
  field: 'asylum',
  ...change,
});

test('the usual case asks for a language and a field, nothing else', () => {
  expect(toArgs(form(), 'k', nobody)).toEqual({
    key: 'k',
    language: 'prs',
    field: 'asylum',
    modality: 'video',
    emergency: false,
    urgent: false,
    requirements: [],
    wishes: [],
    relatedAllowed: false,
    ownReference: null,
  });
});

test('a gender that must be is a requirement, else a wish with its release time', () => {
  const must = toArgs(form({ gender: 'female', genderStrength: 'must' }), 'k', nobody);
  expect(must.requirements).toEqual([{ kind: 'gender', value: 'female' }]);
  const soft = toArgs(form({ gender: 'female', genderStrength: '60' }), 'k', nobody);
  expect(soft.wishes).toEqual([{ what: { kind: 'gender', value: 'female' }, releasedAfterSeconds: 60 }]);
});

test('a wish without a release time only ranks', () => {
  const { wishes } = toArgs(form({ level: '3', levelStrength: 'wish', fieldKnown: true }), 'k', nobody);
  expect(wishes.map(wish => [wish.what.kind, wish.releasedAfterSeconds])).toEqual([
    ['level', null],
    ['field', null],
  ]);
});

test('only a clinic can send an emergency', () => {
  expect(toArgs(form({ emergency: true }), 'k', nobody).emergency).toBe(false);
  expect(toArgs(form({ emergency: true }), 'k', everything).emergency).toBe(true);
});

test('only police and child protection can ask before others', () => {
  expect(toArgs(form({ urgent: true }), 'k', nobody).urgent).toBe(false);
  expect(toArgs(form({ urgent: true }), 'k', everything).urgent).toBe(true);
});

test('each condition can be a must, a wish with its release time, or a preference', () => {
  const all = {
    sworn: true,
    fieldKnown: true,
    variety: 'Kabul',
    again: { interpreterId: 'i', number: 'D-0007' },
  };
  const kinds = ['sworn', 'field', 'variety', 'interpreter'];
  const strong = (strength: Strength) =>
    form({
      ...all,
      swornStrength: strength,
      fieldStrength: strength,
      varietyStrength: strength,
      againStrength: strength,
    });
  expect(toArgs(strong('must'), 'k', nobody).requirements.map(({ kind }) => kind)).toEqual(kinds);
  const { wishes } = toArgs(strong('120'), 'k', nobody);
  expect(wishes.map(({ what, releasedAfterSeconds }) => [what.kind, releasedAfterSeconds])).toEqual(
    kinds.map(kind => [kind, 120]),
  );
  expect(toArgs(strong('wish'), 'k', nobody).wishes.every(wish => wish.releasedAfterSeconds === null)).toBe(
    true,
  );
  for (const strength of ['must', '60', 'wish'] as const) {
    const view = { ...toArgs(strong(strength), 'k', nobody), namedInterpreter: 'D-0007' };
    expect(formOf(view as unknown as RequestView)).toEqual(strong(strength));
  }
});

test('an own reference is trimmed, and blank ones are none', () => {
  expect(toArgs(form({ ownReference: '  ' }), 'k', nobody).ownReference).toBeNull();
  expect(toArgs(form({ ownReference: ' Z 7 ' }), 'k', nobody).ownReference).toBe('Z 7');
});

test('what is missing is named in the order of the page', () => {
  expect(missing({ ...emptyForm, ownReference: 'x'.repeat(21) })).toEqual([
    'language',
    'field',
    'ownReference',
  ]);
});

test('the folded options in use are counted', () => {
  expect(optionCount(form())).toBe(0);
  expect(optionCount(form({ sworn: true, gender: 'male', relatedAllowed: true, ownReference: 'Z' }))).toBe(4);
});

test('a request leads back to the form it came from', () => {
  const before = form({
    gender: 'female',
    genderStrength: '30',
    sworn: true,
    level: '3',
    levelStrength: 'wish',
  });
  const args = toArgs({ ...before, fieldKnown: true, ownReference: 'Z 7' }, 'k', everything);
  const view = { ...args, priority: 'normal' } as unknown as RequestView;
  expect(formOf(view)).toEqual({ ...before, fieldKnown: true, ownReference: 'Z 7' });
});

test('whom somebody wants again is a wish that binds for a while, and comes back from the request', () => {
  const again = formAgain({
    language: 'prs',
    field: 'asylum',
    modality: 'audio',
    session: { interpreterId: 'i', interpreterNumber: 'D-0007' },
  });
  const { wishes } = toArgs(again, 'k', nobody);
  expect(wishes).toEqual([{ what: { kind: 'interpreter', value: 'i' }, releasedAfterSeconds: 30 }]);
  const request = { ...toArgs(again, 'k', nobody), namedInterpreter: 'D-0007', priority: 'normal' };
  expect(formOf(request as unknown as RequestView)).toEqual(again);
});
