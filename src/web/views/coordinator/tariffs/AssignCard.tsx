import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postJson } from '../../../protocol/http';
import { dateText } from '../../appointments/timeText';
import type { Day } from '../../appointments/wallTime';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { Choice } from '../../shared/Choice';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { focusFirstGap } from '../../shared/firstGap';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { toast } from '../../shared/toasts';
import { AssignTarget } from './AssignTarget';
import { type AssignForm, assignGaps, assignOrder, emptyAssign } from './assign';
import type { Family } from './families';
import { type Tariffs, tariffsQuery } from './tariffs';

interface Props {
  families: readonly Family[];
  today: Day;
}

/** Gives a family to all of a side or to one of it, from a day on. */
export function AssignCard({ families, today }: Props) {
  const { t } = useTranslation('tariffs');
  const { form, own, gaps, change, assign, submit, formRef } = useAssign(families, today);
  const missing = (gap: (typeof gaps)[number]) =>
    gaps.includes(gap) ? t(`assign.missing.${gap}`) : undefined;
  return (
    <Card title={t('assign.title')}>
      <p className="muted small">{t('assign.lead')}</p>
      <form ref={formRef} className="stack" noValidate onSubmit={submit}>
        <Choice
          label={t('assign.side')}
          value={form.side}
          options={(['customer', 'interpreter'] as const).map(value => ({
            value,
            text: t(`assign.sides.${value}`),
          }))}
          onChange={side => change({ side, family: '', extent: 'all' })}
        />
        <Choice
          label={t('assign.extent')}
          value={form.extent}
          options={(['all', 'one'] as const).map(value => ({
            value,
            text: t(`assign.${value}.${form.side}`),
          }))}
          onChange={extent => change({ extent })}
        />
        {form.extent === 'one' && <AssignTarget form={form} change={change} error={missing(form.side)} />}
        <SelectField
          label={t('assign.family')}
          value={form.family}
          options={own.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={family => change({ family })}
          error={missing('family')}
        />
        <TextField
          type="date"
          label={t('assign.validFrom')}
          {...(form.validFrom < today && { hint: t('assign.past') })}
          value={form.validFrom}
          onChange={validFrom => change({ validFrom })}
          error={missing('validFrom')}
        />
        <ErrorAlert error={assign.error} />
        <div className="row">
          <Button look="primary" type="submit" isPending={assign.isPending}>
            {t('assign.submit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function useAssign(families: readonly Family[], today: Day) {
  const { t } = useTranslation('tariffs');
  const client = useQueryClient();
  const formRef = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<AssignForm>(() => emptyAssign(today));
  const [isTried, setTried] = useState(false);
  const own = families.filter(family => family.side === typed.side);
  const form = { ...typed, family: typed.family || (own[0]?.key ?? '') };
  const assign = useMutation({
    networkMode: 'always',
    mutationFn: (given: AssignForm) => postJson<Tariffs>('/api/tariffs/assignments', assignOrder(given)),
    onSuccess: (saved, { side, extent, customer, interpreter, family, validFrom }) => {
      client.setQueryData(tariffsQuery.queryKey, saved);
      const one = side === 'customer' ? customer : interpreter;
      toast(
        'success',
        t('assign.done', {
          who: extent === 'one' && one ? one.name : t(`assign.all.${side}`),
          day: dateText(validFrom),
          family: own.find(({ key }) => key === family)?.name ?? family,
        }),
      );
      setTried(false);
    },
  });
  return {
    form,
    own,
    assign,
    formRef,
    gaps: isTried ? assignGaps(form) : [],
    change: (part: Partial<AssignForm>) => {
      assign.reset();
      setTyped(before => ({ ...before, ...part }));
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (assign.isPending) return;
      setTried(true);
      if (assignGaps(form).length === 0) assign.mutate(form);
      else requestAnimationFrame(() => focusFirstGap(formRef.current));
    },
  };
}
