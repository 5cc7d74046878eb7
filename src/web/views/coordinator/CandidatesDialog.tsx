import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../protocol/http';
import { type Appointment, appointmentsKey } from '../appointments/appointments';
import { periodText } from '../appointments/timeText';
import { Dialog } from '../shared/Dialog';
import { ErrorAlert } from '../shared/ErrorAlert';
import { useLanguages } from '../shared/languages';
import { Skeleton } from '../shared/Skeleton';
import { toast } from '../shared/toasts';
import {
  type AppointmentCandidates,
  candidatesQuery,
  nearlyFit,
  type RankedCandidate,
} from './appointmentCandidates';
import { HinderedRow, RankedRow } from './CandidateRows';

/** Who can be bound to it, the best first; who cannot, and why. */
export function CandidatesDialog({
  appointment,
  onClose,
}: {
  appointment: Appointment;
  onClose: () => void;
}) {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  const language = useLanguages()(appointment.language).germanName;
  const { data, error, refetch } = useQuery(candidatesQuery(appointment.id));
  const assign = useMutation({
    networkMode: 'always',
    mutationFn: (chosen: RankedCandidate) =>
      postJson(`/api/appointments/${appointment.id}/assign`, { interpreterId: chosen.id }),
    onSuccess: (_, chosen) => {
      void client.invalidateQueries({ queryKey: appointmentsKey });
      toast('success', t('candidates.done', { name: chosen.name }));
      onClose();
    },
    onError: () => void refetch(),
  });
  return (
    <Dialog title={t('candidates.title', { language })} isOpen onClose={onClose}>
      <p>
        {periodText(appointment)}. {appointment.unitName}, {appointment.customerName}.
      </p>
      <ErrorAlert error={assign.error} />
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <Both
          candidates={data}
          bound={appointment.interpreter?.id}
          isPending={candidate => assign.isPending && assign.variables.id === candidate.id}
          onAssign={candidate => assign.mutate(candidate)}
        />
      )}
    </Dialog>
  );
}

interface BothProps {
  candidates: AppointmentCandidates;
  bound: string | undefined;
  isPending: (candidate: RankedCandidate) => boolean;
  onAssign: (candidate: RankedCandidate) => void;
}

function Both({ candidates: { ranked, hindered }, bound, isPending, onAssign }: BothProps) {
  const { t } = useTranslation('appointments');
  const near = nearlyFit(hindered);
  return (
    <>
      <section className="stack-tight">
        <h3>{t('candidates.ranked')}</h3>
        <p className="muted">{t('candidates.order')}</p>
        {ranked.length === 0 && <p className="strong">{t('candidates.nobody')}</p>}
        <ol className="ranks">
          {ranked.map((candidate, index) => (
            <RankedRow
              key={candidate.id}
              candidate={candidate}
              rank={index + 1}
              isBound={candidate.id === bound}
              isPending={isPending(candidate)}
              onAssign={() => onAssign(candidate)}
            />
          ))}
        </ol>
      </section>
      {near.length > 0 && (
        <section className="stack-tight">
          <h3>{t('candidates.hindered')}</h3>
          <ul className="not-offered">
            {near.map(candidate => (
              <HinderedRow key={candidate.id} candidate={candidate} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
