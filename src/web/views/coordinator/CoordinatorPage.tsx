import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/EmptyState';
import { Page } from '../shared/Page';

export function CoordinatorPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.floor')}>
      <EmptyState title={t('loading')} />
    </Page>
  );
}
