import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { http, postJson } from '../../protocol/http';
import { Badge, type Tone } from '../shared/Badge';
import { Button } from '../shared/Button';
import { useLanguages } from '../shared/languages';
import { useStandbySpan } from '../shared/standby';
import { toast, toastError } from '../shared/toasts';
import { ConfirmDialog } from './ConfirmDialog';
import {
  type ShownState,
  type StandbyShift,
  type StandbyTake,
  shiftsQuery,
  stateOf,
  takenOf,
} from './standby';

const tones = {
  open: 'warning',
  filled: 'success',
  cancelled: 'neutral',
  over: 'neutral',
} as const satisfies Record<ShownState, Tone>;

/** One shift: when, how many of its places are taken, by whom, and what can still be done. */
export function StandbyRow({ shift }: { shift: StandbyShift }) {
  const { t } = useTranslation('standby');
  const nameOf = useLanguages();
  const span = useStandbySpan()(shift);
  const state = stateOf(shift, serverNow());
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{span}</span>
        <span className="cell-sub">{t(`notes.${shift.note}`)}</span>
      </th>
      <td>{shift.language ? nameOf(shift.language).germanName : t('anyLanguage')}</td>
      <td>
        <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
        <span className="cell-sub">{t('taken', { taken: takenOf(shift), places: shift.places })}</span>
      </td>
      <td>
        {shift.takes.length === 0 ? (
          t('nobody')
        ) : (
          <ul className="standby-takes">
            {shift.takes.map(take => (
              <Take key={take.interpreterId} take={take} />
            ))}
          </ul>
        )}
      </td>
      <td className="cell-actions">
        {(state === 'open' || state === 'filled') && <Actions shift={shift} name={span} />}
      </td>
    </tr>
  );
}

function Take({
  take: { name, number, state, servedMinutes, pausedMinutes, hindrance },
}: {
  take: StandbyTake;
}) {
  const { t } = useTranslation('standby');
  return (
    <li>
      {name}, {number}: {t(`take.${state}`, { served: servedMinutes ?? 0, paused: pausedMinutes ?? 0 })}{' '}
      {hindrance && <Badge tone="danger">{t(`inTheWay.${hindrance}`)}</Badge>}
    </li>
  );
}

function Actions({ shift, name }: { shift: StandbyShift; name: string }) {
  const { t } = useTranslation('standby');
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey: shiftsQuery.queryKey });
  const again = useMutation({
    mutationFn: () => postJson<{ offered: number }>(`/api/standby/${shift.id}/offers`),
    onSuccess: ({ offered }) => {
      refresh();
      toast(offered > 0 ? 'success' : 'info', t('offered', { count: offered }));
    },
    onError: toastError,
  });
  const cancel = useMutation({
    mutationFn: () => http('DELETE', `/api/standby/${shift.id}`),
    onSuccess: () => {
      refresh();
      setAsks(false);
      toast('success', t('cancelled'));
    },
  });
  return (
    <div className="cell-buttons">
      {shift.state === 'open' && (
        <Button
          small
          isPending={again.isPending}
          aria-label={t('againNamed', { name })}
          onPress={() => again.mutate()}
        >
          {t('again')}
        </Button>
      )}
      {Date.parse(shift.startsAt) > serverNow() && (
        <Button small look="tertiary" aria-label={t('cancelNamed', { name })} onPress={() => setAsks(true)}>
          {t('cancel')}
        </Button>
      )}
      {asks && (
        <ConfirmDialog
          title={t('cancelTitle')}
          confirm={t('cancel')}
          error={cancel.error}
          isPending={cancel.isPending}
          onConfirm={() => cancel.mutate()}
          onClose={() => setAsks(false)}
        >
          {t('cancelText', { name })}
        </ConfirmDialog>
      )}
    </div>
  );
}
