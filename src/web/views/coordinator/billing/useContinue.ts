import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { postJson } from '../../../protocol/http';
import { documentsKey } from './documents';
import { type Run, type RunView, runQuery } from './runs';

const pause = (time: number) => new Promise(done => setTimeout(done, time));
const breath = 300;
const afterFailure = 4_000;

/** Issues on while the page is open and the run is not stopped; says whether the service is away. */
export function useContinue({ id, state }: Run): boolean {
  const client = useQueryClient();
  const [isAway, setAway] = useState(false);
  const isIssuing = state === 'issuing';
  useEffect(() => {
    if (!isIssuing) return;
    let isOver = false;
    const issue = async () => {
      while (!isOver) {
        try {
          const view = await postJson<RunView>(`/api/billing/runs/${id}/continue`);
          setAway(false);
          client.setQueryData(runQuery(id).queryKey, view);
          if (view.run.state !== 'issuing') return;
          await pause(breath);
        } catch {
          setAway(true);
          await pause(afterFailure);
        }
      }
    };
    void issue().finally(() => {
      for (const key of [documentsKey, ['billing', 'runs'], ['billing', 'preview']])
        void client.invalidateQueries({ queryKey: key });
    });
    return () => {
      isOver = true;
    };
  }, [id, isIssuing, client]);
  return isAway;
}
