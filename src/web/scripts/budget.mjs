// First load of a page: its entry script and everything that script imports statically, gzipped.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// Behind the sign-in: what a page needs on top of the first load; a hundred small files take longer than ten.
const filesAtMost = 20;
const budgets = { 'index.html': 260_000, 'gast.html': 110_000 };
const dist = new URL('../dist/', import.meta.url).pathname;
const staticImport = /(?:import|export)(?:[^'"()]*?from)?\s*["']\.\/([\w.-]+\.js)["']/g;

function collect(file, seen) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(dist, 'assets', file), 'utf8');
  for (const [, next] of source.matchAll(staticImport)) collect(next, seen);
  return seen;
}

let failed = false;
for (const page of readdirSync(dist).filter(name => name.endsWith('.html'))) {
  const html = readFileSync(join(dist, page), 'utf8');
  const scripts = [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(match => match[1]);
  const files = scripts.reduce((seen, script) => collect(script, seen), new Set());
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, 'assets', file))).length,
    0,
  );
  const budget = budgets[page] ?? 260_000;
  console.log(`${page}: ${(bytes / 1000).toFixed(1)} kB JavaScript gzipped of ${budget / 1000} kB`);
  if (bytes > budget) failed = true;
  if (/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/.test(html)) {
    console.error(`${page}: holds inline script or style, which the content security policy forbids`);
    failed = true;
  }
}

const assets = readdirSync(join(dist, 'assets'));
const start = assets.filter(name => /^(console|AppointmentNews)-.*\.js$/.test(name));
for (const page of assets.filter(name => /Page-[\w-]+\.js$/.test(name))) {
  const files = [...start, page].reduce((seen, file) => collect(file, seen), new Set());
  if (files.size <= filesAtMost) continue;
  console.error(`${page}: loads ${files.size} files of ${filesAtMost}, see chunks.ts`);
  failed = true;
}
if (failed) process.exit(1);
