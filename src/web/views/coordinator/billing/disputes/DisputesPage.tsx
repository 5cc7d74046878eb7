import './words';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../../shared/Alert';
import { Button } from '../../../shared/Button';
import { CheckField } from '../../../shared/CheckField';
import { ErrorAlert } from '../../../shared/ErrorAlert';
import { Skeleton } from '../../../shared/Skeleton';
import { BillingPage } from '../BillingPage';
import { DisputesCard } from './DisputesCard';
import { disputesQuery } from './disputes';
import { ObjectionsCard } from './ObjectionsCard';
import { RaiseDialog } from './RaiseDialog';

/** What somebody finds wrong about single lines or whole documents, with the day until which an answer is due. */
export function DisputesPage() {
  const { t } = useTranslation('disputes');
  const search = useSearch({ from: '/shell/disposition/abrechnung/einwaende' });
  const navigate = useNavigate({ from: '/disposition/abrechnung/einwaende' });
  const { data, error, refetch } = useQuery({ ...disputesQuery(search), placeholderData: keepPreviousData });
  const [isRaising, setRaising] = useState(false);
  return (
    <BillingPage
      title={t('page.title')}
      lead={t('page.lead')}
      actions={<Button onPress={() => setRaising(true)}>{t('raise.open')}</Button>}
    >
      <search>
        <CheckField
          label={t('page.all')}
          isSelected={search.alle === true}
          onChange={all =>
            void navigate({ to: '.', search: all ? { alle: true } : {}, replace: true, resetScroll: false })
          }
        />
      </search>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <>
          {data.overdue > 0 && (
            <Alert tone="danger" title={t('page.overdue', { count: data.overdue })}>
              {t('page.overdueText')}
            </Alert>
          )}
          <DisputesCard disputes={data.disputes} open={data.open} />
          <ObjectionsCard objections={data.objections} />
        </>
      )}
      {isRaising && <RaiseDialog onClose={() => setRaising(false)} />}
    </BillingPage>
  );
}
