import bolt from '@material-symbols/svg-400/rounded/bolt-fill.svg?raw';
import lock from '@material-symbols/svg-400/rounded/lock-fill.svg?raw';
import verified from '@material-symbols/svg-400/rounded/verified-fill.svg?raw';
import { useTranslation } from 'react-i18next';
import { DemoTiles } from './DemoTiles';
import { Greetings } from './Greetings';
import { Icon } from './Icon';
import { Logo } from './Logo';
import { SignInForm } from './SignInForm';
import { useSignIn } from './useSignIn';

export function SignInPage() {
  const { t } = useTranslation('access');
  const shell = useTranslation().t;
  const signIn = useSignIn();
  return (
    <div className="sign-in">
      <a href="#inhalt" className="skip-link">
        {shell('skipLink')}
      </a>
      <header className="hero">
        <div className="hero-brand">
          <Logo size={44} />
          <span>{shell('product')}</span>
        </div>
        <div className="hero-text">
          <Greetings />
          <p className="hero-lead">{t('lead')}</p>
          <ul className="hero-points">
            <Point icon={bolt} text={t('points.fast')} />
            <Point icon={verified} text={t('points.qualified')} />
            <Point icon={lock} text={t('points.private')} />
          </ul>
        </div>
      </header>
      <main id="inhalt" className="sign-in-main" tabIndex={-1}>
        <div className="sign-in-box">
          <h1 className="page-title">{t('title')}</h1>
          <SignInForm signIn={signIn} />
          <DemoTiles signIn={signIn} />
        </div>
      </main>
    </div>
  );
}

function Point({ icon, text }: { icon: string; text: string }) {
  return (
    <li>
      <Icon svg={icon} />
      <span>{text}</span>
    </li>
  );
}
