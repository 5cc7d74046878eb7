import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/Card';
import { CheckField } from '../../shared/CheckField';
import { SelectField } from '../../shared/SelectField';
import { TextField } from '../../shared/TextField';
import { NumberField } from './fields';
import { useTariff } from './tariffForm';

/** What only one of the two sides has. */
export const SideCard = () =>
  useTariff().draft.side === 'interpreter' ? <StandbyCard /> : <ProgrammeCard />;

const steps = ['15', '30', '60'] as const;

function StandbyCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change, wrongAt } = useTariff();
  const { standby } = draft;
  const edit = (part: Partial<typeof standby>) => change({ standby: { ...standby, ...part } });
  return (
    <Card title={t('standby.title')}>
      <CheckField
        label={t('standby.isPaid')}
        isSelected={standby.isPaid}
        onChange={isPaid => edit({ isPaid })}
      />
      {standby.isPaid && (
        <>
          <div className="tariff-fields">
            <NumberField
              label={t('standby.perHour')}
              unit="euro"
              path="standby.perHour"
              value={standby.perHour}
              onChange={perHour => edit({ perHour })}
            />
            <SelectField
              label={t('standby.step')}
              value={standby.stepMinutes}
              options={steps.map(value => ({ value, label: t(`standby.steps.${value}`) }))}
              onChange={stepMinutes => edit({ stepMinutes })}
              error={wrongAt('standby.stepMinutes')}
            />
          </div>
          <CheckField
            label={t('standby.isPausePaid')}
            isSelected={standby.isPausePaid}
            onChange={isPausePaid => edit({ isPausePaid })}
          />
        </>
      )}
    </Card>
  );
}

function ProgrammeCard() {
  const { t } = useTranslation('tariffs');
  const { draft, change, wrongAt } = useTariff();
  const { programme } = draft;
  const edit = (part: Partial<typeof programme>) => change({ programme: { ...programme, ...part } });
  return (
    <Card title={t('programme.title')}>
      <CheckField
        label={t('programme.isBorne')}
        hint={t('programme.isBorneHint')}
        isSelected={programme.isBorne}
        onChange={isBorne => edit({ isBorne })}
      />
      {programme.isBorne && (
        <div className="tariff-fields">
          <TextField
            label={t('programme.name')}
            value={programme.name}
            onChange={name => edit({ name })}
            error={wrongAt('programme.name')}
            autoComplete="off"
            maxLength={120}
          />
          <TextField
            label={t('programme.key')}
            hint={t('programme.keyHint')}
            value={programme.key}
            onChange={key => edit({ key })}
            error={wrongAt('programme.key')}
            autoComplete="off"
            maxLength={60}
          />
        </div>
      )}
    </Card>
  );
}
