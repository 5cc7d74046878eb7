import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../i18n/errorText';
import { newId } from '../../protocol/device';
import type { RequestView } from '../../protocol/messages';
import { useLive } from '../shared/live';
import { toast, toastError } from '../shared/toasts';
import { rememberRequest } from './remembered';
import { type RequestForm, toArgs } from './requestForm';
import { Undo } from './undo';
import { useRights } from './useRights';
import { isSearching } from './waitText';

const undo = new Undo();

/** Asks, changes and withdraws; what the hub tells about the request comes through the situation. */
export function useRequest(request: RequestView | null) {
  const { t } = useTranslation('requester');
  const { connection } = useLive();
  const may = useRights();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const ask = async (form: RequestForm, { remember = true, help = false } = {}) => {
    if (isSending) return;
    setSending(true);
    setError(null);
    if (remember) rememberRequest(form);
    try {
      await connection.invoke('RequestInterpreter', {
        ...toArgs(form, newId(), may),
        askForHelp: help,
      });
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };

  const withdraw = async (id: string) => {
    try {
      await connection.invoke('CancelRequest', { requestId: id });
      return true;
    } catch (failure) {
      // Who was too late sees what came instead: the conversation or the end of the search.
      const late = ['request_not_cancellable', 'request_not_found'].includes(codeOf(failure));
      if (!late) toastError(failure);
      return false;
    }
  };

  const cancel = () =>
    request &&
    undo.plan(async () => {
      if (await withdraw(request.id)) toast('info', t('wait.cancelled'));
    });

  /** Out of the room of an appointment: no undo is needed, the way in stays open. */
  const leave = async (said: string) => {
    if (!request || isSending) return;
    setSending(true);
    if (await withdraw(request.id)) toast('info', said);
    setSending(false);
  };

  /** One of the choices while waiting; who was too late sees what came instead. */
  const choose = async (act: () => Promise<unknown>) => {
    if (isSending) return;
    setSending(true);
    undo.takeBack();
    try {
      await act();
    } catch (failure) {
      if (codeOf(failure) !== 'request_not_waiting') toastError(failure);
    } finally {
      setSending(false);
    }
  };
  const requestId = request?.id ?? '';
  const ease = (to: { audio?: true; related?: true }) =>
    choose(() =>
      connection.invoke('EaseRequest', {
        requestId,
        toAudio: to.audio === true,
        allowRelated: to.related === true,
      }),
    );
  const askForHelp = () => choose(() => connection.invoke('AskForHelp', { requestId }));
  const askCallback = (id = requestId) => choose(() => connection.invoke('AskCallback', { requestId: id }));

  const wanted = isSearching(request) && request.state !== 'assigned';
  useEffect(() => {
    if (!wanted) undo.doNow();
  }, [wanted]);
  useEffect(() => {
    const leave = () => undo.doNow();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      undo.doNow();
    };
  }, []);

  return { ask, cancel, leave, ease, askForHelp, askCallback, undo, isSending, error };
}

export type RequestActions = ReturnType<typeof useRequest>;
