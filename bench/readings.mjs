/** `npm run readings`: how deadlines in words are read, by the language, beside chrono-node alone, with every failure. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import { findDeadlines, readDeadline } from '../dist/src/language/index.js';
import { lexiconOf } from '../dist/src/language/lexicon/choose.js';

const DATA = process.argv[2] ?? new URL('../../shared/data/', import.meta.url).pathname;
const NO_REFERENCE = '2025-07-14T12:00:00';
const NO_DEADLINE = new Set(['not_before', 'vague', 'no_deadline']);

const load = (name) => JSON.parse(readFileSync(`${DATA}/${name}`, 'utf8'));
const zoneOf = (tz) => (tz === null || tz === undefined ? 'UTC' : /^[+-]/.test(tz) ? `UTC${tz}` : tz);

/** Our readings: none, one, or those of a question. */
function ours(text, at, zone) {
  const result = readDeadline(text, { at: at.toMillis(), clock: true, zone, zoneFrom: 'issuer' });
  if (result.kind === 'not-a-deadline') return { asked: false, latest: [], said: result.reason.kind };
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  const latest = readings.map((one) => one.latest).filter((instant) => instant !== null);
  return { asked: result.kind === 'ambiguous', latest };
}

/** chrono-node alone, as it is meant to be used: the first result, the end of a range, the end of a day without an hour. */
function chronos(text, at, zone) {
  const [first] = chrono.parse(text, { instant: at.toJSDate(), timezone: at.offset }, { forwardDate: true });
  if (first === undefined) return { asked: false, latest: [] };
  const parts = first.end ?? first.start;
  const date = DateTime.fromJSDate(parts.date(), { zone });
  return {
    asked: false,
    latest: [(parts.isCertain('hour') ? date : date.startOf('day').plus({ days: 1 })).toMillis()],
  };
}

function caseOf(one) {
  const zone = zoneOf(one.tz);
  const at = DateTime.fromISO((one.ref ?? NO_REFERENCE).slice(0, 19), { zone });
  const end = one.end_exclusive ? DateTime.fromISO(one.end_exclusive, { zone }) : null;
  const sameDay = (latest) => DateTime.fromMillis(latest - 1, { zone }).hasSame(end.minus(1), 'day');
  const near = (latest) => Math.abs(latest - end.toMillis()) <= (one.tolerance_s ?? 0) * 1000;
  const isRight = one.expect === 'none' ? null : one.kind === 'day' ? sameDay : near;
  return { text: one.input, at, zone, isRight, expected: one.end_exclusive ?? 'no date' };
}

function sentenceOf({ text, ref_local, default_tz, expect }) {
  const at = DateTime.fromISO(ref_local, { zone: default_tz });
  const none = NO_DEADLINE.has(expect.kind);
  const isRight = none ? null : (latest) => latest === Date.parse(expect.latest);
  return { text, at, zone: default_tz, isRight, expected: none ? 'no deadline' : expect.latest };
}

function verdict({ isRight, unclear = false }, { asked, latest }) {
  if (isRight === null) return latest.length === 0 ? 'right' : 'false date';
  if (latest.length === 0) return unclear ? 'asked' : 'not read';
  if (!latest.some(isRight)) return asked ? 'asked wrong' : 'silently wrong';
  if (unclear && !asked) return 'silently wrong';
  return asked ? 'asked' : 'right';
}

const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

function tally(cases, read) {
  const counts = {};
  const failures = [];
  for (const one of cases) {
    const found = read(one.text, one.at, one.zone);
    const word = verdict(one, found);
    counts[word] = (counts[word] ?? 0) + 1;
    if (word !== 'right') {
      const got = found.latest.map((latest) =>
        DateTime.fromMillis(latest, { zone: one.zone }).toISO({ suppressMilliseconds: true }),
      );
      failures.push(
        `${word}: ${JSON.stringify(one.text)} at ${one.at.toFormat("yyyy-MM-dd'T'HH:mm ccc")}: expected ${one.expected}, got ${got.join(' or ') || (found.said ?? 'nothing')}`,
      );
    }
  }
  const of = (...words) => words.reduce((sum, word) => sum + (counts[word] ?? 0), 0);
  return { of, failures, total: cases.length };
}

function row(name, cases, read) {
  const { of, failures, total } = tally(cases, read);
  console.log(
    `${name.padEnd(34)} right ${percent(of('right', 'asked'), total).padStart(7)} (asked back ${of('asked')}), silently wrong ${percent(of('silently wrong'), total).padStart(6)}, not read ${of('not read', 'asked wrong')}, false dates ${percent(of('false date'), total)}`,
  );
  return failures;
}

