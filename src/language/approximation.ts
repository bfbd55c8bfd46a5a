/** Keeps that words were approximate (rules 31). */
import type { Reading, ReadResult } from '../domain/reading.js';
import { CLAUSE_STEPS, spanOf } from './clause.js';
import { APPROXIMATE } from './lexicon/approximations.js';
import type { Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';

const approximate = (reading: Reading): Reading => ({ ...reading, approximate: true });

/** The result, its readings approximate where a word such as "about" stands in the phrase or beside it. */
export function withApproximation(
  result: ReadResult,
  phrase: Phrase,
  { normalized, clauses, steps }: ReadInput,
): ReadResult {
  if (result.kind === 'not-a-deadline') return result;
  const span = spanOf(phrase, normalized);
  steps.take(CLAUSE_STEPS);
  if (span === null || !APPROXIMATE.test(clauses.clauseAround(span))) return result;
  if (result.kind === 'read') return { kind: 'read', reading: approximate(result.reading) };
  return { ...result, candidates: result.candidates.map(approximate) };
}
