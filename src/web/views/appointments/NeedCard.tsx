import { useTranslation } from 'react-i18next';
import { LanguageSection } from '../requester/LanguageSection';
import { MoreOptions } from '../requester/MoreOptions';
import { FieldChoice, ModalityChoice, UrgentField } from '../requester/NeedChoices';
import { Card } from '../shared/Card';
import type { CatalogueLanguage } from '../shared/languageFinder';
import { appointmentStrengths, type Gap } from './bookingForm';
import { PersonField } from './PersonField';
import { UnitField } from './UnitField';
import type { BookingState } from './useBookingForm';

interface Props {
  catalogue: readonly CatalogueLanguage[];
  state: BookingState;
  gaps: readonly Gap[];
  isUnitMissing: boolean;
}

/** Language, field, picture or sound, and what else the interpreter should bring: as for a live request. */
export function NeedCard({ catalogue, state, gaps, isUnitMissing }: Props) {
  const { t } = useTranslation('appointments');
  const { form, change } = state.need;
  const chosen = catalogue.find(language => language.code === form.language);
  return (
    <Card title={t('form.what')}>
      {state.choosesUnit && (
        <UnitField value={state.unit} onChange={state.setUnit} isInvalid={isUnitMissing} />
      )}
      <LanguageSection catalogue={catalogue} state={state.need} isInvalid={gaps.includes('language')} />
      <FieldChoice form={form} change={change} isMissing={gaps.includes('field')} />
      <ModalityChoice
        value={form.modality}
        isSigned={chosen?.modality === 'signed'}
        onChange={modality => change({ modality })}
      />
      {state.may.urgent && <UrgentField form={form} change={change} />}
      <MoreOptions
        form={form}
        change={change}
        varieties={chosen?.varieties ?? []}
        relatedLanguages=""
        isReferenceTooLong={gaps.includes('ownReference')}
        strengths={appointmentStrengths}
        {...(!state.choosesUnit && {
          person: <PersonField value={form.again} onChange={again => change({ again })} />,
        })}
      />
    </Card>
  );
}
