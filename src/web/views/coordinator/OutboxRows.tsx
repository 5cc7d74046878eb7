import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format';
import { postJson } from '../../protocol/http';
import { Badge } from '../shared/Badge';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { toast, toastError } from '../shared/toasts';
import { failureOf, type MailRow, tones, waitOf } from './outbox';
import { WideTable } from './ReportPage';

/** Mails one by one, the newest first. */
export function OutboxRows({ rows, onShow }: { rows: MailRow[]; onShow: (id: string) => void }) {
  const { t } = useTranslation('mail');
  return (
    <Card title={t('rows')}>
      <WideTable className="ledger-rows">
        <thead>
          <tr>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('stateFilter')}</th>
            <th scope="col">{t('actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{formatDateTime(row.createdAt)}</th>
              <td>
                <span className="cell-main">{row.subject}</span>
                <span className="cell-sub">{t(`kind.${row.kind}`)}</span>
              </td>
              <td>{row.to ?? t('noAddress')}</td>
              <td>
                <State row={row} />
              </td>
              <td>
                <Actions row={row} onShow={onShow} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Card>
  );
}

function State({ row }: { row: MailRow }) {
  const { t } = useTranslation('mail');
  const failure = row.error && failureOf(row.error);
  const wait = waitOf(row);
  return (
    <>
      <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
      {row.sentAt && <span className="cell-sub">{t('sentAt', { at: formatDateTime(row.sentAt) })}</span>}
      {failure && (
        <span className="cell-sub">
          {t(`error.${failure.key}`, { status: failure.status ?? '' })},{' '}
          {t('attempts', { count: row.attempts })}
        </span>
      )}
      {wait && <span className="cell-sub">{t(wait.key, { at: formatDateTime(wait.at) })}</span>}
    </>
  );
}

function Actions({ row, onShow }: { row: MailRow; onShow: (id: string) => void }) {
  const { t } = useTranslation('mail');
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => postJson(`/api/mails/${row.id}/again`),
    onSuccess: () => toast('success', t('againDone')),
    onError: toastError,
    onSettled: () => client.invalidateQueries({ queryKey: ['mails'] }),
  });
  return (
    <div className="outbox-actions">
      <Button small aria-label={t('showNamed', { subject: row.subject })} onPress={() => onShow(row.id)}>
        {t('show')}
      </Button>
      {row.state === 'given_up' && (
        <Button
          small
          isPending={again.isPending}
          aria-label={t('againNamed', { subject: row.subject })}
          onPress={() => again.mutate()}
        >
          {t('again')}
        </Button>
      )}
    </div>
  );
}
