import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { Card } from '../shared/Card';
import { ErrorAlert } from '../shared/ErrorAlert';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { toast } from '../shared/toasts';
import { BookingAccounts } from './BookingAccounts';
import { type BookingAnswer, type BookingSettings, useBookingForm } from './bookings';

type NumberField = {
  [Key in keyof BookingSettings]: BookingSettings[Key] extends number | null ? Key : never;
}[keyof BookingSettings];

const numbers = [
  'consultant',
  'client',
  'accountLength',
  'yearBegins',
  'debtorsFrom',
  'creditorsFrom',
] as const;

/** Whose books, and where what is booked. */
export function BookingForm({ answer }: { answer: BookingAnswer }) {
  const { t } = useTranslation('reports');
  const form = useBookingForm(answer, () => toast('success', t('books.saved')));
  const wrong = (field: string) => (form.isWrong(field) ? t('books.wrong') : undefined);
  const typed = (field: NumberField) => ({
    label: t(`books.${field as (typeof numbers)[number]}`),
    value: form.draft[field] === null ? '' : `${form.draft[field]}`,
    error: wrong(field),
    inputMode: 'numeric' as const,
    onChange: (text: string) => {
      const digits = text.replace(/\D/g, '').slice(0, 9);
      form.change({
        [field]: digits === '' ? (field === 'consultant' || field === 'client' ? null : 0) : Number(digits),
      });
    },
  });
  return (
    <Card title={t('books.settings')}>
      <p className="muted">{t('books.hint')}</p>
      <form
        className="report-form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          form.saving.mutate();
        }}
      >
        <div className="ledger-filters">
          <TextField {...typed('consultant')} />
          <TextField {...typed('client')} />
          <SelectField
            label={t('books.chart')}
            value={form.draft.chart}
            options={(['skr03', 'skr04'] as const).map(value => ({
              value,
              label: t(`books.charts.${value}`),
            }))}
            onChange={chart => form.choose(chart === 'skr04' ? 'skr04' : 'skr03')}
          />
          <TextField {...typed('accountLength')} />
          <TextField {...typed('yearBegins')} />
          <TextField {...typed('debtorsFrom')} />
          <TextField {...typed('creditorsFrom')} />
        </div>
        <BookingAccounts form={form} />
        {form.saving.error && <ErrorAlert error={form.saving.error} />}
        <Button type="submit" look="primary" isDisabled={form.saving.isPending}>
          {t('books.save')}
        </Button>
      </form>
    </Card>
  );
}
