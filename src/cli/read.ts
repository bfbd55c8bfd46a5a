/** `ultimatum read`: how words of a deadline are read. */
import { isDated, type Reading, type ReadResult } from '../domain/reading.js';
import { readDeadline } from '../language/index.js';
import { english } from '../wording/index.js';
import { ambiguityText, assumptionText, noDeadlineText, readingLine } from '../wording/readings.js';
import { drawText } from './draw.js';
import { lines } from './lines.js';
import { optionsOf } from './options.js';
import { instantOf, localZone, sentenceOf, Usage, zoneOf } from './usage.js';
import { visible } from './visible.js';
import type { RecordInstant } from '../domain/instant.js';

const words = english.cli.read;

const iso = (instant: RecordInstant | null) => (instant === null ? null : new Date(instant).toISOString());

const windowOf = ({ earliest, latest, precision, bound, zone }: Reading) => ({
  earliest: iso(earliest),
  latest: iso(latest),
  precision,
  bound,
  zone,
});

/** A result as one JSON object: instants ISO UTC, `latest` exclusive for all but instants. */
function resultOf(result: ReadResult, zone: string) {
  const { kind } = result;
  switch (kind) {
    case 'read':
      return { kind, ...windowOf(result.reading), candidates: [], reason: null };
    case 'ambiguous': {
      const open = { earliest: null, latest: null, precision: null, bound: null, zone };
      return {
        kind,
        ...open,
        candidates: result.candidates.map(windowOf),
        reason: drawText(ambiguityText(english, result.reason)),
      };
    }
    case 'not-a-deadline':
      return {
        kind,
        ...windowOf(result.undated),
        candidates: [],
        reason: drawText(noDeadlineText(english, result.reason)),
      };
  }
}

interface Asked {
  readonly text: string;
  /** ms UTC. */
  readonly at: RecordInstant;
  /** IANA. */
  readonly zone: string;
  /** BCP 47. */
  readonly locale: string | undefined;
}

function readOne({ text, at, zone, locale }: Asked): ReadResult {
  const said = { at, clock: true, zone, zoneFrom: 'issuer' } as const;
  return readDeadline(text, locale === undefined ? said : { ...said, locale });
}

function localeOf(name: string, given: unknown): string | undefined {
  if (given === undefined || (typeof given === 'string' && LOCALE.test(given))) return given;
  throw new Usage(words.noLanguage(name, JSON.stringify(given)));
}
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/;

function lineOf(reading: Reading, at: RecordInstant): readonly string[] {
  const shown = drawText(readingLine(english, reading, at));
  if (!isDated(reading)) return [shown];
  const { earliest, latest, precision, bound } = reading;
  const until = precision === 'instant' && bound !== 'before' ? words.until : words.before;
  return [
    shown,
    ...[
      until(iso(earliest) ?? '', iso(latest) ?? ''),
      words.kind(precision, bound, reading.zone),
      ...reading.assumed.map((one) => words.assumed(assumptionText(english, one))),
    ].map((text) => `  ${drawText(text)}`),
  ];
}

function inWords(result: ReadResult, at: RecordInstant): readonly string[] {
  if (result.kind === 'not-a-deadline')
    return [drawText(words.notADeadline(noDeadlineText(english, result.reason)))];
  if (result.kind === 'read') return lineOf(result.reading, at);
  return [
    drawText(words.ambiguous(ambiguityText(english, result.reason))),
    ...result.candidates.flatMap((one) => lineOf(one, at)),
  ];
}

/** What a line of standard input asks for. */
function asked(line: string): Asked {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new Usage(words.notJson);
  }
  const { text, at, zone, locale } = Object(given) as Record<keyof Asked, unknown>;
  if (typeof text !== 'string') throw new Usage(words.noText);
  return {
    text,
    at: instantOf('"at"', at),
    zone: zoneOf('"zone"', zone),
    locale: localeOf('"locale"', locale),
  };
}

/** JSON lines in, one reading a line out, in the same order. A faulty line is answered in its place. */
async function readLines(): Promise<number> {
  let faults = 0;
  await lines(process.stdin, process.stdout, (line) => {
    try {
      const one = asked(line);
      return JSON.stringify(resultOf(readOne(one), one.zone));
    } catch (error) {
      const reason = sentenceOf(error);
      faults += 1;
      return JSON.stringify({ kind: 'error', reason });
    }
  });
  return faults === 0 ? 0 : 1;
}

/** `read "WORDS" [--at INSTANT] [--zone PLACE] [--json]`, or JSON lines on standard input. */
export async function read(args: readonly string[]): Promise<number> {
  const { words: typed, json, texts } = optionsOf(args, ['at', 'zone', 'locale']);
  if (typed === undefined) {
    const alone = process.stdin.isTTY || texts['at'] !== undefined || texts['zone'] !== undefined;
    if (alone) throw new Usage(words.missing);
    return readLines();
  }
  const at = instantOf('--at', texts['at'] ?? 'now');
  const zone = zoneOf('--zone', texts['zone'] ?? localZone());
  const result = readOne({ text: typed, at, zone, locale: localeOf('--locale', texts['locale']) });
  const shown = json ? [JSON.stringify(resultOf(result, zone))] : inWords(result, at);
  process.stdout.write(`${visible(shown.join('\n'))}\n`);
  return 0;
}
