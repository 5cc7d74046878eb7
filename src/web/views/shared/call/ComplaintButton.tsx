import report from '@material-symbols/svg-400/rounded/report.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSituation } from '../live';
import { CallButton } from './CallButton';
import { ComplaintDialog } from './ComplaintDialog';

/** For the requester, once the conversation has begun: in time it ends without cost, later it says where to complain. */
export function ComplaintButton() {
  const { t } = useTranslation('call');
  const session = useSituation()?.session;
  const [isOpen, setOpen] = useState(false);
  if (!session?.complaintUntil) return null;
  return (
    <>
      <CallButton label={t('complaint.button')} icon={report} onPress={() => setOpen(true)} />
      <ComplaintDialog
        sessionId={session.id}
        until={session.complaintUntil}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
