import { describe, expect, it } from 'vitest';
import { SETS, sentencesOf, verdictOf, type Verdict } from './unseen/unseen.js';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'uk', 'ru'];

/** Percent of the sentences of a language. */
function shares(language: string) {
  const sentences = SETS.filter((set) => set.startsWith(`${language}-`)).flatMap(sentencesOf);
  const dated = sentences.filter(({ expected }) => expected.length > 0).map(verdictOf);
  const undated = sentences.filter(({ expected }) => expected.length === 0).map(verdictOf);
  const share = (verdicts: readonly Verdict[], ...wanted: readonly Verdict[]) =>
    (100 * verdicts.filter((verdict) => wanted.includes(verdict)).length) / verdicts.length;
  return {
    right: share(dated, 'right', 'asked'),
    silentlyWrong: share(dated, 'silently wrong'),
    falseDates: share(undated, 'false date'),
    count: sentences.length,
  };
}

describe.each(LANGUAGES)('sentences of the news in the language %s', (language) => {
  const { right, silentlyWrong, falseDates, count } = shares(language);

  it('are enough to measure', () => {
    expect(count).toBeGreaterThan(50);
  });

  it('are read right, or asked about with the right answer among the choices', () => {
    expect(right).toBeGreaterThanOrEqual(96);
  });

  it('are seldom read wrong without a question', () => {
    expect(silentlyWrong).toBeLessThanOrEqual(2);
  });

  it('get no deadline where they name none', () => {
    expect(falseDates).toBeLessThanOrEqual(3);
  });
});
