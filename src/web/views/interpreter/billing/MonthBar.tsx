import beforeIcon from '@material-symbols/svg-400/rounded/chevron_left.svg?raw';
import nextIcon from '@material-symbols/svg-400/rounded/chevron_right.svg?raw';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { TextField } from '../../shared/TextField';
import { addMonths, isMonth } from './month';

/** One month back, one on, or any. */
export function MonthBar({ month, onMonth }: { month: string; onMonth: (month: string) => void }) {
  const { t } = useTranslation('earnings');
  return (
    <search className="month-bar">
      <Button icon={beforeIcon} aria-label={t('before')} onPress={() => onMonth(addMonths(month, -1))} />
      <TextField
        type="month"
        label={t('month')}
        value={month}
        onChange={next => isMonth(next) && onMonth(next)}
      />
      <Button icon={nextIcon} aria-label={t('after')} onPress={() => onMonth(addMonths(month, 1))} />
    </search>
  );
}
