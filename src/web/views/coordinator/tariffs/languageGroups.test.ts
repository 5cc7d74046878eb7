import { expect, test } from 'vitest';
import type { CatalogueLanguage } from '../../shared/languageFinder';
import { groupsOf } from './languageGroups';

const language = (germanName: string, group: string, groupName: string) =>
  ({ germanName, group, groupName }) as CatalogueLanguage;

test('every group of the catalogue stands once, by name, with its languages by name', () => {
  const catalogue = [
    language('Südkurdisch', 'kurdish', 'Kurdisch'),
    language('Levantinisches Arabisch', 'arabic', 'Arabisch'),
    language('Kurdisch (Sorani)', 'kurdish', 'Kurdisch'),
  ];
  expect(groupsOf(catalogue)).toEqual([
    { key: 'arabic', name: 'Arabisch', members: ['Levantinisches Arabisch'] },
    { key: 'kurdish', name: 'Kurdisch', members: ['Kurdisch (Sorani)', 'Südkurdisch'] },
  ]);
});
