import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '../../shared/toasts';
import { ConfirmDialog } from '../ConfirmDialog';
import { type Budget, budgetsQuery, removeBudget } from './budgets';

export function RemoveDialog({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { t } = useTranslation('budgets');
  const client = useQueryClient();
  const { name } = budget;
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: () => removeBudget(budget),
    onSuccess: rest => {
      client.setQueryData(budgetsQuery.queryKey, rest);
      toast('success', t('removed', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('removeTitle', { name })}
      confirm={t('remove')}
      error={remove.error}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {t('removeText')}
    </ConfirmDialog>
  );
}
