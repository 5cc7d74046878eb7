import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SessionView } from '../../../protocol/messages';
import { languagesQuery } from '../languages';
import { useLive, useSituation, useStore } from '../live';
import { type Calls, openCalls } from './calls';
import type { Ongoing } from './ongoing';

/** What a page has to show of the session of the signed-in person. */
export type CallPlace =
  /** no session, or it has ended: `session` is the one that ended last */
  | { place: 'none'; session: SessionView | null; ongoing: null }
  /** this tab carries the call */
  | { place: 'here'; session: SessionView; ongoing: Ongoing }
  /** another tab or device of the same person carries it */
  | { place: 'elsewhere'; session: SessionView; ongoing: null };

export const useCalls = (): Calls => openCalls(useLive());

/** The one call of this page. It lives outside of React and goes on when components come and go. */
export function useCall(): CallPlace {
  const calls = useCalls();
  const { data: languages } = useQuery(languagesQuery);
  useEffect(() => {
    calls.isSigned = code => languages?.some(one => one.code === code && one.modality === 'signed') ?? false;
  }, [calls, languages]);
  const session = useSituation()?.session ?? null;
  const ongoing = useStore(calls.current);
  const hungUp = useStore(calls.hungUp);
  if (!session || session.state === 'ended') return { place: 'none', session, ongoing: null };
  if (hungUp === session.id) return { place: 'none', session: { ...session, state: 'ended' }, ongoing: null };
  return ongoing ? { place: 'here', session, ongoing } : { place: 'elsewhere', session, ongoing: null };
}
