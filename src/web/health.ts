/** Collects what is wrong with the bot, for the operator. */
import type { Words } from '../wording/index.js';

type HealthWords = Words['operator']['health'];

/** A part of the bot that can report what is wrong with it. */
export interface HealthSource {
  /** One sentence for each problem; empty while all is well. */
  problems(): Promise<readonly string[]> | readonly string[];
}

/** How long a part may take to answer, ms. One that takes longer is itself a problem. */
const ANSWER_WITHIN_MS = 4000;
const SILENT = Symbol('silent');

async function inTime<T>(answer: Promise<T>): Promise<T | typeof SILENT> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<typeof SILENT>((resolve) => {
    timer = setTimeout(() => resolve(SILENT), ANSWER_WITHIN_MS);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

async function askSource(source: HealthSource, words: HealthWords): Promise<readonly string[]> {
  try {
    const problems = await inTime(Promise.resolve(source.problems()));
    return problems === SILENT ? [words.silent] : problems;
  } catch {
    return [words.broken];
  }
}

/**
 * Collects the problems of all sources, in their order. Never throws and takes a few seconds at most. Concurrent calls
 * share one round of questions. `scrub` takes secrets out of a sentence: `/health` may be open to anybody.
 */
export function createHealth(
  sources: readonly HealthSource[],
  words: Words,
  scrub: (sentence: string) => string = (sentence) => sentence,
): HealthSource {
  const { health } = words.operator;
  let asking: Promise<readonly string[]> | null = null;
  const ask = async () => {
    const answers = await Promise.all(sources.map((source) => askSource(source, health)));
    return [...new Set(answers.flat().map(scrub))];
  };
  return {
    problems() {
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
  };
}
