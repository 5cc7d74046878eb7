import type { RequestView } from '../../protocol/messages';

/** What is happening right now, as the key of a German sentence. */
export type WaitStep = 'ringing' | 'nobodyOnDuty' | 'next' | 'queued' | 'accepted';

/** The honest description of a wait: nothing is promised that the view does not say. */
export function waitStep(request: RequestView): WaitStep {
  if (request.state === 'assigned') return 'accepted';
  if (request.ringing > 0) return 'ringing';
  if (request.onDuty === 0) return 'nobodyOnDuty';
  return (request.position ?? 1) <= 1 ? 'next' : 'queued';
}

/** The choices beside waiting that are real for this request. */
export interface WaitChoices {
  audioOnly: boolean;
  relatedLanguages: boolean;
}

const audioAfterSeconds = 30;
const relatedAfterSeconds = 60;

/** Audio after 30 s, related languages after 60 s, both at once when nobody is on duty (SEMANTICS.md 3). */
export function waitChoices(request: RequestView, nowSeconds: number, hasRelated: boolean): WaitChoices {
  const waited = nowSeconds - Date.parse(request.requestedAt) / 1000;
  const due = nowSeconds >= Date.parse(request.choicesAt) / 1000 || request.onDuty === 0;
  return {
    audioOnly: request.modality === 'video' && (due || waited >= audioAfterSeconds),
    relatedLanguages: hasRelated && !request.relatedAllowed && (due || waited >= relatedAfterSeconds),
  };
}

export const isSearching = (request: RequestView | null): request is RequestView =>
  request !== null && ['waiting', 'offered', 'assigned'].includes(request.state);
