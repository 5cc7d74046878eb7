import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FloorSession } from '../../protocol/messages';
import { useLanguages } from '../shared/languages';
import { useLive } from '../shared/live';
import { toast } from '../shared/toasts';
import { ConfirmDialog } from './ConfirmDialog';

export function EndSessionDialog({ session, onClose }: { session: FloorSession; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const { connection } = useLive();
  const language = useLanguages()(session.language).germanName;
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => connection.invoke('EndSession', { sessionId: session.id, secondsAgo: 0 }),
    onSuccess: () => {
      toast('success', t('end.done', { language }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('end.title')}
      confirm={t('end.confirm')}
      error={end.error}
      isPending={end.isPending}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      {t('end.text', { language, unit: session.unitName, interpreter: session.interpreterName })}
    </ConfirmDialog>
  );
}
