import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { OfferView } from '../../protocol/messages';
import { htmlLang, useLanguages } from '../shared/languages';
import { myAppointmentsQuery } from './asks';
import { AcceptButton, SilenceButton } from './OfferButtons';
import { OfferFacts } from './OfferFacts';

interface Props {
  offer: OfferView;
  appointment: NonNullable<OfferView['appointment']>;
  onAccept: () => void;
  isAccepting: boolean;
  /** Absent while nothing can be heard. */
  onSilence?: (() => void) | undefined;
}

/** The customer is in the room of an own appointment. It was said yes to long ago: there is nothing to decide and no hurry of seconds. */
export function AppointmentOffer({ offer, appointment, onAccept, isAccepting, onSilence }: Props) {
  const { t } = useTranslation(['day', 'interpreter']);
  const language = useLanguages()(offer.language);
  const { data } = useQuery(myAppointmentsQuery());
  const unit = data?.appointments.find(one => one.id === appointment.id)?.unitName;
  const id = useId();
  return (
    <article className="offer" aria-labelledby={id}>
      <div>
        <h2 id={id} className="offer-language offer-unit">
          {unit ? t('day:offer.title', { unit }) : t('day:offer.titleUnknown')}
        </h2>
        <p className="offer-autonym">
          {language.germanName}
          {language.autonym && language.autonym !== language.germanName && (
            <span lang={htmlLang(language.code)} dir={language.dir}>
              {' '}
              {language.autonym}
            </span>
          )}
        </p>
        <p className="muted">{t('day:offer.until', { time: formatTime(appointment.endsAt) })}</p>
      </div>
      <OfferFacts offer={offer} />
      <div className="offer-actions">
        <AcceptButton label={t('day:offer.begin')} onPress={onAccept} isAccepting={isAccepting} />
        <SilenceButton onSilence={onSilence} />
      </div>
      <p className="offer-foot">
        <span>
          <kbd>{t('interpreter:offer.shortcut')}</kbd> {t('day:offer.shortcutHint')}
        </span>
        <Link to="/dashboard/termine" search={{ termin: appointment.id }} className="link">
          {t('day:offer.giveBack')}
        </Link>
      </p>
    </article>
  );
}
