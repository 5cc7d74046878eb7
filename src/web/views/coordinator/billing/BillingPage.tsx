import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/Page';
import { places } from './places';

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the section: heading, the ways to the other pages of the section, content. */
export function BillingPage({ children, ...page }: Props) {
  return (
    <Page {...page} wide>
      <BillingNav />
      {children}
    </Page>
  );
}

export function BillingNav() {
  const { t } = useTranslation('billing');
  const { pathname } = useLocation();
  // Runs lie below the section itself: every other page of it is another place.
  const [runs, ...others] = places;
  const current = others.find(({ to }) => pathname.startsWith(to)) ?? runs;
  return (
    <nav aria-label={t('section')}>
      <ul className="section-nav">
        {places.map(({ to, word }) => (
          <li key={to}>
            <Link
              to={to}
              className="section-link"
              activeOptions={{ exact: to !== current.to, includeSearch: false }}
            >
              {t(`places.${word}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