if (!existsSync(DATA)) {
  console.log(
    'Skipped: the shared cases are not beside this checkout. Name their folder: npm run readings -- FOLDER',
  );
  process.exit(0);
}
/** The sentences kept with the tests; `test/language/unseen/unseen.ts` says how a line is written. */
const OWN = new URL('../test/language/unseen/', import.meta.url);
const OWN_ZONE = 'America/New_York';
const OWN_AT = DateTime.fromISO('2025-08-06T18:00', { zone: OWN_ZONE });

function instantOf(written) {
  const text = written.replace('@', '');
  const at = DateTime.fromISO(text, { zone: OWN_ZONE });
  return (text.includes('T') || text !== written ? at : at.plus({ days: 1 })).toMillis();
}

function ownCase(line) {
  const [written, text] = line.split(' | ');
  const unclear = written.startsWith('?');
  const expected = written.replace('?', '').trim();
  const instants = expected === '-' ? null : expected.split(',').map(instantOf);
  const isRight = instants === null ? null : (latest) => instants.includes(latest);
  return { text, at: OWN_AT, zone: OWN_ZONE, isRight, expected, unclear };
}

const ownSets = () =>
  readdirSync(OWN)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) =>
      readFileSync(new URL(name, OWN), 'utf8')
        .split('\n')
        .filter((line) => line.includes(' | '))
        .map((line) => ({ ...ownCase(line), language: name.slice(0, 2) })),
    );

const LANGUAGES = ['en', 'de', 'fr', 'es', 'uk', 'ru'];

/** One line a language: of the texts with a deadline how many are read, of the others how many get one. */
function byLanguage(name, cases) {
  console.log(`\n${name}:`);
  for (const language of LANGUAGES) {
    const all = cases.filter((one) => (one.language ?? lexiconOf(one.text, undefined).language) === language);
    const dated = tally(
      all.filter(({ isRight }) => isRight !== null),
      ours,
    );
    const none = tally(
      all.filter(({ isRight }) => isRight === null),
      ours,
    );
    if (all.length === 0) continue;
    console.log(
      `  ${language} (${dated.total} with a deadline, ${none.total} without)`.padEnd(46) +
        `right ${percent(dated.of('right'), dated.total)}, asked ${percent(dated.of('asked'), dated.total)}, silently wrong ${percent(dated.of('silently wrong'), dated.total)}, false dates ${percent(none.of('false date'), none.total)}`,
    );
  }
}

byLanguage('sentences kept with the tests', ownSets());
const phrases = load('deadline-phrases.json').map(caseOf);
const sets = [
  ['phrases with a date', phrases.filter(({ isRight }) => isRight !== null)],
  ['texts without a date', phrases.filter(({ isRight }) => isRight === null)],
  ['sentences as really made', load('deadline-sentences.json').map(sentenceOf)],
];
byLanguage(
  'shared cases',
  sets.flatMap(([, cases]) => cases),
);
console.log('');
const failures = [];
for (const [name, cases] of sets) {
  failures.push(...row(`${name} (${cases.length})`, cases, ours));
  row('  chrono-node alone', cases, chronos);
}
/** The longest post that is read. */
const MOST_POST = 4000;
const texts = phrases.map(({ text }) => text);
const long = texts.join('. ').repeat(3).slice(0, MOST_POST);

/** Phrases a second, warm, and ms for a long post. */
function speed(name, read, readPost) {
  const at = DateTime.fromISO(NO_REFERENCE, { zone: 'America/New_York' });
  for (const text of texts) read(text, at, at.zoneName);
  const start = performance.now();
  for (const text of texts) read(text, at, at.zoneName);
  const rate = (texts.length / (performance.now() - start)) * 1000;
  const begun = performance.now();
  readPost(long, at, at.zoneName);
  console.log(
    `${name.padEnd(34)} ${rate.toFixed(0)} phrases a second, 4,000 characters in ${(performance.now() - begun).toFixed(1)} ms`,
  );
}
const post = (text, at, zone) =>
  findDeadlines(text, { at: at.toMillis(), clock: true, zone, zoneFrom: 'issuer' });
speed('speed', ours, post);
speed('  chrono-node alone', chronos, chronos);
console.log('\nEvery case that is not read right at once:');
for (const failure of failures) console.log(`- ${failure}`);
