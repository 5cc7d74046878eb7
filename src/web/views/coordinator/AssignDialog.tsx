import ring from '@material-symbols/svg-400/rounded/call.svg?raw';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import type { FloorInterpreter, FloorRequest } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { useLive } from '../shared/live';
import { toast } from '../shared/toasts';
import { candidatesFor } from './candidates';
import { useFloor, useLiveRows } from './floor';
import { isReadyNow } from './floorFigures';
import { PresenceBadge } from './PresenceBadge';

/** Rings one interpreter alone: those who can take it now, longest free first. */
export function AssignDialog({ request, onClose }: { request: FloorRequest; onClose: () => void }) {
  const { t } = useTranslation('coordinator');
  const { connection } = useLive();
  const language = useLanguages()(request.language).germanName;
  const { ready, others } = candidatesFor(request, useLiveRows(useFloor().interpreters));
  const assign = useMutation({
    networkMode: 'always',
    mutationFn: (interpreter: FloorInterpreter) =>
      connection.invoke('AssignInterpreter', { requestId: request.id, interpreterId: interpreter.id }),
    onSuccess: (_, interpreter) => {
      toast('success', t('assign.done', { name: interpreter.name }));
      onClose();
    },
  });
  return (
    <Dialog title={t('assign.title', { language })} isOpen onClose={onClose}>
      <p>{t('assign.text', { customer: request.customerName, unit: request.unitName })}</p>
      <ErrorAlert error={assign.error} />
      {ready.length === 0 ? (
        <p className="strong">{t('assign.none')}</p>
      ) : (
        <Candidates title={t('assign.ready')}>
          {ready.map(interpreter => (
            <Candidate key={interpreter.id} interpreter={interpreter} requestId={request.id}>
              <Button
                small
                icon={ring}
                aria-label={t('assign.ringNamed', { name: interpreter.name })}
                isPending={assign.isPending && assign.variables?.id === interpreter.id}
                onPress={() => assign.mutate(interpreter)}
              >
                {t('assign.ring')}
              </Button>
            </Candidate>
          ))}
        </Candidates>
      )}
      {others.length > 0 && (
        <Candidates title={t('assign.others')}>
          {others.map(interpreter => (
            <Candidate key={interpreter.id} interpreter={interpreter} requestId={request.id} />
          ))}
        </Candidates>
      )}
    </Dialog>
  );
}

function Candidates({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="candidates">
      <h3 className="candidates-title">{title}</h3>
      <ul className="candidate-list">{children}</ul>
    </section>
  );
}

function Candidate(props: { interpreter: FloorInterpreter; requestId: string; children?: React.ReactNode }) {
  const { t } = useTranslation('coordinator');
  const { name, number, presence, connected, ringingFor } = props.interpreter;
  const note =
    ringingFor === props.requestId
      ? t('assign.ringingThis')
      : ringingFor
        ? t('assign.ringingOther')
        : connected
          ? isReadyNow(props.interpreter) && t('assign.idle', { time: formatTime(presence.since) })
          : t('assign.disconnected');
  return (
    <li>
      <span className="candidate-text">
        <span className="cell-main">{name}</span>
        <span className="cell-sub">
          {number}
          {note && `, ${note}`}
        </span>
      </span>
      {props.children ?? <PresenceBadge presence={presence} />}
    </li>
  );
}
