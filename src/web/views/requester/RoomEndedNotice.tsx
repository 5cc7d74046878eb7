import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../protocol/messages';
import { appointmentsKey } from '../appointments/appointments';
import { Alert } from '../shared/Alert';
import { Button } from '../shared/Button';
import { LinkButton } from '../shared/LinkButton';

/** Out of the room without having wished it: why, and that the appointment is another matter. */
export function RoomEndedNotice({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation(['day', 'requester']);
  const box = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  // What was read before the room closed says that the appointment stands.
  useEffect(() => void client.invalidateQueries({ queryKey: appointmentsKey }), [client]);
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
