import account from '@material-symbols/svg-400/rounded/account_circle.svg?raw';
import expand from '@material-symbols/svg-400/rounded/keyboard_arrow_down.svg?raw';
import logout from '@material-symbols/svg-400/rounded/logout.svg?raw';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Me, signOut } from './access';
import { Icon } from './Icon';
import { useLive } from './live';
import { applyTheme, readTheme, type Theme } from './theme';

const themes: Theme[] = ['system', 'light', 'dark'];

/** Who is signed in, light or dark, sign out. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const live = useLive();
  const [theme, setTheme] = useState(readTheme);
  const choose = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  const leave = async () => {
    await live.connection.stop();
    await signOut(client);
    window.location.assign('/anmelden');
  };
  const role = me.roles[0];
  return (
    <MenuTrigger>
      <Button className="account">
        <Icon svg={account} size={28} />
        <span className="sr-only">{t('account')}: </span>
        <span className="account-text">
          <span className="account-name">{me.displayName}</span>
          {role && <span className="account-role">{t(`role.${role}`)}</span>}
        </span>
        <Icon svg={expand} size={20} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t('account')}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={keys => choose([...keys][0] as Theme)}
          >
            <Header className="menu-head">{t('theme.label')}</Header>
            {themes.map(id => (
              <MenuItem key={id} id={id} className="menu-item">
                {t(`theme.${id}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuItem className="menu-item" onAction={() => void leave()}>
            <Icon svg={logout} size={20} />
            {t('signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
