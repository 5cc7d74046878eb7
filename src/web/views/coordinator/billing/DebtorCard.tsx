import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../appointments/timeText';
import type { Day } from '../../appointments/wallTime';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { Icon } from '../../shared/Icon';
import { SelectField } from '../../shared/SelectField';
import { BillingTable, Euro } from './BillingTable';
import { type Debtor, type Level, letterOf, levels, waitsUntil } from './dunning';
import { NoteDialog } from './NoteDialog';
import { OverdueRow } from './OverdueRow';

interface Props {
  debtor: Debtor;
  on: Day;
  today: Day;
}

/** One customer who is late: invoices, what the law adds, and the letter that comes next. */
export function DebtorCard({ debtor, on, today }: Props) {
  const { t } = useTranslation('money');
  const { customer, next } = debtor;
  const [chosen, setChosen] = useState<Level>();
  const [isAsked, setAsked] = useState(false);
  const level = chosen ?? next ?? 'last_notice';
  return (
    <Card title={customer} actions={<NextStep debtor={debtor} />}>
      <BillingTable
        caption={customer}
        head={[
          { key: 'number', text: t('number') },
          { key: 'lastDay', text: t('lastDay') },
          { key: 'days', text: t('dunning.days'), isFigure: true },
          { key: 'balance', text: t('dunning.balance'), isFigure: true },
          { key: 'interest', text: t('dunning.interest'), isFigure: true },
          { key: 'lumpSum', text: t('dunning.lumpSum'), isFigure: true },
          { key: 'notes', text: t('dunning.letter') },
        ]}
        foot={
          debtor.items.length > 1 && (
            <tr>
              <th scope="row" colSpan={3}>
                {t('dunning.sum')}
              </th>
              <Euro label={t('dunning.balance')} value={debtor.balance} isStrong />
              <Euro label={t('dunning.interest')} value={debtor.interest} isStrong />
              <Euro label={t('dunning.lumpSum')} value={debtor.lumpSum} isStrong />
              <td />
            </tr>
          )
        }
      >
        {debtor.items.map(item => (
          <OverdueRow key={item.id} item={item} />
        ))}
      </BillingTable>
      <div className="money-letter">
        <SelectField
          label={t('dunning.letter')}
          value={level}
          options={levels.map(value => ({ value, label: t(`dunning.level.${value}`) }))}
          onChange={value => setChosen(value as Level)}
        />
        <a
          className="kern-btn kern-btn--secondary link-button"
          href={letterOf(debtor.customerId, level, on)}
          download
          aria-label={t('dunning.printNamed', { level: t(`dunning.level.${level}`), customer })}
        >
          <Icon svg={download} />
          <span className="kern-label">{t('dunning.print')}</span>
        </a>
        <Button aria-label={t('dunning.noteNamed', { customer })} onPress={() => setAsked(true)}>
          {t('dunning.note')}
        </Button>
      </div>
      {isAsked && <NoteDialog debtor={debtor} level={level} today={today} onClose={() => setAsked(false)} />}
    </Card>
  );
}

function NextStep({ debtor }: { debtor: Debtor }) {
  const { t } = useTranslation('money');
  const { next, isDue } = debtor;
  if (!next) return <Badge tone="danger">{t('dunning.last')}</Badge>;
  const level = t(`dunning.level.${next}`);
  const day = waitsUntil(debtor);
  return isDue || !day ? (
    <Badge tone="warning">{t('dunning.due', { level })}</Badge>
  ) : (
    <Badge>{t('dunning.waits', { day: dateText(day), level })}</Badge>
  );
}
