import coffee from '@material-symbols/svg-400/rounded/coffee.svg?raw';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PresenceView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { useLive } from '../shared/live';
import { toastError } from '../shared/toasts';

/** After long interpreting: one press takes a break, everything else declines it. */
export function BreakQuestion({ presence, seconds }: { presence: PresenceView; seconds: number }) {
  const { t } = useTranslation('interpreter');
  const { connection } = useLive();
  const take = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('TakeBreak'),
    onError: toastError,
  });
  const count = Math.max(1, Math.floor(presence.continuousSeconds / 60));
  return (
    <Alert
      tone="info"
      live
      icon={coffee}
      title={t('breakDue.question', { count, minutes: Math.round(seconds / 60) })}
      actions={
        <Button look="primary" isPending={take.isPending} onPress={() => take.mutate()}>
          {t('breakDue.take')}
        </Button>
      }
    >
      {t('breakDue.questionText')}
    </Alert>
  );
}
