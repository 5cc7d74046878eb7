import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format';
import { Card } from '../../shared/Card';
import type { Month } from './myBilling';

/** What has happened and has no price yet, with the reason. */
export function WaitingCard({ month: { waiting } }: { month: Month }) {
  const { t } = useTranslation(['earnings', 'disputes']);
  if (waiting.length === 0) return null;
  return (
    <Card title={t('waiting')}>
      <ul className="earned">
        {waiting.map(({ kind, from, language, because }) => (
          <li key={`${kind} ${from}`}>
            {[t(`disputes:kind.${kind}`), formatDateTime(from), language].filter(Boolean).join(', ')}
            <span className="cell-sub">{t(`because.${because}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
