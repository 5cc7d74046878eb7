import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../appointments/wallTime';
import { TextField } from '../../shared/TextField';
import { BookDialog } from './BookDialog';
import { type Debtor, type Level, noteSent } from './dunning';
import { useBooking } from './useBooking';

interface Props {
  debtor: Debtor;
  level: Level;
  today: Day;
  onClose: () => void;
}

/** Somebody has sent the letter by hand: when. */
export function NoteDialog({ debtor, level, today, onClose }: Props) {
  const { t } = useTranslation('money');
  const [on, setOn] = useState(today);
  const isDay = on !== '' && on <= today;
  const note = useBooking(
    () =>
      noteSent(
        level,
        on,
        debtor.items.map(({ id }) => id),
      ),
    onClose,
    t('dunning.noted'),
  );
  return (
    <BookDialog
      title={t('dunning.noteTitle', { level: t(`dunning.level.${level}`), customer: debtor.customer })}
      act={t('dunning.noteAct')}
      isReady={isDay}
      isPending={note.isPending}
      error={note.error}
      onBook={() => note.mutate()}
      onClose={onClose}
    >
      <p>{debtor.items.map(({ number }) => number).join(', ')}</p>
      <TextField
        type="date"
        label={t('dunning.noteOn')}
        value={on}
        onChange={setOn}
        error={isDay ? undefined : t('dayWrong')}
      />
    </BookDialog>
  );
}
