import '../billing/words';
import './tariffWords';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { type Day, dayOf } from '../../appointments/wallTime';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LinkButton } from '../../shared/LinkButton';
import { Skeleton } from '../../shared/Skeleton';
import { BillingPage } from '../billing/BillingPage';
import { AssignCard } from './AssignCard';
import { FamilyRow } from './FamilyRow';
import { type Family, familiesOf } from './families';
import { type Side, tariffsQuery } from './tariffs';

/** What customers pay and interpreters earn: the families of tariffs, their versions, and who has which. */
export function TariffsPage() {
  const { t } = useTranslation('tariffs');
  const query = useQuery(tariffsQuery);
  const today = dayOf(serverNow());
  const families = query.data && familiesOf(query.data, today);
  return (
    <BillingPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <LinkButton look="primary" to="/disposition/tarife/neu">
          {t('make')}
        </LinkButton>
      }
    >
      {query.isPending && <Skeleton lines={10} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {families && (
        <div className="tariffs">
          <div className="stack">
            {(['customer', 'interpreter'] as const).map(side => (
              <SideList key={side} side={side} families={families} today={today} />
            ))}
            <p className="muted small">{t('usedHint')}</p>
          </div>
          <AssignCard families={families} today={today} />
        </div>
      )}
    </BillingPage>
  );
}

function SideList({ side, families, today }: { side: Side; families: readonly Family[]; today: Day }) {
  const { t } = useTranslation('tariffs');
  const own = families.filter(family => family.side === side);
  return (
    <Card title={t(`sides.${side}`)}>
      {own.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="tariff-families">
          {own.map(family => (
            <FamilyRow key={family.key} family={family} today={today} />
          ))}
        </ul>
      )}
    </Card>
  );
}
