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
  help: boolean;
  callback: boolean;
  book: boolean;
}

/** Audio first, then related languages; all of them at once when nobody is on duty (SEMANTICS.md 3). */
export function waitChoices(request: RequestView, nowSeconds: number): WaitChoices {
  const due = (instant: string) => nowSeconds >= Date.parse(instant) / 1000;
  const all = due(request.choicesAt) || request.onDuty === 0;
  return {
    audioOnly: request.modality === 'video' && (all || due(request.audioAt)),
    relatedLanguages:
      request.relatedLanguages.length > 0 && !request.relatedAllowed && (all || due(request.relatedAt)),
    help: all && request.helpAskedAt === null,
    callback: all,
    book: all,
  };
}

export const isSearching = (request: RequestView | null): request is RequestView =>
  request !== null && ['waiting', 'offered', 'assigned'].includes(request.state);
