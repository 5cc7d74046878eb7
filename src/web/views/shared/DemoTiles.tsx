import administrator from '@material-symbols/svg-400/rounded/admin_panel_settings.svg?raw';
import requester from '@material-symbols/svg-400/rounded/badge.svg?raw';
import interpreter from '@material-symbols/svg-400/rounded/headset_mic.svg?raw';
import coordinator from '@material-symbols/svg-400/rounded/monitoring.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { demoAccountsQuery } from './access';
import { Icon } from './Icon';
import type { SignIn } from './useSignIn';

const icons = { requester, interpreter, coordinator, administrator };

/** The demo accounts that are worth a tile; the server has none outside of Development. */
export function DemoTiles({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('access');
  const { data } = useQuery(demoAccountsQuery);
  const accounts = data?.filter(account => account.tile);
  if (!accounts?.length) return null;
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title" className="demo-title">
        {t('demoTitle')}
      </h2>
      <p className="muted small">{t('demoLead')}</p>
      <ul className="demo-tiles">
        {accounts.map(account => (
          <li key={account.email}>
            <Button
              className={`tile tile-${account.role}`}
              isDisabled={signIn.isPending}
              onPress={() => signIn.mutate({ email: account.email, password: account.password })}
            >
              <span className="tile-icon">
                <Icon svg={icons[account.role]} />
              </span>
              <span className="tile-text">
                <span className="tile-name">{account.displayName}</span>
                <span className="tile-title">{account.title}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
