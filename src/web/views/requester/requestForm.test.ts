import { expect, test } from 'vitest';
import type { RequestView } from '../../protocol/messages';
import {
  againSeconds,
  emptyForm,
  formAgain,
  formOf,
  missing,
  optionCount,
  type RequestForm,
  toArgs,
} from './requestForm';

const form = (change: Partial<RequestForm> = {}): RequestForm => ({
  ...emptyForm,
  language: 'prs',
  field: 'asylum',
  ...change,
});

test('the usual case asks for a language and a field, nothing else', () => {
  expect(toArgs(form(), 'k', false)).toEqual({
    key: 'k',
    language: 'prs',
    field: 'asylum',
    modality: 'video',
    emergency: false,
    requirements: [],
    wishes: [],
    relatedAllowed: false,
    ownReference: null,
  });
});

test('a gender that must be is a requirement, else a wish with its release time', () => {
  const must = toArgs(form({ gender: 'female', genderStrength: 'must' }), 'k', false);
  expect(must.requirements).toEqual([{ kind: 'gender', value: 'female' }]);
  const soft = toArgs(form({ gender: 'female', genderStrength: '60' }), 'k', false);
  expect(soft.wishes).toEqual([{ what: { kind: 'gender', value: 'female' }, releasedAfterSeconds: 60 }]);
});

test('a wish without a release time only ranks', () => {
  const { wishes } = toArgs(form({ level: '3', levelStrength: 'wish', fieldKnown: true }), 'k', false);
  expect(wishes.map(wish => [wish.what.kind, wish.releasedAfterSeconds])).toEqual([
    ['level', null],
    ['field', null],
  ]);
});

test('only a clinic can send an emergency', () => {
  expect(toArgs(form({ emergency: true }), 'k', false).emergency).toBe(false);
  expect(toArgs(form({ emergency: true }), 'k', true).emergency).toBe(true);
});

test('an own reference is trimmed, and blank ones are none', () => {
  expect(toArgs(form({ ownReference: '  ' }), 'k', false).ownReference).toBeNull();
  expect(toArgs(form({ ownReference: ' Z 7 ' }), 'k', false).ownReference).toBe('Z 7');
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
  const args = toArgs({ ...before, fieldKnown: true, ownReference: 'Z 7' }, 'k', true);
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
  const { wishes } = toArgs(again, 'k', false);
  expect(wishes).toEqual([{ what: { kind: 'interpreter', value: 'i' }, releasedAfterSeconds: againSeconds }]);
  const request = { ...toArgs(again, 'k', false), namedInterpreter: 'D-0007', priority: 'normal' };
  expect(formOf(request as unknown as RequestView)).toEqual(again);
});
