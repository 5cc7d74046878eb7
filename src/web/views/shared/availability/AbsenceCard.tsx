import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatTime } from '../../../i18n/format';
import { announce } from '../announce';
import { Button } from '../Button';
import { Card } from '../Card';
import { AbsenceForm } from './AbsenceForm';
import type { Absence, AbsenceReason } from './availability';
import type { AddedAbsence } from './draft';
import type { AvailabilityForm } from './useAvailability';

/** Absences that are there, that are to come, and that are to go: nothing of it before it is saved. */
export function AbsenceCard({ form }: { form: AvailabilityForm }) {
  const { t } = useTranslation('availability');
  const place = useRef<HTMLDivElement>(null);
  const { base, draft } = form;
  const isGone = (id: string) => draft.removed.includes(id);
  return (
    <Card title={t('absence.title')}>
      <p className="muted">{t('absence.lead')}</p>
      <div ref={place} tabIndex={-1}>
        {base.absences.length + draft.added.length === 0 && <p>{t('absence.empty')}</p>}
        <ul className="history-list" aria-label={t('absence.list')}>
          {base.absences.map(absence => (
            <StoredAbsence
              key={absence.id}
              absence={absence}
              isGone={isGone(absence.id)}
              onToggle={() =>
                form.change(({ removed }) => ({
                  removed: isGone(absence.id)
                    ? removed.filter(id => id !== absence.id)
                    : [...removed, absence.id],
                }))
              }
            />
          ))}
          {draft.added.map(absence => (
            <FreshAbsence
              key={absence.id}
              absence={absence}
              onRemove={() => {
                form.change(({ added }) => ({ added: added.filter(({ id }) => id !== absence.id) }));
                place.current?.focus();
              }}
            />
          ))}
        </ul>
      </div>
      <AbsenceForm
        onAdd={absence => {
          form.change(({ added }) => ({ added: [...added, absence] }));
          announce(t('absence.added', { when: wallText(absence) }));
        }}
      />
    </Card>
  );
}

function StoredAbsence(props: { absence: Absence; isGone: boolean; onToggle: () => void }) {
  const { absence, isGone, onToggle } = props;
  const { t } = useTranslation('availability');
  const when = storedText(absence, range => t('absence.range', range));
  const notes = [absence.source === 'import' && t('absence.imported'), isGone && t('absence.gone')];
  return (
    <li className={`conflict-row ${isGone ? 'absence-gone' : ''}`}>
      <Text when={when} reason={absence.reason} notes={notes} />
      <Button
        small
        aria-label={t(isGone ? 'absence.undoNamed' : 'absence.removeNamed', { when })}
        onPress={onToggle}
      >
        {t(isGone ? 'absence.undo' : 'absence.remove')}
      </Button>
    </li>
  );
}

function FreshAbsence({ absence, onRemove }: { absence: AddedAbsence; onRemove: () => void }) {
  const { t } = useTranslation('availability');
  const when = wallText(absence);
  return (
    <li className="conflict-row">
      <Text when={when} reason={absence.reason} notes={[t('absence.fresh')]} />
      <Button small aria-label={t('absence.removeNamed', { when })} onPress={onRemove}>
        {t('absence.remove')}
      </Button>
    </li>
  );
}

function Text(props: { when: string; reason: AbsenceReason | null; notes: (string | false)[] }) {
  const { t } = useTranslation('availability');
  const notes = [props.reason && t(`absence.reason.${props.reason}`), ...props.notes].filter(Boolean);
  return (
    <div>
      <span className="strong">{props.when}</span>
      {notes.length > 0 && <p className="muted small">{notes.join(' · ')}</p>}
    </div>
  );
}

/** Whole days by their first and last one, else with hours. */
export function storedText(
  { from, until, wholeDays }: Absence,
  range: (ends: { from: string; until: string }) => string,
): string {
  const last = formatDate(Date.parse(until) - 1);
  if (wholeDays) return formatDate(from) === last ? last : range({ from: formatDate(from), until: last });
  const end = formatDate(from) === last ? formatTime(until) : formatDateTime(until);
  return range({ from: formatDateTime(from), until: end });
}

/** The same of one that is not saved yet, by the clock on the wall: it has no instants. */
function wallText({ from, until }: AddedAbsence): string {
  const wall = (text: string) => Date.parse(`${text}Z`);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10).split('-').reverse().join('.');
  const isWhole = from.endsWith('T00:00') && until.endsWith('T00:00');
  const [first, last] = [day(wall(from)), day(wall(until) - 1)];
  if (isWhole) return first === last ? first : `${first} bis ${last}`;
  return `${first}, ${from.slice(11)} Uhr bis ${day(wall(until)) === first ? '' : `${day(wall(until))}, `}${until.slice(11)} Uhr`;
}
