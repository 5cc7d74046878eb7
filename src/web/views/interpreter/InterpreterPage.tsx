import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/EmptyState';
import { Page } from '../shared/Page';

export function InterpreterPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.dashboard')}>
      <EmptyState title={t('loading')} />
    </Page>
  );
}
