import type { CatalogueLanguage } from '../../shared/languageFinder';

export interface LanguageGroup {
  key: string;
  name: string;
  /** German names of its languages. */
  members: string[];
}

const german = new Intl.Collator('de');

/** The groups of the catalogue, by name. */
export function groupsOf(catalogue: readonly CatalogueLanguage[]): LanguageGroup[] {
  const groups = new Map<string, LanguageGroup>();
  for (const { group: key, groupName: name, germanName } of catalogue) {
    const group = groups.get(key) ?? { key, name, members: [] };
    group.members.push(germanName);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(group => ({ ...group, members: group.members.sort(german.compare) }))
    .sort((a, b) => german.compare(a.name, b.name));
}
