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
  swornStrength: Strength;
  level: 'any' | Level;
  levelStrength: Strength;
  fieldKnown: boolean;
  fieldStrength: Strength;
  /** One of the chosen language's own. */
  variety: string | null;
  varietyStrength: Strength;
  relatedAllowed: boolean;
  /** Somebody who has interpreted before; never remembered. */
  again: { interpreterId: string; number: string } | null;
  againStrength: Strength;
  ownReference: string;
  emergency: boolean;
  urgent: boolean;
}

/** What the own unit may ask for; the server checks again. */
export interface Rights {
  emergency: boolean;
  urgent: boolean;
}

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
  swornStrength: 'must',
  level: 'any',
  levelStrength: '60',
  fieldKnown: false,
  fieldStrength: 'wish',
  variety: null,
  varietyStrength: '60',
  relatedAllowed: false,
  again: null,
  againStrength: '30',
  ownReference: '',
  emergency: false,
  urgent: false,
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
export function toArgs(form: RequestForm, key: string, may: Rights): RequestInterpreterArgs {
  if (!form.language || !form.field) throw new Error('The form is not complete');
  const { requirements, wishes } = demands(form);
  return {
    key,
    language: form.language,
    field: form.field,
    modality: form.modality,
    emergency: form.emergency && may.emergency,
    urgent: form.urgent && may.urgent,
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
  if (form.sworn) add({ kind: 'sworn' }, form.swornStrength);
  if (form.level !== 'any') add({ kind: 'level', value: form.level }, form.levelStrength);
  if (form.fieldKnown) add({ kind: 'field' }, form.fieldStrength);
  if (form.variety) add({ kind: 'variety', value: form.variety }, form.varietyStrength);
  if (form.again) add({ kind: 'interpreter', value: form.again.interpreterId }, form.againStrength);
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

/** What of a request, or of an appointment, says what was needed. */
export type AskedNeed = Pick<
  RequestView,
  | 'language'
  | 'field'
  | 'modality'
  | 'priority'
  | 'requirements'
  | 'wishes'
  | 'relatedAllowed'
  | 'ownReference'
  | 'namedInterpreter'
>;

/** The form that a request came from, to ask again or to change it after a reload. */
export function formOf(request: AskedNeed): RequestForm {
  const form: RequestForm = {
    ...emptyForm,
    language: request.language,
    field: request.field,
    modality: request.modality,
    relatedAllowed: request.relatedAllowed,
    ownReference: request.ownReference ?? '',
    emergency: request.priority === 'emergency',
    urgent: request.priority === 'police_or_child_protection',
  };
  const again = request.namedInterpreter;
  for (const what of request.requirements) take(form, what, 'must', again);
  for (const { what, releasedAfterSeconds } of request.wishes) {
    const seconds = String(releasedAfterSeconds);
    take(form, what, strengths.includes(seconds) ? (seconds as Strength) : 'wish', again);
  }
  return form;
}

function take(form: RequestForm, what: Requirement, strength: Strength, named: string | null): void {
  if (what.kind === 'gender') Object.assign(form, { gender: what.value, genderStrength: strength });
  if (what.kind === 'level') Object.assign(form, { level: what.value, levelStrength: strength });
  if (what.kind === 'sworn') Object.assign(form, { sworn: true, swornStrength: strength });
  if (what.kind === 'field') Object.assign(form, { fieldKnown: true, fieldStrength: strength });
  if (what.kind === 'variety') Object.assign(form, { variety: what.value, varietyStrength: strength });
  if (what.kind === 'interpreter' && named)
    Object.assign(form, { again: { interpreterId: what.value, number: named }, againStrength: strength });
}
