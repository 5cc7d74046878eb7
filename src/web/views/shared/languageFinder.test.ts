import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CatalogueLanguage, findLanguages, fold } from './languageFinder';

const catalogue = readCatalogue();
const codes = (query: string, favourites: string[] = []) =>
  findLanguages(query, catalogue, favourites).languages.map(language => language.code);

test('"Kurdisch" leads to Kurmanji and Sorani, with a hint that they differ', () => {
  const search = findLanguages('Kurdisch', catalogue, []);
  expect(search.languages.map(language => language.code).slice(0, 3)).toEqual(['kmr', 'ckb', 'sdh']);
  expect(search.hint).toContain('nicht austauschbar');
});

test.each([
  ['Tigrinja', 'tir'],
  ['ትግርኛ', 'tir'],
  ['Farsi', 'pes'],
  ['دری', 'prs'],
  ['Dari', 'prs'],
  ['українська', 'ukr'],
  ['Turkce', 'tur'],
  ['tuerkisch', 'tur'],
  ['Kirundi', 'run'],
  ['DGS', 'gsg'],
  ['kurmanci', 'kmr'],
  ['SORANI', 'ckb'],
  ['广东话', 'yue'],
  ['中文', 'cmn'],
  ['tieng viet', 'vie'],
  ['kmr', 'kmr'],
])('"%s" leads to %s first', (query, code) => {
  expect(codes(query)[0]).toBe(code);
});

test.each([
  ['Serbokroatisch', ['bos', 'hrv', 'srp']],
  ['Albanisch', ['aln', 'als']],
  ['Eritrea', ['tir', 'tig']],
])('"%s" leads to all that it may mean', (query, expected) => {
  expect(codes(query)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['Tigirnya', 'tir'],
  ['Kurdsich', 'kmr'],
  ['Georgsich', 'kat'],
  ['Ukranisch', 'ukr'],
  ['Arabsich', 'apc'],
])('a slip of the finger is forgiven: "%s"', (query, code) => {
  expect(codes(query)[0]).toBe(code);
});

test('the middle of a word or a near miss is not shown beside a better hit', () => {
  expect(codes('Dari')).not.toContain('cmn');
  expect(codes('Dari')).not.toContain('hau');
});

test('a macro code is never among the results', () => {
  expect(codes('kur')).not.toContain('kur');
});

test('favourites come first among equals, and first of all when nothing is typed', () => {
  expect(codes('', ['som', 'prs']).slice(0, 3)).toEqual(['som', 'prs', 'apc']);
  expect(codes('Kurdisch', ['ckb'])[0]).toBe('ckb');
});

test('a favourite does not push aside the language that was named', () => {
  expect(codes('Tigre', ['tir'])[0]).toBe('tig');
});

test('rubbish finds nothing', () => {
  expect(findLanguages('xqzxqz', catalogue, []).languages).toEqual([]);
  expect(codes('???')).toHaveLength(catalogue.length);
});

test('letters that keyboards write differently are one', () => {
  expect(fold('كوردي')).toBe(fold('کوردی'));
  expect(fold('Ägyptisch-Arabisch (Süd)')).toBe('agyptisch arabisch sud');
});

/** The rows as the server sends them, from the file it reads them from. */
function readCatalogue(): CatalogueLanguage[] {
  const file = JSON.parse(
    readFileSync(
      new URL('../../../Videodolmetschen.Server/Languages/languages.json', import.meta.url),
      'utf8',
    ),
  );
  return file.languages.map((row: CatalogueLanguage & { macro: string | null }) => {
    const group = file.groups.find((one: { key: string }) => one.key === row.group);
    const macro = file.macros.find((one: { code: string }) => one.code === row.macro);
    return {
      ...row,
      groupName: group.name,
      groupHint: group.hint,
      macroName: macro?.name,
      substitutes: [],
      warnings: [],
    };
  });
}
