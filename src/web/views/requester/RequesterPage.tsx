import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/EmptyState';
import { Page } from '../shared/Page';

export function RequesterPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.requests')}>
      <EmptyState title={t('loading')} />
    </Page>
  );
}
