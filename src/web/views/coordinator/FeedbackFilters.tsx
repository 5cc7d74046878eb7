import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../shared/CheckField';
import { SelectField } from '../shared/SelectField';
import { TextField } from '../shared/TextField';
import { customersQuery } from './allowLists';
import type { FeedbackReport } from './feedbackReport';
import { type FeedbackSearch, kinds, readFeedbackSearch } from './feedbackSearch';
import { ReportFilters } from './ReportFilters';

interface Props {
  search: FeedbackSearch;
  report: FeedbackReport | undefined;
  onSearch: (search: FeedbackSearch) => void;
}

export function FeedbackFilters({ search, report, onSearch }: Props) {
  const { t } = useTranslation('feedback');
  const customers = useQuery(customersQuery).data ?? [];
  const change = (next: Record<string, unknown>) => onSearch(readFeedbackSearch({ ...search, ...next }));
  return (
    <ReportFilters search={search} shown={report} onChange={change} onReset={() => onSearch({})}>
      <SelectField
        label={t('page.kind')}
        value={search.anlass ?? ''}
        options={[
          { value: '', label: t('page.allKinds') },
          ...kinds.map(value => ({ value, label: t(`page.kinds.${value}`) })),
        ]}
        onChange={anlass => change({ anlass })}
      />
      <SelectField
        label={t('page.customer')}
        value={search.auftraggeber ?? ''}
        options={[
          { value: '', label: t('page.allCustomers') },
          ...customers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={auftraggeber => change({ auftraggeber })}
      />
      <NumberField given={search.nummer ?? ''} onNumber={nummer => change({ nummer })} />
      <div className="report-checks">
        <CheckField
          label={t('page.poor')}
          isSelected={search.schlecht ?? false}
          onChange={schlecht => change({ schlecht })}
        />
        <CheckField
          label={t('page.open')}
          isSelected={search.offen ?? false}
          onChange={offen => change({ offen })}
        />
      </div>
    </ReportFilters>
  );
}

/** Narrows once the number is whole, and no more once it is gone. */
function NumberField({ given, onNumber }: { given: string; onNumber: (number: string) => void }) {
  const { t } = useTranslation('feedback');
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  return (
    <TextField
      label={t('page.interpreter')}
      value={text}
      onChange={next => {
        const number = next.toUpperCase();
        setText(number);
        if (number === '' || /^D-\d{4,6}$/.test(number)) onNumber(number);
      }}
    />
  );
}
