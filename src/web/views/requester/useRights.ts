import { useMe } from '../shared/access';
import type { Rights } from './requestForm';

/** What the own unit may ask for. */
export function useRights(): Rights {
  const me = useMe();
  return { emergency: me?.customerKind === 'clinic', urgent: me?.mayAskUrgently === true };
}
