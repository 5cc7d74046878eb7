import callIcon from '@material-symbols/svg-400/rounded/call-fill.svg?raw';
import silenceIcon from '@material-symbols/svg-400/rounded/notifications_off.svg?raw';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';

/** The one large button of whatever rings; Alt+Shift+A presses it. */
export function AcceptButton(props: { label: string; onPress: () => void; isAccepting: boolean }) {
  const { t } = useTranslation('interpreter');
  return (
    <Button
      look="primary"
      icon={callIcon}
      className="offer-accept"
      onPress={props.onPress}
      isPending={props.isAccepting}
      aria-keyshortcuts="Alt+Shift+A"
    >
      {props.isAccepting ? t('offer.accepting') : props.label}
    </Button>
  );
}

/** Nothing while nothing can be heard. */
export function SilenceButton({ onSilence }: { onSilence: (() => void) | undefined }) {
  const { t } = useTranslation('interpreter');
  if (!onSilence) return null;
  return (
    <Button look="tertiary" icon={silenceIcon} onPress={onSilence}>
      {t('offer.silence')}
    </Button>
  );
}
