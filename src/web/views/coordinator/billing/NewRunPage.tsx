import './words';
import './runWords';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { dayOf } from '../../appointments/wallTime';
import { Alert } from '../../shared/Alert';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { SelectField } from '../../shared/SelectField';
import { Skeleton } from '../../shared/Skeleton';
import { TextField } from '../../shared/TextField';
import { BillingPage } from './BillingPage';
import { EarlierAlert } from './EarlierAlert';
import { PreviewCard } from './PreviewCard';
import { isUsable, lastMonth, type Period } from './period';
import { previewQuery } from './runs';
import { type NewRunSearch, readNewRunSearch, type SideWord, sideWords } from './search';

/** Side and period, what that would make, and the start. */
export function NewRunPage() {
  const { t } = useTranslation('runs');
  const search = useSearch({ from: '/shell/disposition/abrechnung/laeufe/neu' });
  const navigate = useNavigate({ from: '/disposition/abrechnung/laeufe/neu' });
  const usual = lastMonth(dayOf(serverNow()));
  const period = { from: search.von ?? usual.from, until: search.bis ?? usual.until };
  const seite = search.seite ?? 'auftraggeber';
  const onSearch = (change: Record<keyof NewRunSearch, string>) =>
    void navigate({ to: '.', search: readNewRunSearch(change), replace: true, resetScroll: false });
  return (
    <BillingPage
      title={t('preview.title')}
      lead={t('preview.lead')}
      actions={<LinkButton to="/disposition/abrechnung">{t('preview.back')}</LinkButton>}
    >
      <RunFields seite={seite} period={period} onSearch={onSearch} />
      {isUsable(period) ? (
        <PreviewPlace key={`${seite} ${period.from} ${period.until}`} seite={seite} period={period} />
      ) : (
        <Alert tone="danger" title={t('preview.badPeriod')} live />
      )}
    </BillingPage>
  );
}

interface FieldsProps {
  seite: SideWord;
  period: Period;
  onSearch: (search: Record<keyof NewRunSearch, string>) => void;
}

function RunFields({ seite, period: { from: von, until: bis }, onSearch }: FieldsProps) {
  const { t } = useTranslation('billing');
  const change = (part: Partial<Record<keyof NewRunSearch, string>>) =>
    onSearch({ seite, von, bis, ...part });
  return (
    <search className="ledger-filters">
      <SelectField
        label={t('side')}
        value={seite}
        options={(['auftraggeber', 'dolmetschende'] as const).map(value => ({
          value,
          label: t(`sides.${sideWords[value]}`),
        }))}
        onChange={word => change({ seite: word })}
      />
      <TextField type="date" label={t('from')} value={von} onChange={day => change({ von: day })} />
      <TextField type="date" label={t('until')} value={bis} onChange={day => change({ bis: day })} />
    </search>
  );
}

function PreviewPlace({ seite, period }: { seite: SideWord; period: Period }) {
  const { t } = useTranslation('runs');
  const side = sideWords[seite];
  const { data, error, isPending, refetch } = useQuery(previewQuery(side, period));
  if (isPending) return <Skeleton lines={8} />;
  if (!data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {data.unrated > 0 && (
        <Alert
          tone="warning"
          title={t('preview.unratedTitle', { count: data.unrated })}
          actions={
            <LinkButton small to="/disposition/tarife">
              {t('preview.toTariffs')}
            </LinkButton>
          }
        >
          {t('preview.unratedText')}
        </Alert>
      )}
      {data.earlier && <EarlierAlert seite={seite} period={period} earlier={data.earlier} />}
      {data.parties.length === 0 ? (
        <Card>
          <EmptyState title={t('preview.emptyTitle')}>{t('preview.emptyText')}</EmptyState>
        </Card>
      ) : (
        <PreviewCard side={side} period={period} parties={data.parties} />
      )}
    </>
  );
}
