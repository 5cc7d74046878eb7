import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../protocol/http';
import { customersQuery, interpretersQuery } from '../coordinator/allowLists';
import { Button } from '../shared/Button';
import { Choice } from '../shared/Choice';
import { ComboField } from '../shared/ComboField';
import { SelectField } from '../shared/SelectField';
import { toast, toastError } from '../shared/toasts';
import { type HoldTarget, type Kind, type Reason, retentionQuery } from './retention';

type By = 'byKind' | 'byCustomer' | 'byInterpreter';

interface Chosen {
  target: HoldTarget;
  text: string;
}

/** One class, one customer or one interpreter, with the reason from a list. */
export function HoldForm() {
  const { t, i18n } = useTranslation('retention');
  const client = useQueryClient();
  const [by, setBy] = useState<By>('byCustomer');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [reason, setReason] = useState<Reason>('litigation');
  const keysOf = <K extends string>(path: 'kinds' | 'holds.reasons') =>
    Object.keys(i18n.getResource('de', 'retention', path)) as K[];
  const choose = (next: By) => {
    setBy(next);
    setChosen(null);
  };
  const set = useMutation({
    mutationFn: ({ target }: Chosen) => postJson('/api/retention/holds', { ...target, reason }),
    onSuccess: (_, { text }) => {
      void client.invalidateQueries(retentionQuery);
      toast('success', t('holds.isSet', { what: text }));
      setChosen(null);
    },
    onError: toastError,
  });
  return (
    <div className="stack">
      <Choice
        label={t('holds.what')}
        value={by}
        options={(['byCustomer', 'byInterpreter', 'byKind'] as const).map(value => ({
          value,
          text: t(`holds.${value}`),
        }))}
        onChange={choose}
      />
      {by === 'byKind' && (
        <SelectField
          label={t('kind')}
          value={chosen && 'kind' in chosen.target ? chosen.target.kind : ''}
          options={[
            { value: '', label: '' },
            ...keysOf<Kind>('kinds').map(kind => ({ value: kind, label: t(`kinds.${kind}`) })),
          ]}
          onChange={kind =>
            setChosen(kind ? { target: { kind: kind as Kind }, text: t(`kinds.${kind as Kind}`) } : null)
          }
        />
      )}
      {by === 'byCustomer' && <CustomerField key="customer" onChoose={setChosen} />}
      {by === 'byInterpreter' && <InterpreterField key="interpreter" onChoose={setChosen} />}
      <SelectField
        label={t('holds.reason')}
        value={reason}
        options={keysOf<Reason>('holds.reasons').map(value => ({
          value,
          label: t(`holds.reasons.${value}`),
        }))}
        onChange={value => setReason(value as Reason)}
      />
      <div className="row">
        <Button
          look="primary"
          isPending={set.isPending}
          onPress={() => (chosen ? set.mutate(chosen) : toast('warning', t('holds.missing')))}
        >
          {t('holds.set')}
        </Button>
      </div>
    </div>
  );
}

interface FieldProps {
  onChoose: (chosen: Chosen | null) => void;
}

function CustomerField({ onChoose }: FieldProps) {
  const { t } = useTranslation('retention');
  const customers = useQuery(customersQuery).data ?? [];
  return (
    <ComboField
      label={t('holds.customer')}
      items={customers.map(({ id, name }) => ({ id, text: name }))}
      onSelectionChange={key => {
        const customer = customers.find(({ id }) => id === key);
        onChoose(customer ? { target: { customerId: customer.id }, text: customer.name } : null);
      }}
    />
  );
}

function InterpreterField({ onChoose }: FieldProps) {
  const { t } = useTranslation('retention');
  const [text, setText] = useState('');
  const [key, setKey] = useState<string | null>(null);
  // Once chosen, the number stands behind the name.
  const named = text.replace(/ \(.*$/, '').trim();
  const found = useQuery({ ...interpretersQuery(named), placeholderData: keepPreviousData }).data ?? [];
  return (
    <ComboField
      label={t('holds.interpreter')}
      menuTrigger="input"
      items={found.map(({ id, name, number }) => ({ id, text: `${name} (${number})` }))}
      // The list opens while its first answer is on the way.
      allowsEmptyCollection
      inputValue={text}
      onInputChange={setText}
      selectedKey={key}
      onSelectionChange={next => {
        const person = found.find(({ id }) => id === next);
        setKey(person?.id ?? null);
        setText(person ? `${person.name} (${person.number})` : '');
        onChoose(person ? { target: { interpreterId: person.id }, text: person.name } : null);
      }}
    />
  );
}
