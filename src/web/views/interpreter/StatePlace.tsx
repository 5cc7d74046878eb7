import coffee from '@material-symbols/svg-400/rounded/coffee.svg?raw';
import bell from '@material-symbols/svg-400/rounded/notifications_active.svg?raw';
import off from '@material-symbols/svg-400/rounded/power_settings_new.svg?raw';
import clock from '@material-symbols/svg-400/rounded/schedule.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatTime } from '../../i18n/format';
import { serverNow } from '../../protocol/clock';
import type { PresenceView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { EmptyState } from '../shared/EmptyState';
import { myAppointmentsQuery } from './asks';
import { BreakPlace } from './BreakPlace';
import { usePresenceChange } from './DutySwitch';
import { MissedList } from './MissedList';
import { nearOnes } from './near';

/** What stands where offers stand while there is none: waiting, pause with its reason, off duty. */
export function StatePlace({ presence }: { presence: PresenceView }) {
  const { t } = useTranslation('interpreter');
  const change = usePresenceChange();
  const back = (label: string) => (
    <Button look="primary" isPending={change.isPending} onPress={() => change.mutate('available')}>
      {label}
    </Button>
  );
  if (presence.state === 'offline')
    return (
      <EmptyState icon={off} title={t('waiting.offlineTitle')} action={back(t('waiting.goOnDuty'))}>
        {t('waiting.offlineText')}
      </EmptyState>
    );
  if (presence.state === 'paused' && presence.pausedBecause === 'break')
    return <BreakPlace presence={presence} back={back(t('waiting.backOnDuty'))} />;
  if (presence.state === 'paused' && presence.pausedBecause !== 'missed_offers')
    return (
      <EmptyState icon={coffee} title={t('waiting.pausedTitle')} action={back(t('waiting.backOnDuty'))}>
        <PausedText />
      </EmptyState>
    );
  if (presence.state === 'paused') return <MissedNotice presence={presence} />;
  if (!presence.inHours) return <OutsideHours presence={presence} />;
  return (
    <div className="waiting-place">
      <EmptyState icon={bell} title={t('waiting.title')}>
        {t('waiting.text')}
      </EmptyState>
    </div>
  );
}

/** Whoever came for an appointment alone is in a pause, and yet is rung: for that one. */
function PausedText() {
  const { t } = useTranslation(['interpreter', 'day']);
  const near = nearOnes(useQuery(myAppointmentsQuery()).data?.appointments ?? [], serverNow());
  return near.some(one => one.readyAt !== null) ? t('day:own.paused') : t('interpreter:waiting.pausedText');
}

/** On duty, but nothing rings: said instead of a promise. */
function OutsideHours({ presence: { hoursBeginAt, absent } }: { presence: PresenceView }) {
  const { t } = useTranslation('interpreter');
  return (
    <EmptyState
      icon={clock}
      title={t(absent ? 'waiting.absentTitle' : 'waiting.outsideTitle')}
      action={<Link to="/verfuegbarkeit">{t('waiting.toAvailability')}</Link>}
    >
      {hoursBeginAt && `${t('waiting.outsideUntil', { time: formatDateTime(hoursBeginAt) })} `}
      {t(absent ? 'waiting.absentText' : 'waiting.outsideText')}
    </EmptyState>
  );
}

/** Never a silent log-out: the reason, since when, which they were, and one press to return. */
function MissedNotice({ presence }: { presence: PresenceView }) {
  const { t } = useTranslation('interpreter');
  const change = usePresenceChange();
  return (
    <div className="missed">
      <Alert tone="danger" live title={t('missed.title')}>
        <p>{t('missed.text', { count: presence.missedInARow, time: formatTime(presence.since) })}</p>
        <MissedList since={presence.since} />
      </Alert>
      <Button
        look="primary"
        icon={bell}
        isPending={change.isPending}
        onPress={() => change.mutate('available')}
      >
        {t('missed.return')}
      </Button>
    </div>
  );
}
