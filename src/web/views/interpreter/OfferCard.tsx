import emergency from '@material-symbols/svg-400/rounded/emergency.svg?raw';
import history from '@material-symbols/svg-400/rounded/history.svg?raw';
import moreTime from '@material-symbols/svg-400/rounded/more_time.svg?raw';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclineReason, OfferView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Badge } from '../shared/Badge';
import { Button } from '../shared/Button';
import { htmlLang, useLanguages } from '../shared/languages';
import { DeclineMenu } from './DeclineMenu';
import { declineReasons } from './declineReasons';
import { AcceptButton, SilenceButton } from './OfferButtons';
import { OfferCountdown } from './OfferCountdown';
import { OfferFacts } from './OfferFacts';
import { OfferReasons } from './OfferReasons';
import { ReliefNote } from './ReliefNote';

interface Props {
  offer: OfferView;
  onAccept: () => void;
  onDecline: (reason: DeclineReason) => void;
  /** Absent once more time has been given. */
  onExtend: (() => void) | undefined;
  isAccepting: boolean;
  /** Absent while nothing can be heard. */
  onSilence?: (() => void) | undefined;
}

/** Somebody asks now: what for, how long it stands, yes or no. */
export function OfferCard({ offer, onAccept, onDecline, onExtend, isAccepting, onSilence }: Props) {
  const { t } = useTranslation('interpreter');
  const { t: word } = useTranslation('words');
  const nameOf = useLanguages();
  const language = nameOf(offer.language);
  const asked = nameOf(offer.requestedLanguage).germanName;
  const id = useId();
  const urgent = offer.priority === 'emergency';
  return (
    <article className={`offer ${urgent ? 'offer-urgent' : ''}`} aria-labelledby={id}>
      <div className="offer-head">
        <div>
          {offer.priority !== 'normal' && (
            <Badge tone={urgent ? 'danger' : 'warning'} {...(urgent && { icon: emergency })}>
              {word(`priority.${offer.priority}`)}
            </Badge>
          )}
          <h2 id={id} className="offer-language">
            <span className="sr-only">{t('offer.heading', { language: language.germanName })}</span>
            <span aria-hidden="true">{language.germanName}</span>
          </h2>
          {language.autonym && (
            <p className="offer-autonym" lang={htmlLang(language.code)} dir={language.dir}>
              {language.autonym}
            </p>
          )}
          {offer.continuity && (
            <Badge tone="success" icon={history}>
              {t('offer.continuity')}
            </Badge>
          )}
        </div>
        <OfferCountdown offer={offer} />
      </div>
      {offer.requestedLanguage !== offer.language && (
        <Alert tone="warning" title={t('offer.related', { asked, spoken: language.germanName })} />
      )}
      {offer.reliefSince && <ReliefNote since={offer.reliefSince} />}
      <OfferFacts offer={offer} />
      <div className="offer-actions">
        <AcceptButton label={t('offer.accept')} onPress={onAccept} isAccepting={isAccepting} />
        <DeclineMenu reasons={declineReasons} onDecline={reason => !isAccepting && onDecline(reason)} />
        {onExtend && (
          <Button look="tertiary" icon={moreTime} onPress={onExtend} aria-keyshortcuts="Alt+Shift+Z">
            {t('offer.extend')}
          </Button>
        )}
        <SilenceButton onSilence={onSilence} />
      </div>
      <p className="offer-foot">
        <span>
          <kbd>{t('offer.shortcut')}</kbd> {t('offer.shortcutHint')}
        </span>
        {onExtend ? (
          <span>
            <kbd>{t('offer.extendShortcut')}</kbd> {t('offer.extendHint')}
          </span>
        ) : (
          <span role="status">{t('offer.extended')}</span>
        )}
        <span>{t('offer.declineFree')}</span>
      </p>
      <OfferReasons offer={offer} />
    </article>
  );
}
