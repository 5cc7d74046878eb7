import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

// A page whose words are not there yet would show their keys: each has to bring what it and its parts say.
const root = resolve(import.meta.dirname, '..');
const sources = new Map(
  readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' })
    .filter(name => /(?<!\.test)\.tsx?$/.test(name))
    .map(name => [join(root, 'views', name), readFileSync(join(root, 'views', name), 'utf8')]),
);
const atStart = ['shell', 'access'];

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(match => match[1] as string);

function fileOf(from: string, name: string): string | undefined {
  const path = resolve(dirname(from), name);
  return [path, `${path}.ts`, `${path}.tsx`].find(candidate => sources.has(candidate));
}

function withParts(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of all(sources.get(file) ?? '', /^(?:import|export)(?! type\b)[^;]*?'(\.[^']+)';/gm)) {
    const next = fileOf(file, name);
    if (next) withParts(next, seen);
  }
  return seen;
}

const wordsOf = (text: string, pattern: RegExp) => all(text, pattern).flatMap(found => all(found, /(\w+)/g));

const saidBy = (text: string): string[] => [
  ...all(text, /useTranslation\('(\w+)'\)/g),
  ...wordsOf(text, /useTranslation\(\[([^\]]*)\]\)/g),
  ...all(text, /getFixedT\('de', '(\w+)'\)/g),
  ...all(text, /\bt\(\s*['`](\w+):/g),
];

const lazy = [...sources].flatMap(([file, text]) =>
  all(text, /\bimport\('(\.[^']+)'\)/g).map(name => fileOf(file, name) ?? name),
);
const pages = lazy.filter(page => !page.includes('/guest/'));

test('the pages are found', () => expect(pages.length).toBeGreaterThan(20));

test.each(pages.map(page => [page.slice(root.length + 1), page]))('%s brings its words', (_, page) => {
  const parts = [...withParts(page)].map(file => sources.get(file) ?? '');
  const brought = new Set([...atStart, ...parts.flatMap(text => wordsOf(text, /\bbring\(\{([^}]*)\}\)/g))]);
  // Whatever is refused on the page has its sentence, too.
  const said = new Set(['errors', ...parts.flatMap(saidBy)]);
  expect([...said].filter(namespace => !brought.has(namespace))).toEqual([]);
});

test('what comes with the first load says only what comes with it', () => {
  const parts = [
    ...withParts(join(root, 'views/shared/Shell.tsx')),
    ...withParts(join(root, 'views/shared/SignInPage.tsx')),
  ];
  expect(
    parts.flatMap(part => saidBy(sources.get(part) ?? '')).filter(one => !atStart.includes(one)),
  ).toEqual([]);
});
