import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './AccountMenu';
import { isStaff, type Me, useMe } from './access';
import { ConnectionBanner, ConnectionSign } from './ConnectionSign';
import { Logo } from './Logo';
import { MoreLinks } from './MoreLinks';
import { Toasts } from './Toasts';

const AppointmentNews = lazy(async () => ({
  default: (await import('../appointments/AppointmentNews')).AppointmentNews,
}));

/** Header, navigation and the page; the same for every workplace. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="shell">
      <a href="#inhalt" className="skip-link">
        {t('skipLink')}
      </a>
      <header className="header">
        <Link to="/" className="brand">
          <Logo />
          <span className="brand-name">{t('product')}</span>
        </Link>
        <nav className="nav" aria-label={t('mainNavigation')}>
          {me && <NavLinks me={me} />}
        </nav>
        <div className="header-end">
          <ConnectionSign />
          {me && <AccountMenu me={me} />}
        </div>
      </header>
      <ConnectionBanner />
      <main id="inhalt" className="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Toasts />
      <Suspense>{me && <AppointmentNews />}</Suspense>
    </div>
  );
}

function NavLinks({ me }: { me: Me }) {
  const { t } = useTranslation();
  const has = (role: Me['roles'][number]) => me.roles.includes(role);
  return (
    <ul className="nav-list">
      {has('requester') && (
        <>
          <NavLink to="/anfragen" text={t('nav.requests')} />
          <NavLink to="/termine" text={t('nav.appointments')} withBelow />
          <NavLink to="/anfragen/verlauf" text={t('nav.history')} />
          <NavLink to="/berichte" text={t('nav.reports')} />
        </>
      )}
      {has('interpreter') && (
        <>
          <NavLink to="/dashboard" text={t('nav.dashboard')} />
          <NavLink to="/dashboard/termine" text={t('nav.appointments')} />
          <NavLink to="/verfuegbarkeit" text={t('nav.availability')} />
          <NavLink to="/abrechnung" text={t('nav.earnings')} />
        </>
      )}
      {isStaff(me) && (
        <>
          <NavLink to="/disposition" text={t('nav.floor')} />
          <NavLink to="/disposition/termine" text={t('nav.appointments')} />
          <NavLink to="/disposition/nicht-bedient" text={t('nav.unserved')} />
          <NavLink to="/disposition/abdeckung" text={t('nav.coverage')} />
          <NavLink to="/disposition/rueckmeldungen" text={t('nav.feedback')} />
          <MoreLinks places={rare}>
            <NavLink to="/disposition/berichte" text={t('nav.reports')} />
            <NavLink to="/disposition/ausschluesse" text={t('nav.conflicts')} />
            <NavLink to="/disposition/regeln" text={t('nav.policy')} withBelow />
            <NavLink to="/disposition/abrechnung" text={t('nav.billing')} withBelow />
            <NavLink to="/disposition/postausgang" text={t('nav.outbox')} />
            {has('administrator') && <NavLink to="/verwaltung/aufgaben" text={t('nav.jobs')} />}
          </MoreLinks>
        </>
      )}
    </ul>
  );
}

const rare = [
  '/disposition/berichte',
  '/disposition/ausschluesse',
  '/disposition/regeln',
  '/disposition/abrechnung',
  '/disposition/postausgang',
  '/verwaltung/aufgaben',
  // Reached from there.
  '/disposition/tarife',
  '/verwaltung/loeschung',
];

type Place =
  | '/anfragen'
  | '/anfragen/verlauf'
  | '/termine'
  | '/dashboard'
  | '/dashboard/termine'
  | '/verfuegbarkeit'
  | '/abrechnung'
  | '/disposition'
  | '/disposition/termine'
  | '/berichte'
  | '/disposition/berichte'
  | '/disposition/nicht-bedient'
  | '/disposition/abdeckung'
  | '/disposition/rueckmeldungen'
  | '/disposition/postausgang'
  | '/disposition/ausschluesse'
  | '/disposition/regeln'
  | '/disposition/abrechnung'
  | '/verwaltung/aufgaben';

interface NavLinkProps {
  to: Place;
  text: string;
  /** Also marked on the pages below it. */
  withBelow?: boolean;
}

function NavLink({ to, text, withBelow }: NavLinkProps) {
  return (
    <li>
      <Link to={to} className="nav-link" activeOptions={{ exact: !withBelow, includeSearch: false }}>
        {text}
      </Link>
    </li>
  );
}
