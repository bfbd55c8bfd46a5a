import { isDated, type Reading, type ReadResult } from '../domain/reading.js';
import { describeReading, readDeadline } from '../language/index.js';
import { lines } from './lines.js';
import { optionsOf } from './options.js';
import { instantOf, sentenceOf, Usage, zoneOf } from './usage.js';

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

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
      return { kind, ...open, candidates: result.candidates.map(windowOf), reason: result.reason };
    }
    case 'not-a-deadline':
      return { kind, ...windowOf(result.undated), candidates: [], reason: result.reason };
  }
}

const readOne = (text: string, at: number, zone: string) =>
  readDeadline(text, { at, clock: true, zone, zoneFrom: 'issuer' });

function lineOf(reading: Reading, at: number): readonly string[] {
  const shown = describeReading({ kind: 'read', reading }, at);
  if (!isDated(reading)) return [shown];
  const { earliest, latest, precision, bound } = reading;
  const belongs = precision === 'instant' && bound !== 'before' ? '' : ' (the first moment after it)';
  return [
    shown,
    `  earliest ${iso(earliest) ?? ''}, latest ${iso(latest) ?? ''}${belongs}`,
    `  precision ${precision}, bound ${bound}, zone ${reading.zone}`,
    ...reading.assumed.map((one) => `  assumed: ${one}`),
  ];
}

function inWords(result: ReadResult, at: number): readonly string[] {
  if (result.kind === 'not-a-deadline') return [`Not a deadline. ${result.reason}`];
  if (result.kind === 'read') return lineOf(result.reading, at);
  return [`Ambiguous. ${result.reason}`, ...result.candidates.flatMap((one) => lineOf(one, at))];
}

/** What a line of standard input asks for. */
function asked(line: string): { readonly text: string; readonly at: number; readonly zone: string } {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new Usage(
      'This line is not JSON. Give {"text": "by Friday", "at": "2025-08-06T14:00:00Z", "zone": "UTC"}.',
    );
  }
  const { text, at, zone } = Object(given) as Record<'text' | 'at' | 'zone', unknown>;
  if (typeof text !== 'string') throw new Usage('"text" is missing. Give the words: "text": "by Friday".');
  return { text, at: instantOf('"at"', at), zone: zoneOf('"zone"', zone) };
}

/** JSON lines in, one reading a line out, in the same order. A faulty line is answered in its place. */
async function readLines(): Promise<number> {
  let faults = 0;
  await lines(process.stdin, process.stdout, (line) => {
    try {
      const { text, at, zone } = asked(line);
      return JSON.stringify(resultOf(readOne(text, at, zone), zone));
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
  const { words, json, texts } = optionsOf(args, ['at', 'zone']);
  if (words === undefined) {
    const alone = process.stdin.isTTY || texts['at'] !== undefined || texts['zone'] !== undefined;
    if (alone) throw new Usage('WORDS are missing. Give them in quotation marks: read "by Friday".');
    return readLines();
  }
  const at = instantOf('--at', texts['at']);
  const zone = zoneOf('--zone', texts['zone']);
  const result = readOne(words, at, zone);
  const shown = json ? [JSON.stringify(resultOf(result, zone))] : inWords(result, at);
  process.stdout.write(`${shown.join('\n')}\n`);
  return 0;
}
