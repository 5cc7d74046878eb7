import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/Card';
import { CheckField } from '../../shared/CheckField';
import { SelectField } from '../../shared/SelectField';
import type { CancellationDraft } from './draft';
import { NumberField } from './fields';
import { LadderSteps, withSteps } from './LadderSteps';
import { useTariff } from './tariffForm';

/** What a cancelled appointment costs. */
export function CancellationCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change, wrongAt } = useTariff();
  const { cancellation, side } = draft;
  const { kind } = cancellation;
  const kinds =
    side === 'interpreter'
      ? (['free', 'percent_of_slot', 'declared_loss'] as const)
      : (['free', 'percent_of_slot'] as const);
  const edit = (part: Partial<CancellationDraft>) => change({ cancellation: { ...cancellation, ...part } });
  return (
    <Card title={t('cancellation.title')}>
      <SelectField
        label={t('cancellation.kind')}
        value={kind}
        options={kinds.map(value => ({ value, label: t(`cancellation.kinds.${value}`) }))}
        onChange={next => edit({ kind: next as CancellationDraft['kind'] })}
        error={wrongAt('cancellation')}
      />
      {kind === 'percent_of_slot' && <PartOfSlot cancellation={cancellation} edit={edit} />}
      {kind === 'declared_loss' && (
        <div className="tariff-fields">
          <NumberField
            label={t('cancellation.minutesAtMost')}
            unit="minutes"
            path="cancellation.minutesAtMost"
            value={cancellation.minutesAtMost}
            onChange={minutesAtMost => edit({ minutesAtMost })}
          />
        </div>
      )}
      {kind !== 'free' && side === 'customer' && (
        <CheckField
          label={t('cancellation.isDamages')}
          hint={t('cancellation.isDamagesHint')}
          isSelected={cancellation.isDamages}
          onChange={isDamages => edit({ isDamages })}
        />
      )}
    </Card>
  );
}

interface Props {
  cancellation: CancellationDraft;
  edit: (part: Partial<CancellationDraft>) => void;
}

function PartOfSlot({ cancellation, edit }: Props) {
  const { t } = useTranslation('tariffs');
  const { wrongAt } = useTariff();
  const { ladder, kept } = cancellation;
  const isOdd =
    ladder === 'kept' || (kept.length > 0 && kept.some(step => step.kind === 'previous_working_day'));
  const ladders = ['contract', 'jveg', 'own', ...(isOdd ? (['kept'] as const) : [])] as const;
  return (
    <>
      <SelectField
        label={t('cancellation.ladder')}
        value={ladder}
        options={ladders.map(value => ({ value, label: t(`cancellation.ladders.${value}`) }))}
        onChange={next => edit(withSteps(cancellation, next as CancellationDraft['ladder']))}
        error={wrongAt('cancellation.ladder')}
      />
      {ladder === 'own' && <LadderSteps cancellation={cancellation} edit={edit} />}
      <div className="tariff-fields">
        <NumberField
          label={t('cancellation.atLeast')}
          unit="euro"
          path="cancellation.atLeast"
          value={cancellation.atLeast}
          onChange={atLeast => edit({ atLeast })}
        />
        <NumberField
          label={t('cancellation.atMost')}
          unit="euro"
          path="cancellation.atMost"
          value={cancellation.atMost}
          onChange={atMost => edit({ atMost })}
        />
      </div>
    </>
  );
}
