import bell from '@material-symbols/svg-400/rounded/notifications_active-fill.svg?raw';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import { newId } from '../../protocol/device';
import type { CallbackView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { Countdown } from '../shared/Elapsed';
import { useLanguages } from '../shared/languages';
import { useLive, useSituation } from '../shared/live';
import { toast, toastError } from '../shared/toasts';
import { useCallbackAlarm } from './useCallbackAlarm';

/** On every page of a requester: whoever looks at something else is told as well. */
export function CallbackPlace() {
  const callback = useSituation()?.callback ?? null;
  const [dismissed, setDismissed] = useState('');
  if (!callback || dismissed === callback.id) return null;
  return <CallbackCard callback={callback} onGone={() => setDismissed(callback.id)} />;
}

/** The wish to be called back: quiet while it waits, loud when somebody is free, and one tap to go on. */
function CallbackCard({ callback, onGone }: { callback: CallbackView; onGone: () => void }) {
  const language = useLanguages()(callback.language).germanName;
  useCallbackAlarm(callback, language);
  if (callback.state === 'ready') return <Ready callback={callback} language={language} />;
  if (callback.state === 'open') return <Open callback={callback} language={language} />;
  if (callback.state === 'expired') return <Expired language={language} onGone={onGone} />;
  return null;
}

function Ready({ callback, language }: { callback: CallbackView; language: string }) {
  const { t } = useTranslation('waiting');
  const { connection } = useLive();
  const navigate = useNavigate();
  const key = useRef(newId());
  const take = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('TakeCallback', { callbackId: callback.id, key: key.current }),
    onSuccess: () => navigate({ to: '/anfragen' }),
    onError: toastError,
  });
  return (
    <div className="callback-ready">
      <Alert
        tone="success"
        icon={bell}
        title={<span className="callback-title">{t('callback.ready', { language })}</span>}
        actions={
          <>
            <Button look="primary" isPending={take.isPending} onPress={() => take.mutate()}>
              {t('callback.take')}
            </Button>
            <CancelButton callback={callback} text={t('callback.refuse')} />
          </>
        }
      >
        <p>{t('callback.readyText', { asked: formatTime(callback.askedAt) })}</p>
        <p className="muted">
          {t('callback.left')} <Countdown until={callback.expiresAt} />
        </p>
      </Alert>
    </div>
  );
}

function Open({ callback, language }: { callback: CallbackView; language: string }) {
  const { t } = useTranslation('waiting');
  return (
    <Alert
      tone="info"
      live
      title={t('callback.open', { language })}
      actions={<CancelButton callback={callback} text={t('callback.cancel')} />}
    >
      {t('callback.openText', { time: formatTime(callback.expiresAt) })}
    </Alert>
  );
}

function Expired({ language, onGone }: { language: string; onGone: () => void }) {
  const { t } = useTranslation('waiting');
  const { t: shell } = useTranslation();
  return (
    <Alert
      tone="warning"
      live
      title={t('callback.expired', { language })}
      actions={
        <Button small onPress={onGone}>
          {shell('close')}
        </Button>
      }
    >
      {t('callback.expiredText')}
    </Alert>
  );
}

function CancelButton({ callback, text }: { callback: CallbackView; text: string }) {
  const { t } = useTranslation('waiting');
  const { connection } = useLive();
  const cancel = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('CancelCallback', { callbackId: callback.id }),
    onSuccess: () => toast('info', t('callback.cancelled')),
    onError: toastError,
  });
  return (
    <Button isPending={cancel.isPending} onPress={() => cancel.mutate()}>
      {text}
    </Button>
  );
}
