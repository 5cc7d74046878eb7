import { useState } from 'react';
import { serverNow } from '../../protocol/clock';
import { rememberedForm } from '../requester/remembered';
import { useRequestForm } from '../requester/useRequestForm';
import { useRights } from '../requester/useRights';
import { isStaff, useMe } from '../shared/access';
import type { Appointment } from './appointments';
import { emptyWhen, gaps, needForm, needOf, toOrder, type WhenForm, whenOf } from './bookingForm';
import type { Day } from './wallTime';

interface Initial {
  source: Appointment | undefined;
  day: Day | undefined;
  unit: string | undefined;
  language: string | undefined;
}

/** What is needed and when, and for whom where a coordinator books. */
export function useBookingForm({ source, day, unit: given, language }: Initial) {
  const me = useMe();
  const may = useRights();
  const choosesUnit = isStaff(me);
  const need = useRequestForm(() =>
    source ? needOf(source) : { ...needForm(rememberedForm()), ...(language && { language }) },
  );
  const [when, setWhen] = useState<WhenForm>(() =>
    source ? whenOf(source, serverNow(), day) : emptyWhen(serverNow(), day),
  );
  const [unit, setUnit] = useState<string | null>(given ?? (choosesUnit ? source?.unitId : null) ?? null);
  const unitId = choosesUnit ? unit : (me?.unitId ?? null);
  return {
    need,
    when,
    changeWhen: (next: Partial<WhenForm>) => setWhen(before => ({ ...before, ...next })),
    choosesUnit,
    unit,
    setUnit,
    isUnitMissing: choosesUnit && unit === null,
    gaps: () => gaps(need.form, when, serverNow()),
    order: () => toOrder(need.form, when, unitId, may),
    may,
  };
}

export type BookingState = ReturnType<typeof useBookingForm>;
