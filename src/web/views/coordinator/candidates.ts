import type { FloorInterpreter, FloorRequest } from '../../protocol/messages';
import { isReadyNow } from './floorFigures';

/** Who could take a request, longest free first, and who speaks the language but cannot right now. */
export function candidatesFor(request: FloorRequest, interpreters: readonly FloorInterpreter[]) {
  const served = [request.language, ...(request.relatedAllowed ? request.relatedLanguages : [])];
  const speaking = interpreters.filter(
    ({ languages, presence }) =>
      presence.state !== 'offline' && languages.some(language => served.includes(language)),
  );
  const isReady = (row: FloorInterpreter) =>
    isReadyNow(row) && row.connected && (row.ringingFor === null || row.ringingFor === request.id);
  const bySince = (a: FloorInterpreter, b: FloorInterpreter) =>
    Date.parse(a.presence.since) - Date.parse(b.presence.since);
  return {
    ready: speaking.filter(isReady).sort(bySince),
    others: speaking.filter(row => !isReady(row)).sort(bySince),
  };
}
