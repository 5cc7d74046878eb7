import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import { getJson } from '../../protocol/http';
import type { Field } from '../../protocol/messages';
import { useLanguages } from '../shared/languages';

/** A row of GET /api/missed-offers. */
interface MissedOffer {
  id: string;
  offeredAt: string;
  language: string;
  field: Field;
  modality: 'video' | 'audio';
  isAppointment: boolean;
}

/** Which requests were missed; without the list the reason still stands. */
export function MissedList({ since }: { since: string }) {
  const { t } = useTranslation('interpreter');
  const { t: word } = useTranslation('words');
  const nameOf = useLanguages();
  const { data } = useQuery({
    queryKey: ['missed-offers', since],
    queryFn: ({ signal }) => getJson<MissedOffer[]>('/api/missed-offers', signal),
  });
  if (!data?.length) return null;
  return (
    <ul className="missed-list" aria-label={t('missed.list')}>
      {data.map(offer => (
        <li key={offer.id}>
          {t('missed.entry', {
            time: formatTime(offer.offeredAt),
            language: nameOf(offer.language).germanName,
            field: word(`field.${offer.field}`),
            modality: word(`modality.${offer.modality}`),
            kind: t(offer.isAppointment ? 'missed.appointment' : 'missed.live'),
          })}
        </li>
      ))}
    </ul>
  );
}
