import add from '@material-symbols/svg-400/rounded/add.svg?raw';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../protocol/clock';
import { Button } from '../Button';
import { CheckField } from '../CheckField';
import { SelectField } from '../SelectField';
import { TextField } from '../TextField';
import { type AbsenceReason, absenceReasons } from './availability';
import {
  type AbsenceMistake,
  type AddedAbsence,
  type AbsenceForm as Fields,
  readAbsence,
  wallClock,
} from './draft';
import { dayMinutes, formatMinute, step } from './week';

const empty: Fields = { firstDay: '', lastDay: '', wholeDays: true, from: 480, to: 1020 };
const minutes = Array.from({ length: dayMinutes / step + 1 }, (_, quarter) => quarter * step);
const times = minutes.map(minute => ({ value: String(minute), label: formatMinute(minute) }));
let lastId = 0;

/** One more absence: whole days as a rule, hours where wanted. */
export function AbsenceForm({ onAdd }: { onAdd: (absence: AddedAbsence) => void }) {
  const { t } = useTranslation('availability');
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(empty);
  const [reason, setReason] = useState('');
  const [mistake, setMistake] = useState<AbsenceMistake>();
  const edit = (change: Partial<Fields>) => {
    setMistake(undefined);
    setFields(before => ({ ...before, ...change }));
  };
  const submit = () => {
    const read = readAbsence(fields, wallClock(serverNow()));
    const [first, last] = form.current?.querySelectorAll<HTMLElement>('input[type=date]') ?? [];
    if (typeof read === 'string') {
      setMistake(read);
      (read === 'firstDay' ? first : last)?.focus();
      return;
    }
    onAdd({ ...read, reason: (reason || null) as AbsenceReason | null, id: `new-${++lastId}` });
    setFields(empty);
    setReason('');
    first?.focus();
  };
  return (
    <form
      ref={form}
      className="absence-form"
      aria-label={t('absence.add')}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        type="date"
        label={t('absence.firstDay')}
        value={fields.firstDay}
        error={mistake === 'firstDay' ? t('absence.mistake.firstDay') : undefined}
        onChange={firstDay => edit({ firstDay })}
      />
      <TextField
        type="date"
        label={t('absence.lastDay')}
        value={fields.lastDay}
        error={mistake && mistake !== 'firstDay' ? t(`absence.mistake.${mistake}`) : undefined}
        onChange={lastDay => edit({ lastDay })}
      />
      <SelectField
        label={t('absence.reasonLabel')}
        value={reason}
        options={[
          { value: '', label: t('absence.noReason') },
          ...absenceReasons.map(one => ({ value: one, label: t(`absence.reason.${one}`) })),
        ]}
        onChange={setReason}
      />
      <div className="absence-hours">
        <CheckField
          label={t('absence.wholeDays')}
          isSelected={fields.wholeDays}
          onChange={wholeDays => edit({ wholeDays })}
        />
        {!fields.wholeDays && (
          <>
            <SelectField
              label={t('absence.from')}
              value={String(fields.from)}
              options={times.slice(0, -1)}
              onChange={from => edit({ from: Number(from) })}
            />
            <SelectField
              label={t('absence.to')}
              value={String(fields.to)}
              options={times.slice(1)}
              onChange={to => edit({ to: Number(to) })}
            />
          </>
        )}
      </div>
      <Button type="submit" icon={add}>
        {t('absence.add')}
      </Button>
    </form>
  );
}
