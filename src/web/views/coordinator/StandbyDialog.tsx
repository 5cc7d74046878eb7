import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { postJson } from '../../protocol/http';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { toast } from '../shared/toasts';
import { type CoverageHour, nextDayOf } from './coverage';
import { CandidateChoice } from './StandbyCandidates';
import { StandbyFields } from './StandbyFields';
import { candidatesQuery, type StandbyOrder, shiftsQuery } from './standby';

interface Props {
  language: string;
  /** The gap it is to fill; null for any time. */
  hour: CoverageHour | null;
  onClose: () => void;
}

/** Makes a shift and offers it to all who fit or to those who are chosen. */
export function StandbyDialog({ language, hour, onClose }: Props) {
  const { t } = useTranslation(['standby', 'shell']);
  const client = useQueryClient();
  const [order, setOrder] = useState<StandbyOrder>(() => firstOrder(language, hour));
  const candidates = useQuery(candidatesQuery(order));
  const offer = useMutation({
    mutationFn: () => postJson<{ offered: number }>('/api/standby', order),
    onSuccess: ({ offered }) => {
      void client.invalidateQueries({ queryKey: shiftsQuery.queryKey });
      toast(offered > 0 ? 'success' : 'info', t('standby:offered', { count: offered }));
      onClose();
    },
  });
  return (
    <Dialog
      title={t('standby:offer.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" isPending={offer.isPending} onPress={() => offer.mutate()}>
            {t('standby:offer.confirm')}
          </Button>
        </>
      }
    >
      <StandbyFields order={order} onChange={change => setOrder({ ...order, ...change })} />
      <CandidateChoice
        candidates={candidates.data ?? []}
        chosen={order.interpreters}
        onChange={interpreters => setOrder({ ...order, interpreters })}
      />
      <ErrorAlert error={offer.error ?? candidates.error} />
    </Dialog>
  );
}

function firstOrder(language: string, hour: CoverageHour | null): StandbyOrder {
  const { weekday, hour: from } = hour ?? { weekday: 1 as const, hour: 8 };
  return {
    language: language || null,
    start: `${nextDayOf(weekday, from, serverNow())}T${String(from).padStart(2, '0')}:00`,
    minutes: 60,
    places: Math.min(50, hour?.gap || 1),
    note: weekday > 5 ? 'weekend' : from < 6 || from >= 20 ? 'night' : 'peak',
    interpreters: null,
  };
}
