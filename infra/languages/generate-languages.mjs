// Writes src/Videodolmetschen.Server/Languages/languages.json: catalogue.json (codes, other spellings, notes) joined with CLDR (names, autonyms, direction).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const source = JSON.parse(readFileSync(new URL("catalogue.json", import.meta.url), "utf8"));
const aliases = require("cldr-core/supplemental/aliases.json").supplemental.metadata.alias.languageAlias;
const likely = require("cldr-core/supplemental/likelySubtags.json").supplemental.likelySubtags;
const scripts = require("cldr-core/scriptMetadata.json").scriptMetadata;
const cldrVersion = require("cldr-core/package.json").version;
const names = (locale, part) => {
  const file = new URL(`node_modules/cldr-localenames-full/main/${locale}/${part}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).main[locale].localeDisplayNames[part] : {};
};
const german = names("de", "languages");
const territories = names("de", "territories");
const fromSupplement = [];

/** CLDR's own code for an ISO 639-3 code: `tir` is `ti` there, `apc` stays `apc`. */
const cldrCode = (code) => aliases[code]?._replacement ?? code;

function germanName(row) {
  if (row.name) return row.name;
  const [core, extension] = (row.cldr ?? "").split("+");
  const name = german[row.cldr ? core : row.code] ?? german[cldrCode(row.code)];
  if (!name) throw new Error(`${row.code}: CLDR has no German name, add 'name' and 'why'`);
  return extension ? `${name} (${german[extension]})` : name;
}

function autonym(row) {
  if (row.autonym) return row.autonym;
  const locale = row.locale ?? cldrCode(row.code);
  const inLocale = names(locale, "languages");
  const name = inLocale[row.key ?? row.code] ?? inLocale[cldrCode(row.code)];
  if (!name) throw new Error(`${row.code}: CLDR locale ${locale} does not name it, add 'autonym' and 'why'`);
  return name;
}

/** Direction of the script the autonym is written in. */
function direction(row) {
  if (row.group === "signed") return "ltr";
  const region = likely[row.code] ?? likely[cldrCode(row.code)] ?? likely[cldrCode(row.code).split("-")[0]];
  const script = row.script ?? region.split("-")[1];
  return scripts[script].rtl === "YES" ? "rtl" : "ltr";
}

const countries = (row) =>
  (row.in ?? "").split(" ").filter(Boolean).flatMap((code) =>
    [territories[code], territories[`${code}-alt-short`], territories[`${code}-alt-variant`]].filter(Boolean));

function language(row) {
  if (row.name || row.autonym) {
    if (!source.reasons[row.why]) throw new Error(`${row.code}: say why CLDR is not used`);
    fromSupplement.push(`${row.code} (${row.why})`);
  }
  const name = germanName(row);
  const spellings = [...new Set(row.aliases)].filter((alias) => alias !== name);
  return {
    code: row.code, germanName: name, autonym: autonym(row), dir: direction(row),
    modality: row.group === "signed" ? "signed" : "spoken", group: row.group, macro: row.macro ?? null,
    aliases: spellings, countries: countries(row), hint: row.hint ?? null,
    demand: source.demand.includes(row.code) ? source.demand.indexOf(row.code) + 1 : null,
    ...(row.varieties && { varieties: row.varieties }),
  };
}

const pairs = (rule) => {
  if (rule.among) return rule.among.flatMap((from) => rule.among.filter((to) => to !== from).map((to) => [from, to]));
  if (rule.across) return rule.across[0].flatMap((a) => rule.across[1].flatMap((b) => [[a, b], [b, a]]));
  return rule.ask.flatMap((from) => rule.offer.map((to) => [from, to]));
};
const lines = (rows) => rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");

const macros = source.macros.map((code) => ({ code, name: source.macroNames[code] ?? german[cldrCode(code)] }));
for (const macro of macros) if (!macro.name) throw new Error(`${macro.code}: no German name`);
const substitutions = source.substitutions.flatMap((rule) =>
  pairs(rule).map(([from, to]) => ({ from, to, grade: rule.grade, note: rule.note })));
const languages = source.languages.map(language);
const text = `{
  "source": "CLDR ${cldrVersion} and infra/languages/catalogue.json; written by infra/languages/generate-languages.mjs, not by hand",
  "macros": [\n${lines(macros)}\n  ],
  "groups": [\n${lines(source.groups.map(({ key, name, hint }) => ({ key, name, hint: hint ?? null })))}\n  ],
  "languages": [\n${lines(languages)}\n  ],
  "substitutions": [\n${lines(substitutions)}\n  ]
}
`;
const target = fileURLToPath(new URL("../../src/Videodolmetschen.Server/Languages/languages.json", import.meta.url));
writeFileSync(target, text);
console.log(`${languages.length} languages, ${substitutions.length} substitution notes; not wholly from CLDR: ${fromSupplement.length}: ${fromSupplement.join(", ")}`);
