import callIcon from '@material-symbols/svg-400/rounded/call.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam.svg?raw';
import { useTranslation } from 'react-i18next';
import { LanguageSection } from '../requester/LanguageSection';
import { MoreOptions } from '../requester/MoreOptions';
import { fields } from '../requester/requestForm';
import { Card } from '../shared/Card';
import { CheckField } from '../shared/CheckField';
import { Choice } from '../shared/Choice';
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
  const { t } = useTranslation(['appointments', 'requester', 'words']);
  const { form, change } = state.need;
  const chosen = catalogue.find(language => language.code === form.language);
  return (
    <Card title={t('appointments:form.what')}>
      {state.choosesUnit && (
        <UnitField value={state.unit} onChange={state.setUnit} isInvalid={isUnitMissing} />
      )}
      <LanguageSection catalogue={catalogue} state={state.need} isInvalid={gaps.includes('language')} />
      <Choice
        label={t('requester:form.field')}
        value={form.field}
        className="choice-fields"
        options={fields.map(value => ({ value, text: t(`words:field.${value}`) }))}
        onChange={field => change({ field })}
        error={gaps.includes('field') ? t('requester:form.fieldMissing') : undefined}
      />
      <ModalityChoice
        value={form.modality}
        isSigned={chosen?.modality === 'signed'}
        onChange={modality => change({ modality })}
      />
      {state.may.urgent && (
        <CheckField
          label={t('words:priority.police_or_child_protection')}
          hint={t('requester:form.urgentHint')}
          isSelected={form.urgent}
          onChange={urgent => change({ urgent })}
        />
      )}
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

interface ModalityProps {
  value: 'video' | 'audio';
  isSigned: boolean;
  onChange: (modality: 'video' | 'audio') => void;
}

export function ModalityChoice({ value, isSigned, onChange }: ModalityProps) {
  const { t } = useTranslation('requester');
  return (
    <Choice
      label={t('form.modality')}
      value={value}
      className="choice-modality"
      options={[
        { value: 'video', text: t('form.video'), hint: t('form.videoHint'), icon: video },
        {
          value: 'audio',
          text: t('form.audio'),
          hint: t(isSigned ? 'form.signedNeedsVideo' : 'form.audioHint'),
          icon: callIcon,
          isDisabled: isSigned,
        },
      ]}
      onChange={onChange}
    />
  );
}
