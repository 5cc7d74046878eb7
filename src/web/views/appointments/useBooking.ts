import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../protocol/device';
import { postJson } from '../../protocol/http';
import { rememberRequest } from '../requester/remembered';
import { toast } from '../shared/toasts';
import { type Appointment, appointmentQuery, appointmentsKey, byStart } from './appointments';
import type { Check, Order } from './bookingForm';
import type { BookingState } from './useBookingForm';

/** What was looked at is what is booked: the order and, for its one booking, the key. */
interface Checked {
  order: Order;
  check: Check;
  key: string;
}

export const checkOrder = (order: Order) => postJson<Check>('/api/appointments/check', order);

/** Looks first, books then, and leads to the appointment. A press that is repeated after a lost answer books nothing twice. */
export function useBooking(state: BookingState) {
  const { t } = useTranslation('appointments');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = useMutation({
    networkMode: 'always',
    mutationFn: async (order: Order) => {
      return { order, check: await checkOrder(order), key: newId() };
    },
    onSuccess: setChecked,
  });
  const book = useMutation({
    networkMode: 'always',
    mutationFn: () => postJson<Appointment[]>('/api/appointments', { key: checked?.key, ...checked?.order }),
    onSuccess: async booked => {
      const [first] = [...booked].sort(byStart);
      rememberRequest(state.need.form);
      toast(
        'success',
        booked.length > 1 ? t('check.bookedMany', { count: booked.length }) : t('check.booked'),
      );
      void client.invalidateQueries({ queryKey: appointmentsKey });
      if (!first) return;
      client.setQueryData(appointmentQuery(first.id).queryKey, first);
      await navigate({ to: '/termine/$id', params: { id: first.id } });
    },
  });
  const look = () => check.mutate(state.order());
  /** What follows is asked anew, and the key stays: nothing was booked yet. */
  const sayNecessary = (isNecessary: boolean) => {
    if (!checked) return;
    state.changeWhen({ necessary: isNecessary });
    check.mutate({ ...checked.order, when: { ...checked.order.when, isNecessary } });
  };
  const change = () => {
    book.reset();
    setChecked(null);
  };
  return { checked, check, look, sayNecessary, book, change };
}
