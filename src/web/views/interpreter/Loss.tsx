import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../i18n/format';
import { postJson } from '../../protocol/http';
import type { Appointment } from '../appointments/appointments';
import { type LossClaim, lossQuery } from '../appointments/lossClaim';
import { momentText } from '../appointments/timeText';
import { amountOf } from '../coordinator/tariffs/decimal';
import { Button } from '../shared/Button';
import { ErrorAlert } from '../shared/ErrorAlert';
import { TextField } from '../shared/TextField';
import { toast } from '../shared/toasts';

/** What a late cancellation has cost: there is a claim, and it counts only once it is declared (§ 9 (5) JVEG). */
export function Loss({ appointment }: { appointment: Pick<Appointment, 'id'> }) {
  const { t } = useTranslation('price');
  const { data: claim } = useQuery(lossQuery(appointment.id));
  const [isOpen, setOpen] = useState(false);
  if (!claim) return null;
  if (claim.declared !== null)
    return <p className="earnings">{t('loss.declared', { amount: formatEuro(claim.declared) })}</p>;
  if (Date.parse(claim.declareUntil) <= Date.now()) return null;
  if (!isOpen)
    return (
      <div className="row">
        <Button small onPress={() => setOpen(true)}>
          {t('loss.open')}
        </Button>
      </div>
    );
  return <LossForm id={appointment.id} claim={claim} onClose={() => setOpen(false)} />;
}

function LossForm({ id, claim, onClose }: { id: string; claim: LossClaim; onClose: () => void }) {
  const { t } = useTranslation(['price', 'shell']);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const amount = amountOf(text);
  const declare = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson<LossClaim>(`/api/appointments/${id}/loss`, { amount }),
    onSuccess: declared => {
      client.setQueryData(lossQuery(id).queryKey, declared);
      toast('success', t('price:loss.done'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (amount !== null && !declare.isPending) declare.mutate();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        label={t('price:loss.amount')}
        hint={t('price:loss.hint', {
          most: formatEuro(claim.most),
          until: momentText(new Date(Date.parse(claim.declareUntil) - 1).toISOString()),
        })}
        value={text}
        onChange={setText}
        error={isChecked && amount === null ? t('price:loss.missing') : undefined}
        inputMode="decimal"
        autoFocus
      />
      <ErrorAlert error={declare.error} />
      <div className="row">
        <Button look="primary" small type="submit" isPending={declare.isPending}>
          {t('price:loss.declare')}
        </Button>
        <Button small onPress={onClose}>
          {t('price:loss.close')}
        </Button>
      </div>
    </form>
  );
}
