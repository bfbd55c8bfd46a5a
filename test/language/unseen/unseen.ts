/** Sentences as news agencies, companies and governments write them, and what each must come to. */
import { readdirSync, readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { readDeadline, type ReadingContext } from '../../../src/language/index.js';

const ZONE = 'America/New_York';
/** Wednesday 6 August 2025, 18:00 in Washington. */
const SAID: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: ZONE,
  zoneFrom: 'issuer',
};

/**
 * One sentence of a set. In the files each stands on one line, `expected | text`: the day with whose end the deadline
 * ends, `@` and the day or instant with which it begins, an instant in Washington or with `Z`, several that are as
 * good with commas between them, or `-` where there is no deadline. What nobody can know begins with `?`: there a question
 * that holds one of these is right, and a refusal, but no date without a question.
 */
interface Sentence {
  readonly text: string;
  /** ms UTC; empty where there is no deadline. */
  readonly expected: readonly number[];
  /** It has to be asked or refused. */
  readonly unclear: boolean;
}

const FOLDER = new URL('./', import.meta.url);

function instantOf(written: string): number {
  const starts = written.startsWith('@');
  const text = starts ? written.slice(1) : written;
  if (text.endsWith('Z')) return Date.parse(text);
  const at = DateTime.fromISO(text, { zone: ZONE });
  return (text.includes('T') || starts ? at : at.plus({ days: 1 })).toMillis();
}

function sentenceOf(line: string): Sentence {
  const cut = line.indexOf('|');
  const unclear = line.startsWith('?');
  const expected = line.slice(unclear ? 1 : 0, cut).trim();
  const instants = expected === '-' ? [] : expected.split(',').map(instantOf);
  return { text: line.slice(cut + 1).trim(), expected: instants, unclear };
}

/** The names of the sets: `language-kind-number`. */
export const SETS: readonly string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace('.txt', ''));

export const sentencesOf = (set: string): readonly Sentence[] =>
  readFileSync(new URL(`${set}.txt`, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.includes('|'))
    .map(sentenceOf);

/** How a sentence is read beside what it says. `asked`: the question holds what it says. */
export type Verdict = 'right' | 'asked' | 'asked wrong' | 'silently wrong' | 'not read' | 'false date';

export function verdictOf({ text, expected, unclear }: Sentence): Verdict {
  const result = readDeadline(text, SAID);
  const readings =
    result.kind === 'read' ? [result.reading] : result.kind === 'ambiguous' ? result.candidates : [];
  const found = readings.flatMap(({ latest }) => latest ?? []);
  if (expected.length === 0) return found.length === 0 ? 'right' : 'false date';
  if (found.length === 0) return unclear ? 'asked' : 'not read';
  const fits = found.some((latest) => expected.includes(latest));
  if (result.kind === 'read') return fits && !unclear ? 'right' : 'silently wrong';
  return fits ? 'asked' : 'asked wrong';
}
