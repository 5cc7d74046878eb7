import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PresenceView } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { Countdown } from '../shared/Elapsed';
import { useLive } from '../shared/live';
import { toastError } from '../shared/toasts';

/** A moment to breathe after a session: what is left of it, finish now, more time. */
export function WrapUpCard({ presence }: { presence: PresenceView }) {
  const { t } = useTranslation('interpreter');
  const { connection } = useLive();
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('EndWrapUp'),
    onError: toastError,
  });
  const extend = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('ExtendWrapUp'),
    onError: toastError,
  });
  const { wrapUpUntil, wrapUpUntilAtMost } = presence;
  const canExtend = wrapUpUntilAtMost === null || wrapUpUntil !== wrapUpUntilAtMost;
  return (
    <Card
      title={t('wrapUp.title')}
      className="wrap-up"
      actions={wrapUpUntil && <Countdown until={wrapUpUntil} className="wrap-up-left" />}
    >
      <p>{canExtend ? t('wrapUp.text') : `${t('wrapUp.text')} ${t('wrapUp.atMost')}`}</p>
      <div className="row">
        <Button look="primary" isPending={end.isPending} onPress={() => end.mutate()}>
          {t('wrapUp.end')}
        </Button>
        <Button isPending={extend.isPending} isDisabled={!canExtend} onPress={() => extend.mutate()}>
          {t('wrapUp.extend')}
        </Button>
      </div>
    </Card>
  );
}
