import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { newId } from '../../../protocol/device';
import { Button } from '../../shared/Button';
import { Dialog } from '../../shared/Dialog';
import { ErrorAlert } from '../../shared/ErrorAlert';
import type { Side } from '../tariffs/tariffs';
import type { Period } from './period';
import { type PreviewParty, runQuery, startRun, sumOf } from './runs';

interface Props {
  side: Side;
  period: Period;
  parties: readonly PreviewParty[];
  /** Whose disputed services are billed all the same. */
  withDisputed: readonly string[];
  onClose: () => void;
}

/** Says once more what will be issued: it cannot be taken back but by documents of their own. */
export function StartDialog({ side, period, parties, withDisputed, onClose }: Props) {
  const { t } = useTranslation('runs');
  const shell = useTranslation().t;
  const client = useQueryClient();
  const navigate = useNavigate();
  // However often the press is sent: one run.
  const [key] = useState(newId);
  const { documents, gross } = sumOf(parties);
  const start = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      startRun(
        key,
        side,
        period,
        parties.map(({ id }) => id),
        withDisputed,
      ),
    onSuccess: made => {
      client.setQueryData(runQuery(made.run.id).queryKey, made);
      void client.invalidateQueries({ queryKey: ['billing', 'runs'] });
      void navigate({ to: '/disposition/abrechnung/laeufe/$id', params: { id: made.run.id } });
    },
  });
  return (
    <Dialog
      title={t('preview.startTitle', { count: documents })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{shell('cancel')}</Button>
          <Button look="primary" isPending={start.isPending} onPress={() => start.mutate()}>
            {t('preview.start')}
          </Button>
        </>
      }
    >
      <p>{t('preview.startText', { gross: formatEuro(gross) })}</p>
      {withDisputed.length > 0 && <p>{t('preview.startDisputed')}</p>}
      <ErrorAlert error={start.error} />
    </Dialog>
  );
}
