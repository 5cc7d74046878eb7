import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { LeaveGuard } from '../../shared/LeaveGuard';
import { BasicsCard } from './BasicsCard';
import { CancellationCard } from './CancellationCard';
import type { Draft } from './draft';
import { Examples } from './Examples';
import { PriceCard } from './PriceFields';
import { RowsCard } from './RowsCard';
import { SideCard } from './SideCard';
import { SlotsCard } from './SlotsCard';
import { SurchargesCard } from './SurchargesCard';
import { TariffFormContext } from './tariffForm';
import type { Tariff } from './tariffs';
import { useTariffForm } from './useTariffForm';

interface Props {
  initial: Draft;
  revision: number | null;
  families: readonly string[];
  isFixed: boolean;
  isReadOnly: boolean;
  before: Tariff | undefined;
}

/** All of a tariff, and beside it what that would cost. */
export function TariffEditor({ before, ...given }: Props) {
  const { form, check, ...state } = useTariffForm(given);
  const { isReadOnly } = given;
  return (
    <TariffFormContext value={form}>
      <form
        className="tariff"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!state.isSaving && !isReadOnly) state.save();
        }}
      >
        <fieldset className="tariff-form" disabled={isReadOnly}>
          <BasicsCard />
          <PriceCard />
          <RowsCard />
          <SurchargesCard />
          <SlotsCard />
          <CancellationCard />
          <SideCard />
        </fieldset>
        <div className="tariff-side">
          <Examples check={check} before={before} />
          {state.error && <ErrorAlert error={state.error} />}
          {!isReadOnly && <SaveBar {...state} />}
        </div>
      </form>
      <LeaveGuard dirty={state.isDirty} />
    </TariffFormContext>
  );
}

type BarProps = Pick<ReturnType<typeof useTariffForm>, 'wrongCount' | 'isDirty' | 'isSaving' | 'discard'>;

function SaveBar({ wrongCount, isDirty, isSaving, discard }: BarProps) {
  const { t } = useTranslation('tariffs');
  return (
    <div className="policy-bar">
      <p role="status">
        {wrongCount > 0 ? t('form.wrong', { count: wrongCount }) : t(isDirty ? 'form.dirty' : 'form.clean')}
      </p>
      {isDirty && <Button onPress={discard}>{t('form.discard')}</Button>}
      <Button look="primary" type="submit" isPending={isSaving}>
        {t('form.save')}
      </Button>
    </div>
  );
}
