import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeclineReason } from '../../protocol/messages';
import { Button } from '../shared/Button';

interface Props<R extends DeclineReason> {
  /** In the order of the menu. */
  reasons: readonly R[];
  onDecline: (reason: R) => void;
  /** Where several of these stand on one page. */
  label?: string;
  isSmall?: boolean;
}

/** One press opens the reasons, the second declines. */
export function DeclineMenu<R extends DeclineReason>({ reasons, onDecline, label, isSmall }: Props<R>) {
  const { t } = useTranslation('interpreter');
  return (
    <MenuTrigger>
      <Button
        className={isSmall ? 'ask-decline' : 'offer-decline'}
        icon={expand}
        {...(label && { 'aria-label': label })}
      >
        {t('offer.decline')}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label={t('offer.declineReasons')} onAction={key => onDecline(key as R)}>
          <MenuSection>
            <Header className="menu-head">{t('offer.declineReasons')}</Header>
            {reasons.map(reason => (
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
