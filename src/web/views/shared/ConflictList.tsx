import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format';
import { http } from '../../protocol/http';
import { Button } from './Button';
import { Card } from './Card';
import { type Conflict, conflictsKey, conflictsQuery } from './conflicts';
import { toast, toastError } from './toasts';

type Side = 'requester' | 'interpreter' | 'coordinator';

/** Beside other things, and only where there is something to undo. */
export function ConflictCard({ side }: { side: 'requester' | 'interpreter' }) {
  const { t } = useTranslation('conflict');
  const { data } = useQuery(conflictsQuery);
  if (!data || data.length === 0) return null;
  return (
    <Card title={t(`${side}.list`)}>
      <ConflictList side={side} rows={data} />
    </Card>
  );
}

export function ConflictList({ side, rows }: { side: Side; rows: readonly Conflict[] }) {
  const { t } = useTranslation('conflict');
  return (
    <ul className="history-list">
      {rows.map(row => (
        <li key={row.id} className="conflict-row">
          <div>
            <span className="strong">{nameOf(row, side)}</span>
            <p className="muted small">
              {[
                side === 'coordinator' && t(`coordinator.by.${row.blockedBy}`),
                t(`reason.${row.reason}`),
                t('since', { date: formatDate(row.createdAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Undo row={row} name={nameOf(row, side)} />
        </li>
      ))}
    </ul>
  );
}

function Undo({ row, name }: { row: Conflict; name: string }) {
  const { t } = useTranslation('conflict');
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => http('DELETE', `/api/conflicts/${row.id}`),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: conflictsKey });
      void client.invalidateQueries({ queryKey: ['requests'] });
      toast('success', t('undone', { name }));
    },
    onError: toastError,
  });
  return (
    <Button
      small
      isPending={undo.isPending}
      aria-label={t('undoNamed', { name })}
      onPress={() => undo.mutate()}
    >
      {t('undo')}
    </Button>
  );
}

/** Each side sees the other; customers by number only. */
function nameOf(row: Conflict, side: Side): string {
  if (side === 'interpreter') return row.customerName;
  if (side === 'requester') return row.interpreterNumber;
  return `${row.interpreterName ?? ''} (${row.interpreterNumber}), ${row.customerName}`;
}
