import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format';
import { canAskAgain, requestsQuery } from '../requester/history';
import type { RequestForm } from '../requester/requestForm';
import { SelectField } from '../shared/SelectField';
import { peopleOf } from './people';

interface Props {
  value: RequestForm['again'];
  onChange: (again: RequestForm['again']) => void;
}

/** Somebody who has interpreted for this requester before; nothing is shown as long as there is nobody. */
export function PersonField({ value, onChange }: Props) {
  const { t } = useTranslation('appointments');
  const rows = useInfiniteQuery(requestsQuery).data?.pages.flat() ?? [];
  const people = peopleOf(rows.filter(canAskAgain), value);
  if (people.length === 0) return <p className="muted">{t('form.personNobody')}</p>;
  return (
    <SelectField
      label={t('form.person')}
      value={value?.interpreterId ?? ''}
      options={[
        { value: '', label: t('form.personAny') },
        ...people.map(({ interpreterId, number, last }) => ({
          value: interpreterId,
          label: last ? t('form.personOf', { number, day: formatDate(last) }) : number,
        })),
      ]}
      onChange={id => {
        const chosen = people.find(person => person.interpreterId === id);
        onChange(chosen ? { interpreterId: chosen.interpreterId, number: chosen.number } : null);
      }}
    />
  );
}
