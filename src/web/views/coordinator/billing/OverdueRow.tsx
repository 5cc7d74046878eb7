import { useTranslation } from 'react-i18next';
import { formatEuro, formatNumber } from '../../../i18n/format';
import { dateText } from '../../appointments/timeText';
import { Button } from '../../shared/Button';
import { toastError } from '../../shared/toasts';
import { Euro } from './BillingTable';
import { type Overdue, withdrawNote } from './dunning';
import { useBooking } from './useBooking';

/** One invoice that is late; how its interest comes about can be opened. */
export function OverdueRow({ item }: { item: Overdue }) {
  const { t } = useTranslation('money');
  return (
    <tr>
      <th scope="row">
        <span className="cell-main">{item.number}</span>
        {item.steps.length > 0 && (
          <details className="money-steps">
            <summary>{t('dunning.steps')}</summary>
            <ul>
              {item.steps.map(step => (
                <li key={step.from}>
                  {t('dunning.step', {
                    from: dateText(step.from),
                    until: dateText(step.until),
                    days: step.days,
                    principal: formatEuro(step.principal),
                    rate: formatNumber(step.rate),
                    amount: formatEuro(step.amount),
                  })}
                </li>
              ))}
            </ul>
          </details>
        )}
        {item.unknownFrom && (
          <span className="cell-sub">{t('dunning.unknown', { day: dateText(item.unknownFrom) })}</span>
        )}
      </th>
      <td data-label={t('lastDay')}>{dateText(item.lastDay)}</td>
      <td className="cell-figure" data-label={t('dunning.days')}>
        {formatNumber(item.daysOverdue)}
      </td>
      <Euro label={t('dunning.balance')} value={item.balance} isStrong />
      <Euro label={t('dunning.interest')} value={item.interest} />
      <Euro label={t('dunning.lumpSum')} value={item.lumpSum} />
      <td data-label={t('dunning.letter')}>
        {item.notes.map(note => (
          <Note key={note.id} note={note} number={item.number} />
        ))}
      </td>
    </tr>
  );
}

function Note({ note, number }: { note: Overdue['notes'][number]; number: string }) {
  const { t } = useTranslation('money');
  const words = { level: t(`dunning.level.${note.level}`), day: dateText(note.on) };
  const withdraw = useBooking(
    () => withdrawNote(note.id).catch(toastError),
    () => undefined,
    t('dunning.withdrawn'),
  );
  return (
    <span className="cell-line">
      {t('dunning.sent', words)}{' '}
      <Button
        small
        look="tertiary"
        isPending={withdraw.isPending}
        aria-label={t('dunning.withdrawNamed', { ...words, number })}
        onPress={() => withdraw.mutate()}
      >
        {t('dunning.withdraw')}
      </Button>
    </span>
  );
}
