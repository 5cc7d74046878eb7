import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { addDays } from '../../appointments/wallTime';
import { Alert } from '../../shared/Alert';
import { LinkButton } from '../../shared/LinkButton';
import type { Period } from './period';
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
  return (
    <Alert
      tone="warning"
      title={t('preview.earlierTitle', { count: earlier.services, net: formatEuro(earlier.net) })}
      actions={
        <LinkButton
          small
          to="/disposition/abrechnung/laeufe/neu"
          search={{ seite, von: earlier.from, bis: addDays(period.from, -1) }}
        >
          {t('preview.toEarlier')}
        </LinkButton>
      }
    >
      {t('preview.earlierText', { day: dateText(earlier.from) })}
    </Alert>
  );
}
