import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../i18n/format';
import { Alert } from '../Alert';
import { Button } from '../Button';
import { ErrorAlert } from '../ErrorAlert';
import { LeaveGuard } from '../LeaveGuard';
import { AbsenceCard } from './AbsenceCard';
import type { Availability } from './availability';
import { CalendarCard } from './CalendarCard';
import { PromisedDialog, PromisedNote } from './Promised';
import { type AvailabilityForm, useAvailability } from './useAvailability';
import { WeekCard } from './WeekCard';
import { WishCard } from './WishCard';

interface Props {
  path: string;
  stored: Availability;
  /** Of the person herself, else of a coordinator. */
  own: boolean;
}

/** Week, absences and wishes of one interpreter: changed together, saved by one press. */
export function AvailabilityEditor({ path, stored, own }: Props) {
  const { t } = useTranslation('availability');
  const form = useAvailability(path, stored);
  return (
    <div className="availability">
      <Now stored={stored} />
      {form.isOutdated && (
        <Alert
          tone="warning"
          live
          title={t('conflict.title')}
          actions={<Button onPress={form.discard}>{t('conflict.load')}</Button>}
        >
          {t('conflict.text')}
        </Alert>
      )}
      {stored.promised.length > 0 && <PromisedNote promised={stored.promised} own={own} />}
      <WeekCard form={form} own={own} />
      <AbsenceCard form={form} />
      <WishCard form={form} />
      <CalendarCard path={path} form={form} />
      {form.error && !form.isOutdated && <ErrorAlert error={form.error} />}
      <SaveBar form={form} />
      {form.promised.length > 0 && (
        <PromisedDialog
          promised={form.promised}
          own={own}
          onSave={form.saveAllTheSame}
          onClose={form.keepEditing}
        />
      )}
      <LeaveGuard dirty={form.dirty} />
    </div>
  );
}

/** What holds now, and until when. */
function Now({ stored: { availableNow, absentNow, nextChange } }: { stored: Availability }) {
  const { t } = useTranslation('availability');
  const state = availableNow ? 'available' : absentNow ? 'absent' : 'outside';
  const time = nextChange && formatDateTime(nextChange);
  return (
    <p className={`availability-now availability-now-${state}`} role="status">
      {time ? t(`now.${state}Until`, { time }) : t(`now.${state}`)}
    </p>
  );
}

function SaveBar({ form }: { form: AvailabilityForm }) {
  const { t } = useTranslation('availability');
  const state = form.isSaving ? 'saving' : form.dirty ? 'dirty' : 'clean';
  return (
    <div className="policy-bar">
      <p role="status">{t(`bar.${state}`)}</p>
      {form.dirty && (
        <Button isDisabled={form.isSaving} onPress={form.discard}>
          {t('bar.discard')}
        </Button>
      )}
      <Button look="primary" isPending={form.isSaving} onPress={() => form.dirty && form.save()}>
        {t('bar.save')}
      </Button>
    </div>
  );
}
