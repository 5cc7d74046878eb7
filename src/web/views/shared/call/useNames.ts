import { useTranslation } from 'react-i18next';
import type { Seat, SessionView } from '../../../protocol/messages';

export interface Named {
  name: string;
  detail: string;
}

/** Who sits on a seat, in words. Guests have no name here. */
export function useNames(session: SessionView): (seat: Seat) => Named {
  const { t } = useTranslation('call');
  return seat => {
    const [kind, number = ''] = seat.split('_');
    if (seat === 'requester') return { name: session.customerName, detail: session.unitName };
    if (seat === session.interpreterSeat)
      return { name: session.interpreterName || t('people.interpreter'), detail: session.interpreterNumber };
    if (seat === session.handover?.seat && session.handover.interpreterName)
      return { name: session.handover.interpreterName, detail: session.handover.interpreterNumber ?? '' };
    if (kind === 'interpreter') return { name: t('people.relief', { number }), detail: '' };
    const role = session.participants.find(one => one.seat === seat)?.role;
    const detail = role === 'end_user' || role === 'companion' ? t(`people.${role}`) : '';
    return { name: t('people.guest', { number }), detail };
  };
}
