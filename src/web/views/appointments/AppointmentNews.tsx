import '../shared/words';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubMessages } from '../../protocol/messages';
import { myAppointmentsKey } from '../interpreter/asks';
import { useLanguages } from '../shared/languages';
import { useLive } from '../shared/live';
import { toast } from '../shared/toasts';
import { appointmentsKey } from './appointments';
import { askNewsOf } from './askNews';
import { periodText } from './timeText';

/** What the hub says of appointments, on every page. The lists are read anew; the words are only the hint. */
export function AppointmentNews() {
  const { t } = useTranslation('appointments');
  const { connection, situation } = useLive();
  const client = useQueryClient();
  const navigate = useNavigate();
  const nameOf = useLanguages();
  // The hub may say a thing twice.
  const told = useRef(new Set<string>());
  useEffect(() => {
    const isNew = (key: string) => !told.current.has(key) && told.current.add(key);
    const words = (of: HubMessages['AskChanged'] | HubMessages['AppointmentNoted']) => ({
      language: nameOf(of.language).germanName,
      period: periodText(of),
    });
    const refreshOwn = () => void client.invalidateQueries({ queryKey: myAppointmentsKey });
    const refreshAll = () => void client.invalidateQueries({ queryKey: appointmentsKey });
    const stops = [
      // What was said while the hub was away is not said again.
      connection.on('situation', () => {
        refreshOwn();
        refreshAll();
      }),
      connection.on('AskChanged', fact => {
        refreshOwn();
        const isTalking = (situation.getSnapshot()?.session?.state ?? 'ended') !== 'ended';
        const news = askNewsOf(fact, isTalking);
        if (!news || !isNew(`${fact.askId} ${fact.state}`)) return;
        const open = {
          label: t('news.open'),
          run: () => void navigate({ to: '/dashboard/termine', search: { anfrage: fact.askId } }),
        };
        toast('info', t(`news.${news}`, words(fact)), news === 'asked' ? { action: open, seconds: 12 } : {});
      }),
      connection.on('AppointmentNoted', fact => {
        refreshAll();
        const { appointmentId: id, what, interpreterNumber: number } = fact;
        const open = {
          label: t('news.open'),
          run: () => void navigate({ to: '/termine/$id', params: { id } }),
        };
        toast('warning', t(`news.${what}`, { number, ...words(fact) }), { action: open, seconds: 20 });
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection, situation, client, navigate, nameOf, t]);
  // This comes after the page: what the hub said meanwhile stands in the lists.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: myAppointmentsKey });
    void client.invalidateQueries({ queryKey: appointmentsKey });
  }, [client]);
  return null;
}
