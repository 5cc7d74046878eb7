import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../i18n/format';
import { lossQuery } from './lossClaim';
import { Fact } from './NeedFacts';
import { momentText } from './timeText';

/** What staff see of a late cancellation: what the interpreter has declared, or may still declare. */
export function LossFact({ appointment }: { appointment: string }) {
  const { t } = useTranslation('appointments');
  const { data: claim } = useQuery(lossQuery(appointment));
  if (!claim) return null;
  const { declared, declaredAt, declareUntil, most } = claim;
  return (
    <Fact term={t('detail.loss')}>
      {declared !== null && declaredAt
        ? t('detail.lossDeclared', {
            amount: formatEuro(declared),
            at: momentText(declaredAt),
            most: formatEuro(most),
          })
        : t('detail.lossOpen', { until: momentText(new Date(Date.parse(declareUntil) - 1).toISOString()) })}
    </Fact>
  );
}
