import { useTranslation } from 'react-i18next';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LeaveGuard } from '../../shared/LeaveGuard';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { toastError } from '../../shared/toasts';
import { invoiceFormats, type PartyData, type Whose } from './parties';
import { type Field, groupsOf } from './partyForm';
import { usePartyForm } from './usePartyForm';

interface Props {
  whose: Whose;
  id: string | null;
  name: string;
  number: string | null;
  stored: PartyData | null;
}

/** All that may stand on documents about somebody. */
export function PartyEditor(props: Props) {
  const { t } = useTranslation('parties');
  const { whose, stored } = props;
  const state = usePartyForm(props);
  const said = state.isDirty ? 'dirty' : stored ? 'clean' : 'unsaved';
  return (
    <form
      ref={state.formRef}
      className="billing-form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (!state.isSaving) state.save();
      }}
    >
      {groupsOf[whose].map(({ group, fields }) => (
        <Card key={group} title={t(`form.${group}`)}>
          <div className="tariff-fields">
            {fields.map(field => (
              <PartyField key={field} whose={whose} field={field} state={state} />
            ))}
          </div>
        </Card>
      ))}
      {state.isConflict && <Conflict load={state.load} />}
      {state.error && <ErrorAlert error={state.error} />}
      <div className="policy-bar">
        <p role="status">{t(`form.${said}`)}</p>
        <Button look="primary" type="submit" isPending={state.isSaving}>
          {t('form.save')}
        </Button>
      </div>
      <LeaveGuard dirty={state.isDirty} />
    </form>
  );
}

const hinted = [
  'country',
  'vatId',
  'taxNumber',
  'leitwegId',
  'orderReference',
  'accountHolder',
  'paymentDays',
] as const;
const hintOf = (field: Field) => hinted.find(one => one === field);

interface FieldProps {
  whose: Whose;
  field: Field;
  state: Pick<ReturnType<typeof usePartyForm>, 'form' | 'wrong' | 'change'>;
}

function PartyField({ whose, field, state: { form, wrong, change } }: FieldProps) {
  const { t } = useTranslation('parties');
  const hint = hintOf(field);
  if (field === 'format') {
    return (
      <SelectField
        label={t('field.format')}
        hint={t(`formatFor.${whose === 'interpreter' ? 'interpreter' : 'customer'}`)}
        value={form.format}
        options={invoiceFormats.map(value => ({ value, label: t(`format.${value}`) }))}
        onChange={value => change('format', value)}
      />
    );
  }
  return (
    <TextField
      label={field === 'number' ? t(`numberOf.${whose}`) : t(`field.${field}`)}
      {...(hint && { hint: t(`hint.${hint}`) })}
      error={wrong.includes(field) ? t(`wrong.${field}`) : undefined}
      value={form[field]}
      onChange={text => change(field, field === 'country' ? text.toUpperCase() : text)}
      autoComplete="off"
      {...(field === 'paymentDays' && { inputMode: 'numeric' as const })}
      {...(field === 'email' && { type: 'email' as const })}
    />
  );
}

function Conflict({ load }: { load: () => Promise<void> }) {
  const { t } = useTranslation('parties');
  return (
    <Alert
      tone="danger"
      live
      title={t('form.conflictTitle')}
      actions={
        <Button small onPress={() => void load().catch(toastError)}>
          {t('form.load')}
        </Button>
      }
    >
      {t('form.conflictText')}
    </Alert>
  );
}
