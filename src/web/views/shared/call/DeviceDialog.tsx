import { useTranslation } from 'react-i18next';
import { Button } from '../Button';
import { CheckField } from '../CheckField';
import { Dialog } from '../Dialog';
import { useStore } from '../live';
import { DeviceSettings } from './DeviceSettings';
import type { Ongoing } from './ongoing';
import { setShortcuts, shortcutsOn } from './shortcuts';

interface Props {
  ongoing: Ongoing;
  isOpen: boolean;
  onClose: () => void;
  onSpeaker: () => void;
}

/** Change of device in the middle of a call: no new negotiation, nobody has to hang up. */
export function DeviceDialog({ ongoing, isOpen, onClose, onSpeaker }: Props) {
  const { t } = useTranslation('call');
  const withKeys = useStore(shortcutsOn);
  return (
    <Dialog
      title={t('settings.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          {t('settings.done')}
        </Button>
      }
    >
      <DeviceSettings
        media={ongoing.media}
        withVideo={ongoing.session.modality === 'video'}
        onSpeaker={onSpeaker}
      />
      <CheckField label={t('settings.shortcuts')} isSelected={withKeys} onChange={setShortcuts} />
    </Dialog>
  );
}
