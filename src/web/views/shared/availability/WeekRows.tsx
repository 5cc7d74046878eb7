import add from '@material-symbols/svg-400/rounded/add.svg?raw';
import copy from '@material-symbols/svg-400/rounded/content_copy.svg?raw';
import remove from '@material-symbols/svg-400/rounded/delete.svg?raw';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce';
import { Button } from '../Button';
import { SelectField } from '../SelectField';
import type { ChangeRows } from './WeekGrid';
import {
  dayMinutes,
  days,
  formatMinute,
  isNextDay,
  isWrong,
  newRow,
  onWorkingDays,
  proposed,
  type Row,
  step,
} from './week';

const minutes = Array.from({ length: dayMinutes / step + 1 }, (_, quarter) => quarter * step);
const begins = minutes.slice(0, -1).map(minute => ({ value: String(minute), label: formatMinute(minute) }));

/** Every window as a row of fields: day, from, to. */
export function WeekRows({ rows, onChange }: { rows: readonly Row[]; onChange: ChangeRows }) {
  const { t } = useTranslation('availability');
  const list = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const nameOf = useRowName();
  /** After the change is on the screen. */
  const focus = (index: number, what: 'select' | '.week-remove') =>
    requestAnimationFrame(() => {
      const found = list.current?.children[index]?.querySelector<HTMLElement>(what);
      (found ?? addButton.current)?.focus();
    });
  return (
    <div className="week-rows">
      <h3 className="week-rows-title">{t('week.list')}</h3>
      {rows.length > 0 && (
        <ul ref={list}>
          {rows.map((row, index) => (
            <WeekRow
              key={row.id}
              row={row}
              name={nameOf(row)}
              onEdit={change =>
                onChange(all => all.map(one => (one.id === row.id ? { ...one, ...change } : one)))
              }
              onCopy={() => {
                onChange(all => onWorkingDays(all, row));
                announce(t('week.copied'));
              }}
              onRemove={() => {
                onChange(all => all.filter(one => one.id !== row.id));
                announce(t('week.removed', { row: nameOf(row) }));
                focus(Math.min(index, rows.length - 2), '.week-remove');
              }}
            />
          ))}
        </ul>
      )}
      <div>
        <Button
          ref={addButton}
          icon={add}
          onPress={() => {
            onChange(all => [...all, newRow(proposed(all))]);
            focus(rows.length, 'select');
          }}
        >
          {t('week.add')}
        </Button>
      </div>
    </div>
  );
}

function useRowName() {
  const { t } = useTranslation('availability');
  return ({ day, from, to }: Row) =>
    t('week.row', {
      day: t(`day.d${day as 1}`),
      from: formatMinute(from),
      to: formatMinute(to || dayMinutes),
    });
}

interface RowProps {
  row: Row;
  name: string;
  onEdit: (change: Partial<Row>) => void;
  onCopy: () => void;
  onRemove: () => void;
}

function WeekRow({ row, name, onEdit, onCopy, onRemove }: RowProps) {
  const { t } = useTranslation('availability');
  const ends = minutes.slice(1).map(minute => ({
    value: String(minute),
    label: isNextDay({ ...row, to: minute })
      ? t('week.nextDay', { time: formatMinute(minute) })
      : formatMinute(minute),
  }));
  return (
    <li className="week-row">
      <fieldset className="week-row-fields">
        <legend className="sr-only">{name}</legend>
        <SelectField
          label={t('week.day')}
          value={String(row.day)}
          options={days.map(day => ({ value: String(day), label: t(`day.d${day}`) }))}
          onChange={day => onEdit({ day: Number(day) })}
        />
        <SelectField
          label={t('week.from')}
          value={String(row.from)}
          options={begins}
          onChange={from => onEdit({ from: Number(from) })}
        />
        <SelectField
          label={t('week.to')}
          value={String(row.to || dayMinutes)}
          options={ends}
          error={isWrong(row) ? t('week.same') : undefined}
          onChange={to => onEdit({ to: Number(to) })}
        />
      </fieldset>
      <div className="week-row-actions">
        <Button
          small
          look="tertiary"
          icon={copy}
          aria-label={t('week.copyNamed', { row: name })}
          onPress={onCopy}
        >
          {t('week.copy')}
        </Button>
        <Button
          small
          look="tertiary"
          icon={remove}
          className="week-remove"
          aria-label={t('week.removeNamed', { row: name })}
          onPress={onRemove}
        >
          {t('week.remove')}
        </Button>
      </div>
    </li>
  );
}
