import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/Button';
import { nextStep, stepsAtMost } from '../cancellation';
import { type CancellationDraft, nextRow, type StepDraft } from './draft';
import { NumberField } from './fields';
import { changed, useTariff, without } from './tariffForm';

const oneMore = (steps: readonly StepDraft[]): StepDraft[] => {
  const { hours, percent } = nextStep(steps.map(({ row, ...step }) => ({ key: row, ...step })));
  return [...steps, { row: nextRow(steps), hours, percent }];
};

/** A ladder of its own begins with a step, not with nothing. */
export const withSteps = (
  { steps }: CancellationDraft,
  ladder: CancellationDraft['ladder'],
): Partial<CancellationDraft> => ({
  ladder,
  steps: ladder === 'own' && steps.length === 0 ? oneMore(steps) : steps,
});

interface Props {
  cancellation: CancellationDraft;
  edit: (part: Partial<CancellationDraft>) => void;
}

/** From so many hours before on, so much of the booked time. */
export function LadderSteps({ cancellation: { steps }, edit }: Props) {
  const { t } = useTranslation('tariffs');
  const { isReadOnly } = useTariff();
  return (
    <>
      {steps.map((step, place) => {
        const number = place + 1;
        const path = `cancellation.steps[${place}]`;
        const change = (part: Partial<StepDraft>) => edit({ steps: changed(steps, step.row, part) });
        return (
          <div key={step.row} className="tariff-fields tariff-step">
            <NumberField
              label={t('cancellation.hours', { number })}
              unit="hours"
              path={`${path}.hours`}
              value={step.hours}
              onChange={hours => change({ hours })}
            />
            <NumberField
              label={t('cancellation.percent', { number })}
              unit="percent"
              path={`${path}.percent`}
              value={step.percent}
              onChange={percent => change({ percent })}
            />
            {steps.length > 1 && !isReadOnly && (
              <Button small look="tertiary" onPress={() => edit({ steps: without(steps, step.row) })}>
                {t('cancellation.removeStep', { number })}
              </Button>
            )}
          </div>
        );
      })}
      {steps.length < stepsAtMost && !isReadOnly && (
        <div className="row">
          <Button small onPress={() => edit({ steps: oneMore(steps) })}>
            {t('cancellation.addStep')}
          </Button>
        </div>
      )}
    </>
  );
}
