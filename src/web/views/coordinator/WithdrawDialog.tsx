import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FloorRequest } from '../../protocol/messages';
import { useLanguages } from '../shared/languages';
import { useLive } from '../shared/live';
import { toast } from '../shared/toasts';
import { ConfirmDialog } from './ConfirmDialog';

export function WithdrawDialog({ request, onClose }: { request: FloorRequest; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const { connection } = useLive();
  const language = useLanguages()(request.language).germanName;
  const withdraw = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('CancelRequest', { requestId: request.id }),
    onSuccess: () => {
      toast('success', t('withdraw.done', { language }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('withdraw.title')}
      confirm={t('withdraw.confirm')}
      error={withdraw.error}
      isPending={withdraw.isPending}
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    >
      {t('withdraw.text', { language, customer: request.customerName, unit: request.unitName })}
    </ConfirmDialog>
  );
}
