import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { addDays, addMonths } from '../../appointments/wallTime';
import { Alert } from '../../shared/Alert';
import { LinkButton } from '../../shared/LinkButton';
import { isUsable, type Period } from './period';
import type { Preview } from './runs';
import type { SideWord } from './search';

interface Props {
  seite: SideWord;
  period: Period;
  earlier: NonNullable<Preview['earlier']>;
}

/** What came too late for its own month: rated, corrected or taken back afterwards. */
export function EarlierAlert({ seite, period, earlier }: Props) {
  const { t } = useTranslation('runs');
  const before = { from: earlier.from, until: addDays(period.from, -1) };
  return (
    <Alert
      tone="warning"
      title={t('preview.earlierTitle', { count: earlier.services, net: formatEuro(earlier.net) })}
      actions={
        <LinkButton
          small
          to="/disposition/abrechnung/laeufe/neu"
          search={{
            seite,
            von: earlier.from,
            bis: isUsable(before) ? before.until : addMonths(earlier.from, 12),
          }}
        >
          {t('preview.toEarlier')}
        </LinkButton>
      }
    >
      {t('preview.earlierText', { day: dateText(earlier.from) })}
    </Alert>
  );
}
