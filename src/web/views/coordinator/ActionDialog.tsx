import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { focusBack } from '../shared/focusBack';
import { AssignDialog } from './AssignDialog';
import { EndSessionDialog } from './EndSessionDialog';
import { useFloor, useLiveRow } from './floor';
import { isTalking, isWaiting } from './floorOrder';
import { ReasonsDialog } from './ReasonsDialog';
import type { Action } from './tablePart';
import { WithdrawDialog } from './WithdrawDialog';

interface Props {
  action: Action;
  onClose: () => void;
}

/** The dialog of an action. Its subject may vanish while it is open: then it says so instead of closing by itself. */
export function ActionDialog(props: Props) {
  useFocusBack(props.action.kind === 'end' ? '.floor-sessions' : '.floor-waiting');
  const { action, onClose } = props;
  if (action.kind === 'end') return <SessionAction sessionId={action.sessionId} onClose={onClose} />;
  if (action.kind === 'why') return <WhyAction requestId={action.requestId} onClose={onClose} />;
  return <RequestAction kind={action.kind} requestId={action.requestId} onClose={onClose} />;
}

function RequestAction(props: { kind: 'withdraw' | 'assign'; requestId: string; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const row = useLiveRow(useFloor().requests, props.requestId);
  const request = useLingering(row && isWaiting(row) ? row : undefined);
  if (!request) return <Gone text={t('goneRequest')} onClose={props.onClose} />;
  if (props.kind === 'withdraw') return <WithdrawDialog request={request} onClose={props.onClose} />;
  return <AssignDialog request={request} onClose={props.onClose} />;
}

/** Also for a request that has become a conversation. */
function WhyAction({ requestId, onClose }: { requestId: string; onClose: () => void }) {
  const row = useLiveRow(useFloor().requests, requestId);
  const stamp = row ? [row.state, ...row.offers.map(offer => offer.offerId)].join(' ') : 'gone';
  return <ReasonsDialog requestId={requestId} stamp={stamp} onClose={onClose} />;
}

function SessionAction({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const row = useLiveRow(useFloor().sessions, sessionId);
  const session = useLingering(row && isTalking(row) ? row : undefined);
  if (!session) return <Gone text={t('goneSession')} onClose={onClose} />;
  return <EndSessionDialog session={session} onClose={onClose} />;
}

function Gone({ text, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={text} isOpen onClose={onClose}>
      <Button look="primary" onPress={onClose}>
        {t('close')}
      </Button>
    </Dialog>
  );
}

/** A row that has just gone stays for a moment: the own action takes it away, and then the dialog closes anyway. */
function useLingering<T>(row: T | undefined): T | undefined {
  const [last, setLast] = useState(row);
  if (row && row !== last) setLast(row);
  const isGone = row === undefined;
  useEffect(() => {
    if (!isGone) return;
    const timer = setTimeout(() => setLast(undefined), 800);
    return () => clearTimeout(timer);
  }, [isGone]);
  return row ?? last;
}

/** The row whose button opened the dialog may be gone when it closes; then the focus goes to the row's table. */
function useFocusBack(part: string): void {
  useEffect(() => () => focusBack(part), [part]);
}
