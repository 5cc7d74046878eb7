import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { TextField } from '../../shared/TextField';
import type { OpenItem, ReadParts } from './parts';

interface Props {
  items: readonly OpenItem[];
  texts: Record<string, string>;
  read: ReadParts;
  onChange: (texts: Record<string, string>) => void;
}

/** How much counts for which invoice, and what is left over. */
export function PartFields({ items, texts, read, onChange }: Props) {
  const { t } = useTranslation('money');
  return (
    <fieldset className="money-parts">
      <legend className="kern-label">{t('partsOf')}</legend>
      {items.length === 0 && <p className="muted">{t('partsNone')}</p>}
      {items.map(({ id, number, balance }) => (
        <TextField
          key={id}
          label={t('partOf', { number, balance: formatEuro(balance) })}
          inputMode="decimal"
          value={texts[id] ?? ''}
          onChange={text => onChange({ ...texts, [id]: text })}
          error={read.wrong.includes(id) ? t('partWrong', { balance: formatEuro(balance) }) : undefined}
        />
      ))}
      <p role="status" className={read.rest < 0 ? 'field-error' : 'muted'}>
        {read.rest < 0
          ? t('partsTooMuch', { over: formatEuro(-read.rest) })
          : t(read.rest > 0 ? 'rest' : 'restNone', { rest: formatEuro(read.rest) })}
      </p>
    </fieldset>
  );
}
