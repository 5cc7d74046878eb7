import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button';
import { ErrorAlert } from '../shared/ErrorAlert';
import { focusFirstGap } from '../shared/firstGap';
import type { CatalogueLanguage } from '../shared/languageFinder';
import { NeedCard } from './NeedCard';
import type { BookingState } from './useBookingForm';
import { WhenCard } from './WhenCard';

interface Props {
  catalogue: readonly CatalogueLanguage[];
  state: BookingState;
  cameBack: boolean;
  error: unknown;
  isPending: boolean;
  onCheck: () => void;
}

/** What is needed and when; nothing is booked from here. */
export function BookingForm({ catalogue, state, cameBack, error, isPending, onCheck }: Props) {
  const { t } = useTranslation('appointments');
  const formRef = useRef<HTMLFormElement>(null);
  const [isChecked, setChecked] = useState(false);
  const gaps = isChecked ? state.gaps() : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setChecked(true);
    if (!state.isUnitMissing && state.gaps().length === 0) onCheck();
    else requestAnimationFrame(() => focusFirstGap(formRef.current));
  };
  return (
    <form ref={formRef} className="booking" noValidate onSubmit={submit}>
      <NeedCard
        catalogue={catalogue}
        state={state}
        gaps={gaps}
        isUnitMissing={isChecked && state.isUnitMissing}
      />
      <div className="stack">
        <WhenCard state={state} gaps={gaps} />
        <ErrorAlert error={error} />
        <div className="submit">
          <Button
            look="primary"
            block
            type="submit"
            className="btn-large"
            isPending={isPending}
            // The step before has taken the focus along.
            autoFocus={cameBack}
          >
            {t('form.check')}
          </Button>
          <p className="muted small">{t('form.checkHint')}</p>
        </div>
      </div>
    </form>
  );
}
