import { i18next } from '../../i18n';
import type { Requirement } from '../../protocol/messages';

/** A requirement in words: "Beeidigt", "Mindestens Stufe 4". */
export function requirementText(requirement: Requirement): string {
  const t = i18next.getFixedT('de', 'words');
  switch (requirement.kind) {
    case 'gender':
      return t(`gender.${requirement.value}`);
    case 'level':
      return t('requirement.level', { level: requirement.value });
    case 'variety':
      return t('requirement.variety', { variety: requirement.value });
    default:
      return t(`requirement.${requirement.kind}`);
  }
}
