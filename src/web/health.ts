/** Collects what is wrong with the bot, for the operator. */
import type { Words } from '../wording/index.js';

type HealthWords = Words['operator']['health'];

/** A part of the bot that can report what is wrong with it. */
export interface HealthSource {
  /** One sentence for each problem; empty while all is well. */
  problems(): Promise<readonly string[]> | readonly string[];
}

/** How long a part may take to answer, ms. One that takes longer is itself a problem. */
const ANSWER_WITHIN_MS = 2000;
const SILENT = Symbol('silent');

async function within<T>(answer: Promise<T>, ms: number): Promise<T | typeof SILENT> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<typeof SILENT>((resolve) => {
    timer = setTimeout(() => resolve(SILENT), ms);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

async function askSource(source: HealthSource, words: HealthWords, ms: number): Promise<readonly string[]> {
  try {
    const problems = await within(Promise.resolve(source.problems()), ms);
    return problems === SILENT ? [words.silent] : problems;
  } catch {
    return [words.broken];
  }
}

/**
 * Collects the problems of all sources, in their order. Never throws and takes at most about `ms`. Concurrent calls share
 * one round of questions.
 */
export function createHealth(
  sources: readonly HealthSource[],
  words: Words,
  ms = 2 * ANSWER_WITHIN_MS,
): HealthSource {
  const { health } = words.operator;
  let asking: Promise<readonly string[]> | null = null;
  const ask = async () => {
    const answers = await Promise.all(sources.map((source) => askSource(source, health, ms)));
    return [...new Set(answers.flat())];
  };
  return {
    problems() {
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
  };
}
