import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../protocol/messages';
import { Alert } from '../Alert';
import { announce } from '../announce';
import { Button } from '../Button';
import { useSecond } from '../Elapsed';
import { useLive } from '../live';
import { toastError } from '../toasts';
import type { Ongoing } from './ongoing';
import { useShortcuts } from './shortcuts';
import { playTone } from './tone';

interface Props {
  session: SessionView;
  ongoing: Ongoing;
  name: string;
}

/** "Are you still there?": one press answers, the focus stays where it is. The other side is told what is going on. */
export function CheckBanner({ session, ongoing, name }: Props) {
  const { t } = useTranslation('call');
  const { check } = session;
  const second = useSecond();
  if (!check) return null;
  const seconds = Math.max(0, Math.ceil(Date.parse(check.endsAt) / 1000 - second));
  if (check.asked !== 'both' && check.asked !== ongoing.side)
    return (
      <Alert tone="info" live title={t('stillHere.other', { name })}>
        {t('stillHere.otherText')}
      </Alert>
    );
  return <Asked session={session} number={check.number} seconds={seconds} />;
}

function Asked({ session, number, seconds }: { session: SessionView; number: number; seconds: number }) {
  const { t } = useTranslation('call');
  const { connection } = useLive();
  const confirm = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('ConfirmHere', { sessionId: session.id }),
    onError: toastError,
  });
  useShortcuts({ j: () => confirm.mutate() });
  const ask = useEffectEvent(() => {
    announce(t('stillHere.announced', { seconds }));
    void playTone();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is asked anew
  useEffect(() => ask(), [number]);
  return (
    <Alert
      tone="warning"
      title={t('stillHere.title')}
      actions={
        <Button
          look="primary"
          isPending={confirm.isPending}
          onPress={() => confirm.mutate()}
          aria-keyshortcuts="J"
        >
          {t('stillHere.yes')}
        </Button>
      }
    >
      {t('stillHere.text', { seconds })}
    </Alert>
  );
}
