import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../i18n/errorText';
import { newId } from '../../protocol/device';
import type { RequestView } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { useLive } from '../shared/live';
import { toastError } from '../shared/toasts';
import { formOf } from './requestForm';
import type { RequestActions } from './useRequest';

interface Props {
  sessionId: string;
  request: RequestView | null;
  actions: RequestActions;
}

/** After a complaint: the same wishes at the old place, with somebody else. Later than two minutes it is an ordinary request. */
export function Reconnect({ sessionId, request, actions }: Props) {
  const { t } = useTranslation('call');
  const { connection } = useLive();
  const key = useRef(newId());
  const [isSending, setSending] = useState(false);
  const reconnect = async () => {
    setSending(true);
    try {
      await connection.invoke('AskAgain', { sessionId, key: key.current });
    } catch (failure) {
      if (codeOf(failure) === 'session_not_found' && request)
        await actions.ask(formOf(request), { remember: false });
      else toastError(failure);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <p className="muted full-row">{t('complaint.reconnectText')}</p>
      <Button look="primary" isPending={isSending} onPress={() => void reconnect()}>
        {t('complaint.reconnect')}
      </Button>
    </>
  );
}
