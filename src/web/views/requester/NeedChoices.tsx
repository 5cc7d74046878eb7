import callIcon from '@material-symbols/svg-400/rounded/call.svg?raw';
import video from '@material-symbols/svg-400/rounded/videocam.svg?raw';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../shared/CheckField';
import { Choice } from '../shared/Choice';
import { fields, type RequestForm } from './requestForm';

/** What a live request and an appointment ask alike. */
interface Props {
  form: RequestForm;
  change: (next: Partial<RequestForm>) => void;
}

export function FieldChoice({ form, change, isMissing }: Props & { isMissing: boolean }) {
  const { t } = useTranslation(['requester', 'words']);
  return (
    <Choice
      label={t('requester:form.field')}
      value={form.field}
      className="choice-fields"
      options={fields.map(value => ({ value, text: t(`words:field.${value}`) }))}
      onChange={field => change({ field })}
      error={isMissing ? t('requester:form.fieldMissing') : undefined}
    />
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

export function UrgentField({ form, change }: Props) {
  const { t } = useTranslation(['requester', 'words']);
  return (
    <CheckField
      label={t('words:priority.police_or_child_protection')}
      hint={t('requester:form.urgentHint')}
      isSelected={form.urgent}
      onChange={urgent => change({ urgent })}
    />
  );
}
