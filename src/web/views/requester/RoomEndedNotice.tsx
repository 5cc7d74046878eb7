import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../protocol/messages';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { LinkButton } from '../shared/LinkButton';

/** Out of the room without having wished it: why, and that the appointment is another matter. */
export function RoomEndedNotice({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation(['day', 'requester']);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  const { appointment, state, cancelledBy } = request;
  const because = cancelledBy === 'coordinator' || cancelledBy === 'disconnect' ? cancelledBy : 'other';
  return (
    <div ref={box} tabIndex={-1} className="focus-target">
      <Alert tone="warning" live title={t('day:ended.title')}>
        <div className="stack-tight">
          <p>{t(state === 'unserved' ? 'day:ended.over' : `day:ended.${because}`)}</p>
          <div className="row">
            {appointment && (
              <LinkButton small to="/termine/$id" params={{ id: appointment.id }}>
                {t('day:ended.toAppointment')}
              </LinkButton>
            )}
            <Button small look="tertiary" onPress={onClose}>
              {t('requester:ended.close')}
            </Button>
          </div>
        </div>
      </Alert>
    </div>
  );
}
