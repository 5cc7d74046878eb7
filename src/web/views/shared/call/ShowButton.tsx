import stopIcon from '@material-symbols/svg-400/rounded/cancel_presentation.svg?raw';
import showIcon from '@material-symbols/svg-400/rounded/present_to_all.svg?raw';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LocalMedia } from '../../../call/localMedia';
import { canShowScreen, openDocumentCamera, openScreen } from '../../../call/showing';
import { Icon } from '../Icon';
import { useStore } from '../live';
import { CallButton } from './CallButton';
import { useDevices, usedDevice } from './useDevices';

/** A screen, or another camera over a document, in place of the own picture; one press ends it. */
export function ShowButton({ media }: { media: LocalMedia }) {
  const { t } = useTranslation('call');
  const { shows } = useStore(media.state);
  const stream = useStore(media.stream);
  const used = usedDevice(stream, 'video');
  const cameras = useDevices(stream).filter(({ kind, id }) => kind === 'camera' && id !== used);
  if (shows)
    return (
      <CallButton
        label={t('show.stop')}
        icon={stopIcon}
        look="active"
        onPress={() => void media.showCamera()}
      />
    );
  if (!canShowScreen() && cameras.length === 0) return null;
  return (
    <MenuTrigger>
      <Button className="call-button call-button-plain">
        <Icon svg={showIcon} size={26} />
        <span className="call-button-label">{t('show.button')}</span>
      </Button>
      <Popover className="popover" placement="top">
        <Menu className="menu" aria-label={t('show.what')}>
          {canShowScreen() && (
            <MenuItem className="menu-item" onAction={() => void media.show('screen', openScreen)}>
              {t('show.screen')}
            </MenuItem>
          )}
          {cameras.map(({ id, label }, index) => (
            <MenuItem
              key={id}
              className="menu-item"
              onAction={() => void media.show('document', () => openDocumentCamera(id))}
            >
              {t('show.document', { camera: label || t('show.camera', { number: index + 1 }) })}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
