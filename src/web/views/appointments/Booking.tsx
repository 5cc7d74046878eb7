import { useState } from 'react';
import type { CatalogueLanguage } from '../shared/languageFinder';
import type { Appointment } from './appointments';
import { BookingForm } from './BookingForm';
import { CheckStep } from './CheckStep';
import { useBooking } from './useBooking';
import { useBookingForm } from './useBookingForm';
import type { Day } from './wallTime';

interface Props {
  catalogue: readonly CatalogueLanguage[];
  source: Appointment | undefined;
  day: Day | undefined;
  unit: string | undefined;
  language: string | undefined;
}

/** Two steps: what and when, then a look at what would be booked. */
export function Booking({ catalogue, language, ...initial }: Props) {
  const isKnown = catalogue.some(({ code }) => code === language);
  const state = useBookingForm({ ...initial, language: isKnown ? language : undefined });
  const booking = useBooking(state);
  const [cameBack, setCameBack] = useState(false);
  if (booking.checked)
    return (
      <CheckStep
        state={state}
        check={booking.checked.check}
        isNecessary={booking.checked.order.when.isNecessary}
        error={booking.book.error ?? booking.check.error}
        isPending={booking.book.isPending || booking.check.isPending}
        onNecessary={booking.sayNecessary}
        onBook={() => booking.book.mutate()}
        onBack={() => {
          booking.change();
          setCameBack(true);
        }}
      />
    );
  return (
    <BookingForm
      catalogue={catalogue}
      state={state}
      cameBack={cameBack}
      error={booking.check.error}
      isPending={booking.check.isPending}
      onCheck={booking.look}
    />
  );
}
