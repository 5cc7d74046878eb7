import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboField } from '../../shared/ComboField';
import { customersQuery, interpretersQuery } from '../allowLists';
import type { AssignForm } from './assign';

interface Props {
  form: AssignForm;
  change: (part: Partial<AssignForm>) => void;
  error: string | undefined;
}

/** Which customer, or which interpreter. */
export function AssignTarget({ form, change, error }: Props) {
  return (
    <div {...(error && { 'data-invalid': true })}>
      {form.side === 'customer' ? (
        <CustomerField form={form} change={change} />
      ) : (
        <InterpreterField form={form} change={change} />
      )}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function CustomerField({ form, change }: Omit<Props, 'error'>) {
  const { t } = useTranslation('tariffs');
  const customers = useQuery(customersQuery).data ?? [];
  return (
    <ComboField
      // The names it was made with are the ones it searches.
      key={customers.length}
      label={t('assign.customer')}
      items={customers.map(({ id, name }) => ({ id, text: name }))}
      selectedKey={form.customer?.id ?? null}
      onSelectionChange={key => change({ customer: customers.find(({ id }) => id === key) ?? null })}
    />
  );
}

function InterpreterField({ form, change }: Omit<Props, 'error'>) {
  const { t } = useTranslation('tariffs');
  const [text, setText] = useState(form.interpreter?.name ?? '');
  const found = useQuery({ ...interpretersQuery(text.trim()), placeholderData: keepPreviousData }).data ?? [];
  const people = found.map(({ id, name, number }) => ({ id, text: `${name} (${number})` }));
  return (
    <ComboField
      label={t('assign.interpreter')}
      hint={t('assign.interpreterHint')}
      menuTrigger="input"
      items={people}
      inputValue={text}
      onInputChange={typed => {
        setText(typed);
        if (typed !== form.interpreter?.name) change({ interpreter: null });
      }}
      onSelectionChange={key => {
        const person = people.find(({ id }) => id === key);
        if (!person) return;
        setText(person.text);
        change({ interpreter: { id: person.id, name: person.text } });
      }}
    />
  );
}
