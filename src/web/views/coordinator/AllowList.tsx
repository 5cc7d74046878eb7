import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format';
import { Button } from '../shared/Button';
import { ComboField } from '../shared/ComboField';
import { useLanguages } from '../shared/languages';
import { type Customer, type FoundInterpreter, interpretersQuery, useAllowList } from './allowLists';

/** One customer: all, or these only; whoever is added or taken off is so at once. */
export function AllowList({ customer }: { customer: Customer }) {
  const { t } = useTranslation('allow');
  const { isPending, add, remove, clear } = useAllowList(customer);
  const [chosen, setChosen] = useState(0);
  const { name, allowed } = customer;
  return (
    <div className="stack">
      <p className="strong" role="status">
        {allowed.length === 0 ? t('all', { name }) : t('only', { name, count: allowed.length })}
      </p>
      {allowed.length > 0 && (
        <ul className="history-list">
          {allowed.map(person => (
            <li key={person.interpreterId} className="conflict-row">
              <div>
                <span className="strong">
                  {person.name} ({person.number})
                </span>
                <p className="muted small">
                  {[t('since', { date: formatDate(person.since) }), person.hasLeft && t('left')]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {allowed.length > 1 && (
                <Button
                  small
                  isPending={isPending}
                  aria-label={t('removeNamed', { name: person.name })}
                  onPress={() => remove(person)}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {allowed.length === 1 && <p className="muted small">{t('last')}</p>}
      <PersonField
        // A new field for the next one: emptied, the old one would open its list again.
        key={chosen}
        autoFocus={chosen > 0}
        hint={allowed.length === 0 ? t('addFirst') : t('addHint')}
        without={new Set(allowed.map(({ interpreterId }) => interpreterId))}
        onChoose={person => {
          setChosen(chosen + 1);
          add(person);
        }}
      />
      {allowed.length > 0 && (
        <div className="row">
          <Button isPending={isPending} onPress={clear}>
            {t('clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface PersonProps {
  autoFocus: boolean;
  hint: string;
  without: ReadonlySet<string>;
  onChoose: (person: FoundInterpreter) => void;
}

function PersonField({ autoFocus, hint, without, onChoose }: PersonProps) {
  const { t } = useTranslation('allow');
  const nameOf = useLanguages();
  const [text, setText] = useState('');
  const found = useQuery({ ...interpretersQuery(text.trim()), placeholderData: keepPreviousData }).data ?? [];
  const people = found.filter(({ id }) => !without.has(id)).map(one => ({ ...one, text: one.name }));
  return (
    <ComboField
      label={t('add')}
      autoFocus={autoFocus}
      menuTrigger="input"
      hint={hint}
      items={people}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={key => {
        const person = people.find(({ id }) => id === key);
        if (!person) return;
        onChoose(person);
      }}
    >
      {person => (
        <>
          <span className="cell-main">
            {person.name} ({person.number})
          </span>
          <span className="cell-sub">{person.languages.map(code => nameOf(code).germanName).join(', ')}</span>
        </>
      )}
    </ComboField>
  );
}
