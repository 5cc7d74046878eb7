import type { Field, RequestInterpreterArgs, RequestView, Requirement, Wish } from '../../protocol/messages';

/** How binding an option is: always, only for ranking, or binding until so many seconds have passed. */
export type Strength = 'must' | 'wish' | '30' | '60' | '120';
export type Level = '1' | '2' | '3' | '4' | '5';

/** What a person has chosen before the press. */
export interface RequestForm {
  language: string | null;
  field: Field | null;
  modality: 'video' | 'audio';
  gender: 'any' | 'female' | 'male' | 'diverse';
  genderStrength: Strength;
  sworn: boolean;
  level: 'any' | Level;
  levelStrength: Strength;
  fieldKnown: boolean;
  relatedAllowed: boolean;
  /** Rings there first; never remembered. */
  again: { interpreterId: string; number: string } | null;
  ownReference: string;
  emergency: boolean;
}

/** So long it rings only where the person has asked for it again. */
export const againSeconds = 30;

export const fields: readonly Field[] = [
  'immigration',
  'asylum',
  'social',
  'health',
  'mental_health',
  'school',
  'police_courts',
];

export const referenceLength = 20;

export const emptyForm: RequestForm = {
  language: null,
  field: null,
  modality: 'video',
  gender: 'any',
  genderStrength: '60',
  sworn: false,
  level: 'any',
  levelStrength: '60',
  fieldKnown: false,
  relatedAllowed: false,
  again: null,
  ownReference: '',
  emergency: false,
};

export type Missing = 'language' | 'field' | 'ownReference';

/** What still has to be filled in or changed, in the order of the page. */
export function missing(form: RequestForm): Missing[] {
  const found: Missing[] = [];
  if (!form.language) found.push('language');
  if (!form.field) found.push('field');
  if ([...form.ownReference.trim()].length > referenceLength) found.push('ownReference');
  return found;
}

/** The hub's arguments for a complete form; `key` is one per press. */
export function toArgs(form: RequestForm, key: string, mayEmergency: boolean): RequestInterpreterArgs {
  if (!form.language || !form.field) throw new Error('The form is not complete');
  const { requirements, wishes } = demands(form);
  return {
    key,
    language: form.language,
    field: form.field,
    modality: form.modality,
    emergency: form.emergency && mayEmergency,
    requirements,
    wishes,
    relatedAllowed: form.relatedAllowed,
    ownReference: form.ownReference.trim() || null,
  };
}

/** How many of the folded options are in use: shown while they are folded. */
export function optionCount(form: RequestForm): number {
  const { requirements, wishes } = demands(form);
  return (
    requirements.length +
    wishes.length +
    Number(form.relatedAllowed) +
    Number(form.ownReference.trim() !== '')
  );
}

function demands(form: RequestForm): { requirements: Requirement[]; wishes: Wish[] } {
  const requirements: Requirement[] = [];
  const wishes: Wish[] = [];
  const add = (what: Requirement, strength: Strength) => {
    if (strength === 'must') requirements.push(what);
    else wishes.push({ what, releasedAfterSeconds: strength === 'wish' ? null : Number(strength) });
  };
  if (form.gender !== 'any') add({ kind: 'gender', value: form.gender }, form.genderStrength);
  if (form.sworn) add({ kind: 'sworn' }, 'must');
  if (form.level !== 'any') add({ kind: 'level', value: form.level }, form.levelStrength);
  if (form.fieldKnown) add({ kind: 'field' }, 'wish');
  if (form.again)
    wishes.push({
      what: { kind: 'interpreter', value: form.again.interpreterId },
      releasedAfterSeconds: againSeconds,
    });
  return { requirements, wishes };
}

/** The need of an earlier conversation, with the same interpreter first. */
export function formAgain(past: {
  language: string;
  field: Field;
  modality: 'video' | 'audio';
  session: { interpreterId: string; interpreterNumber: string } | null;
}): RequestForm {
  const { language, field, modality, session } = past;
  const again = session && { interpreterId: session.interpreterId, number: session.interpreterNumber };
  return { ...emptyForm, language, field, modality, again };
}

const strengths: readonly string[] = ['30', '60', '120'];

/** The form that a request came from, to ask again or to change it after a reload. */
export function formOf(request: RequestView): RequestForm {
  const form: RequestForm = {
    ...emptyForm,
    language: request.language,
    field: request.field,
    modality: request.modality,
    relatedAllowed: request.relatedAllowed,
    ownReference: request.ownReference ?? '',
    emergency: request.priority === 'emergency',
  };
  for (const what of request.requirements) take(form, what, 'must');
  for (const { what, releasedAfterSeconds } of request.wishes) {
    const seconds = String(releasedAfterSeconds);
    take(form, what, strengths.includes(seconds) ? (seconds as Strength) : 'wish');
    if (what.kind === 'interpreter' && request.namedInterpreter)
      form.again = { interpreterId: what.value, number: request.namedInterpreter };
  }
  return form;
}

function take(form: RequestForm, what: Requirement, strength: Strength): void {
  if (what.kind === 'gender') Object.assign(form, { gender: what.value, genderStrength: strength });
  if (what.kind === 'level') Object.assign(form, { level: what.value, levelStrength: strength });
  if (what.kind === 'sworn') form.sworn = true;
  if (what.kind === 'field') form.fieldKnown = true;
}
