import add from '@material-symbols/svg-400/rounded/add.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../protocol/clock';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { Skeleton } from '../shared/Skeleton';
import { WideTable } from './ReportPage';
import { StandbyRow } from './StandbyRow';
import { partedShifts, type StandbyShift, shiftsQuery } from './standby';

/** Shifts to come, and in a fold those that are over. */
export function StandbyList({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation('standby');
  const { data, error, refetch, isPending } = useQuery(shiftsQuery);
  const { ahead, past } = partedShifts(data ?? [], serverNow());
  return (
    <Card
      title={t('title')}
      actions={
        <Button small icon={add} onPress={onNew}>
          {t('new')}
        </Button>
      }
    >
      {isPending && <Skeleton lines={3} />}
      {error && !data && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data && ahead.length === 0 && <p className="muted">{t('empty')}</p>}
      {ahead.length > 0 && <Shifts shifts={ahead} />}
      {past.length > 0 && (
        <details className="earlier">
          <summary>{t('past')}</summary>
          <Shifts shifts={past} />
        </details>
      )}
    </Card>
  );
}

function Shifts({ shifts }: { shifts: StandbyShift[] }) {
  const { t } = useTranslation('standby');
  return (
    <WideTable className="ledger-rows standby-rows">
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('language')}</th>
          <th scope="col">{t('places')}</th>
          <th scope="col">{t('people')}</th>
          <th scope="col">
            <span className="sr-only">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(shift => (
          <StandbyRow key={shift.id} shift={shift} />
        ))}
      </tbody>
    </WideTable>
  );
}
