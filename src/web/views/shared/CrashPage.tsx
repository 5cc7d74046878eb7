import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { ErrorAlert } from './ErrorAlert';
import { Page } from './Page';

/** The page that replaces a crashed one. The call lives outside of React's tree and can be found again. */
export function CrashPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <main id="inhalt" className="crash">
      <Page title={t('crashed')} lead={t('crashedText')}>
        <ErrorAlert error={error} />
        <Button look="primary" onPress={() => window.location.reload()}>
          {t('reload')}
        </Button>
      </Page>
    </main>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main id="inhalt" className="crash">
      <Page title={t('notFound')} lead={t('notFoundText')}>
        <Link to="/" className="kern-link">
          {t('toStart')}
        </Link>
      </Page>
    </main>
  );
}
