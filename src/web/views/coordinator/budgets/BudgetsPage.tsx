import '../billing/words';
import './budgetWords';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { Skeleton } from '../../shared/Skeleton';
import { BillingPage } from '../billing/BillingPage';
import { BudgetCard } from './BudgetCard';
import { BudgetDialog } from './BudgetDialog';
import { BudgetFilters } from './BudgetFilters';
import { isShown } from './budgetSearch';
import { type Budget, type Budgets, budgetsQuery } from './budgets';
import { HistoryDialog } from './HistoryDialog';
import { RemoveDialog } from './RemoveDialog';

type Open = { what: 'new' } | { what: 'edit' | 'remove' | 'history'; budget: Budget };

/** What customers and units may spend, how far it is taken, and what it will come to. */
export function BudgetsPage() {
  const { t } = useTranslation('budgets');
  const query = useQuery(budgetsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <BillingPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button look="primary" isDisabled={!query.data} onPress={() => setOpen({ what: 'new' })}>
          {t('make')}
        </Button>
      }
    >
      {query.isPending && <Skeleton lines={8} />}
      {query.error && !query.data && <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <BudgetList data={query.data} onOpen={setOpen} />}
      {open?.what === 'new' && query.data && <BudgetDialog today={query.data.today} onClose={close} />}
      {open?.what === 'edit' && query.data && (
        <BudgetDialog today={query.data.today} budget={open.budget} onClose={close} />
      )}
      {open?.what === 'remove' && <RemoveDialog budget={open.budget} onClose={close} />}
      {open?.what === 'history' && <HistoryDialog budget={open.budget} onClose={close} />}
    </BillingPage>
  );
}

function BudgetList({ data, onOpen }: { data: Budgets; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('budgets');
  const search = useSearch({ from: '/shell/disposition/abrechnung/budgets' });
  const navigate = useNavigate({ from: '/disposition/abrechnung/budgets' });
  const { budgets, today } = data;
  const shown = budgets.filter(budget => isShown(budget, search, today));
  if (budgets.length === 0)
    return (
      <Card>
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      </Card>
    );
  return (
    <>
      <BudgetFilters
        search={search}
        budgets={budgets}
        onSearch={next => void navigate({ search: next, replace: true })}
      />
      {shown.length === 0 && (
        <Card>
          <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
        </Card>
      )}
      <ul className="budgets" aria-label={t('list')}>
        {shown.map(budget => (
          <li key={budget.id}>
            <BudgetCard budget={budget} onOpen={what => onOpen({ what, budget })} />
          </li>
        ))}
      </ul>
    </>
  );
}
