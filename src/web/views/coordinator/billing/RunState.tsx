import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../../protocol/http';
import { Alert } from '../../shared/Alert';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { progressOf, type Run, type RunView, runQuery } from './runs';
import { runTones } from './runTones';
import { wordOf } from './search';
import { useContinue } from './useContinue';

/** How far it is; it can be stopped between two parties, and goes on. */
export function RunState({ view }: { view: RunView }) {
  const { t } = useTranslation('runs');
  const { run } = view;
  const { done, all } = progressOf(view);
  const isAway = useContinue(run);
  const id = useId();
  return (
    <Card
      title={<span id={id}>{t('run.progress')}</span>}
      actions={<Badge tone={runTones[run.state]}>{t(`states.${run.state}`)}</Badge>}
    >
      {all > 0 && <progress className="run-progress" aria-labelledby={id} max={all} value={done} />}
      <p role="status">
        {t('run.of', { done, all })}. {t(`run.${run.state}Text`)}
      </p>
      {isAway && <Alert tone="warning" title={t('run.retrying')} live />}
      {run.refused > 0 && run.state === 'done' && (
        <Alert
          tone="warning"
          title={t('run.refusedText', { count: run.refused })}
          actions={<Again run={run} />}
        />
      )}
      <RunButtons run={run} />
    </Card>
  );
}

function Again({ run: { side, fromDay, untilDay } }: { run: Run }) {
  const { t } = useTranslation('runs');
  return (
    <LinkButton
      small
      to="/disposition/abrechnung/laeufe/neu"
      search={{ seite: wordOf(side), von: fromDay, bis: untilDay }}
    >
      {t('run.again')}
    </LinkButton>
  );
}

function RunButtons({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const client = useQueryClient();
  const { queryKey } = runQuery(run.id);
  const move = useMutation({
    networkMode: 'always',
    mutationFn: (act: 'pause' | 'resume') => postJson<RunView>(`/api/billing/runs/${run.id}/${act}`),
    onSuccess: view => client.setQueryData(queryKey, view),
    // It may have ended meanwhile.
    onError: () => void client.invalidateQueries({ queryKey }),
  });
  const act = run.state === 'issuing' ? 'pause' : 'resume';
  return (
    <>
      <ErrorAlert error={move.error} />
      <div className="row">
        {run.state !== 'done' && (
          <Button isPending={move.isPending} onPress={() => move.mutate(act)}>
            {t(`run.${act}`)}
          </Button>
        )}
        {run.issued > 0 && (
          <LinkButton
            look={run.state === 'done' ? 'primary' : 'secondary'}
            to="/disposition/abrechnung/belege"
            search={{ lauf: run.id }}
          >
            {t('run.documents')}
          </LinkButton>
        )}
      </div>
    </>
  );
}
