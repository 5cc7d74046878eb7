import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeclineReason } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { declineReasons } from './declineReasons';

/** One press opens the reasons, the second declines. */
export function DeclineMenu({ onDecline }: { onDecline: (reason: DeclineReason) => void }) {
  const { t } = useTranslation('interpreter');
  return (
    <MenuTrigger>
      <Button className="offer-decline" icon={expand}>
        {t('offer.decline')}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label={t('offer.declineReasons')}
          onAction={key => onDecline(key as DeclineReason)}
        >
          <MenuSection>
            <Header className="menu-head">{t('offer.declineReasons')}</Header>
            {declineReasons.map(reason => (
              <MenuItem key={reason} id={reason} className="menu-item">
                {t(`reason.${reason}`)}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
