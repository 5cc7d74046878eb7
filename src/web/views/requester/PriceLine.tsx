import euro from '@material-symbols/svg-400/rounded/euro.svg?raw';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BudgetNote } from '../shared/BudgetNote';
import { Icon } from '../shared/Icon';
import { amounts, livePriceQuery } from '../shared/price';
import type { RequestForm } from './requestForm';
import { requiredLevel } from './requiredLevel';

/** What a conversation at once would cost. Silent until it is known, and where there is no tariff. */
export function PriceLine({ form }: { form: RequestForm }) {
  const { t } = useTranslation('price');
  const { language, modality } = form;
  const { data } = useQuery({
    ...livePriceQuery(language ?? '', modality, requiredLevel(form)),
    enabled: language !== null,
    placeholderData: keepPreviousData,
    // At night and on Sundays it may be another.
    refetchInterval: 5 * 60_000,
  });
  if (!language || !data?.sentence) return null;
  return (
    <>
      <p className="estimate">
        <Icon svg={euro} size={20} />
        <span>
          {t('sentence', { sentence: data.sentence })} {data.net > 0 && t('shortest', amounts(data))}
        </span>
      </p>
      {data.budget && (
        <BudgetNote note={data.budget} what="request" isEmergency={form.emergency || form.urgent} />
      )}
    </>
  );
}
