import pause from '@material-symbols/svg-400/rounded/pause_circle.svg?raw';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button';
import { Icon } from '../Icon';
import type { Ongoing } from './ongoing';

/** Covers the picture on both sides while one of them holds. */
export function PrivacyScreen({
  ongoing,
  heldBySelf,
  name,
}: {
  ongoing: Ongoing;
  heldBySelf: boolean;
  name: string;
}) {
  const { t } = useTranslation('call');
  return (
    <div className="privacy">
      <Icon svg={pause} size={64} />
      <p className="privacy-title" role="status">
        {heldBySelf ? t('state.heldBySelf') : t('state.heldByPeer', { name })}
      </p>
      <p>{t(heldBySelf ? 'state.heldBySelfText' : 'state.heldByPeerText')}</p>
      {heldBySelf && (
        <Button look="primary" onPress={() => void ongoing.hold(false)}>
          {t('state.resume')}
        </Button>
      )}
    </div>
  );
}
