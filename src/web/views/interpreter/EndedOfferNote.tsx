import close from '@material-symbols/svg-400/rounded/close.svg?raw';
import { useTranslation } from 'react-i18next';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { useLanguages } from '../shared/languages';
import { BlockCustomer } from './BlockCustomer';
import type { EndedOffer } from './offerEnds';

/** Stands where the offer stood and says how it ended. */
export function EndedOfferNote({ ended, onDismiss }: { ended: EndedOffer; onDismiss: () => void }) {
  const { t } = useTranslation(['interpreter', 'day']);
  const { t: shell } = useTranslation();
  const { because } = ended;
  const language = useLanguages()(ended.offer.language).germanName;
  return (
    <Alert
      tone={because === 'expired' ? 'warning' : 'neutral'}
      live
      title={t('interpreter:ended.title', { language })}
      actions={
        <>
          {because === 'declined' && (
            <BlockCustomer meeting={{ offerId: ended.offer.id }} reason="bias" onDone={onDismiss} />
          )}
          <Button small look="tertiary" icon={close} aria-label={shell('dismiss')} onPress={onDismiss} />
        </>
      }
    >
      {ended.offer.appointment && (because === 'request_cancelled' || because === 'expired')
        ? t(`day:offer.ended.${because}`)
        : t(`interpreter:ended.${because}`)}
    </Alert>
  );
}
