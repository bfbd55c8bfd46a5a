/** `ultimatum read`: how words of a deadline are read. */
import { isDated, type Reading, type ReadResult } from '../domain/reading.js';
import { readDeadline } from '../language/index.js';
import { english } from '../wording/index.js';
import { ambiguityText, assumptionText, noDeadlineText, readingLine } from '../wording/readings.js';
import { drawText } from './draw.js';
import { lines } from './lines.js';
import { optionsOf } from './options.js';
import { instantOf, sentenceOf, Usage, zoneOf } from './usage.js';
import { visible } from './visible.js';
import type { RecordInstant } from '../domain/instant.js';

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
  throw new Usage(`${name} ${JSON.stringify(given)} is no language. Give one such as en-US or de.`);
}
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/;

function lineOf(reading: Reading, at: RecordInstant): readonly string[] {
  const shown = drawText(readingLine(english, reading, at));
  if (!isDated(reading)) return [shown];
  const { earliest, latest, precision, bound } = reading;
  const belongs = precision === 'instant' && bound !== 'before' ? '' : ' (the first moment after it)';
  return [
    shown,
    `  earliest ${iso(earliest) ?? ''}, latest ${iso(latest) ?? ''}${belongs}`,
    `  precision ${precision}, bound ${bound}, zone ${reading.zone}`,
    ...reading.assumed.map((one) => `  assumed: ${drawText(assumptionText(english, one))}`),
  ];
}

function inWords(result: ReadResult, at: RecordInstant): readonly string[] {
  if (result.kind === 'not-a-deadline')
    return [`Not a deadline. ${drawText(noDeadlineText(english, result.reason))}`];
  if (result.kind === 'read') return lineOf(result.reading, at);
  return [
    `Ambiguous. ${drawText(ambiguityText(english, result.reason))}`,
    ...result.candidates.flatMap((one) => lineOf(one, at)),
  ];
}

/** What a line of standard input asks for. */
function asked(line: string): Asked {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new Usage(
      'This line is not JSON. Give {"text": "by Friday", "at": "2025-08-06T14:00:00Z", "zone": "UTC"}.',
    );
  }
  const { text, at, zone, locale } = Object(given) as Record<keyof Asked, unknown>;
  if (typeof text !== 'string') throw new Usage('"text" is missing. Give the words: "text": "by Friday".');
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

/** `read "WORDS" --at ISO-INSTANT --zone IANA [--json]`, or JSON lines on standard input. */
export async function read(args: readonly string[]): Promise<number> {
  const { words, json, texts } = optionsOf(args, ['at', 'zone', 'locale']);
  if (words === undefined) {
    const alone = process.stdin.isTTY || texts['at'] !== undefined || texts['zone'] !== undefined;
    if (alone) throw new Usage('WORDS are missing. Give them in quotation marks: read "by Friday".');
    return readLines();
  }
  const at = instantOf('--at', texts['at']);
  const zone = zoneOf('--zone', texts['zone']);
  const result = readOne({ text: words, at, zone, locale: localeOf('--locale', texts['locale']) });
  const shown = json ? [JSON.stringify(resultOf(result, zone))] : inWords(result, at);
  process.stdout.write(`${visible(shown.join('\n'))}\n`);
  return 0;
}
