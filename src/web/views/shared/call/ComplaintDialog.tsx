import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../i18n/format';
import type { ComplaintReason } from '../../../protocol/messages';
import { Button } from '../Button';
import { Choice } from '../Choice';
import { Dialog } from '../Dialog';
import { useSecond } from '../Elapsed';
import { useLive } from '../live';
import { toastError } from '../toasts';

const reasons: readonly ComplaintReason[] = [
  'language_or_variety',
  'sound_or_picture',
  'understanding',
  'bias',
  'conduct',
  'other',
];

interface Props {
  sessionId: string;
  until: string;
  isOpen: boolean;
  onClose: () => void;
}

export function ComplaintDialog({ sessionId, until, isOpen, onClose }: Props) {
  const { t } = useTranslation('call');
  const { connection } = useLive();
  const [reason, setReason] = useState<ComplaintReason | null>(null);
  const left = Math.max(0, Math.ceil(Date.parse(until) / 1000 - useSecond()));
  const complain = useMutation({
    networkMode: 'always',
    mutationFn: (given: ComplaintReason) =>
      connection.invoke('ComplainOfQuality', { sessionId, reason: given }),
    onSuccess: onClose,
    onError: toastError,
  });
  const goOn = (
    <Button look="tertiary" onPress={onClose}>
      {t('complaint.goOn')}
    </Button>
  );
  if (left === 0)
    return (
      <Dialog title={t('complaint.title')} isOpen={isOpen} onClose={onClose} actions={goOn}>
        <p>{t('complaint.late', { time: formatTime(until) })}</p>
        <p>{t('complaint.lateText')}</p>
      </Dialog>
    );
  return (
    <Dialog
      title={t('complaint.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          {goOn}
          <Button
            look="danger"
            isDisabled={reason === null}
            isPending={complain.isPending}
            onPress={() => reason && complain.mutate(reason)}
          >
            {t('complaint.end')}
          </Button>
        </>
      }
    >
      <p>
        {t('complaint.text')} <span className="strong">{t('complaint.left', { count: left })}</span>
      </p>
      <Choice
        label={t('complaint.reason')}
        value={reason}
        onChange={setReason}
        options={reasons.map(value => ({ value, text: t(`complaint.reasons.${value}`) }))}
      />
    </Dialog>
  );
}
