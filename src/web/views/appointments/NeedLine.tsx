import { useTranslation } from 'react-i18next';
import { requirementText } from '../shared/requirements';
import type { Appointment } from './appointments';

/** Field, picture or sound, for whom, and what is required, on one line. */
export function NeedLine({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation(['appointments', 'words']);
  const { field, modality, requirements, unitName, customerName } = appointment;
  const required = requirements.filter(what => what.kind !== 'interpreter').map(requirementText);
  const facts = [
    t(`words:field.${field}`),
    t(`words:modality.${modality}`),
    unitName,
    customerName,
    ...required,
  ];
  return <p>{facts.filter(Boolean).join(' · ')}</p>;
}
