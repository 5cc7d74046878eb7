import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { ComboField } from '../shared/ComboField';
import { AllowList } from './AllowList';
import type { Customer } from './allowLists';
import { CancellationLadder } from './CancellationLadder';

interface Props {
  customers: readonly Customer[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** What was agreed with each customer: who may serve it, and what cancelling costs. */
export function AllowLists({ customers, chosen, onChoose }: Props) {
  const { t } = useTranslation('allow');
  const restricted = customers.filter(({ allowed }) => allowed.length > 0);
  const customer = customers.find(({ id }) => id === chosen);
  return (
    <div className="stack">
      <p className="muted">{t('lead')}</p>
      {restricted.length > 0 && (
        <div>
          <h3 className="feedback-title">{t('lists')}</h3>
          <ul className="history-list">
            {restricted.map(({ id, name, allowed }) => (
              <li key={id} className="conflict-row">
                <div>
                  <span className="strong">{name}</span>
                  <p className="muted small">{t('count', { count: allowed.length })}</p>
                </div>
                <Button small aria-label={t('showNamed', { name })} onPress={() => onChoose(id)}>
                  {t('show')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ComboField
        label={t('customer')}
        items={customers.map(({ id, name }) => ({ id, text: name }))}
        selectedKey={customer?.id ?? null}
        onSelectionChange={key => key && onChoose(String(key))}
      />
      {customer && (
        <>
          <AllowList key={customer.id} customer={customer} />
          <CancellationLadder key={`${customer.id} cancellation`} customer={customer} />
        </>
      )}
    </div>
  );
}
