import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getJson, putJson } from '../../protocol/http';
import { Card } from '../shared/Card';
import { CheckField } from '../shared/CheckField';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Skeleton } from '../shared/Skeleton';
import { toastError } from '../shared/toasts';

type Reach = 'never' | 'when_paused' | 'also_in_breaks';
const path = '/api/my-reach';

const reachQuery = queryOptions({
  queryKey: ['reach'],
  queryFn: ({ signal }) => getJson<{ reach: Reach }>(path, signal),
});

/** Whether emergencies may ring in a pause: an own choice that can be taken back at any time. */
export function ReachCard() {
  const { t } = useTranslation('interpreter');
  const client = useQueryClient();
  const { data, error, refetch, isPending } = useQuery(reachQuery);
  const change = useMutation({
    mutationFn: (reach: Reach) => putJson<{ reach: Reach }>(path, { reach }),
    onSuccess: answer => client.setQueryData(reachQuery.queryKey, answer),
    onError: toastError,
  });
  const reach = change.isPending ? change.variables : data?.reach;
  return (
    <Card title={t('reach.title')}>
      {isPending && <Skeleton lines={2} />}
      {error && !data && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {reach && (
        <div className="stack-tight">
          <CheckField
            label={t('reach.whenPaused')}
            hint={t('reach.whenPausedHint')}
            isSelected={reach !== 'never'}
            onChange={on => change.mutate(on ? 'when_paused' : 'never')}
          />
          {reach !== 'never' && (
            <CheckField
              label={t('reach.alsoInBreaks')}
              isSelected={reach === 'also_in_breaks'}
              onChange={on => change.mutate(on ? 'also_in_breaks' : 'when_paused')}
            />
          )}
        </div>
      )}
    </Card>
  );
}
