/** Collects what is wrong with the bot, for whoever hosts it. */

/** A part of the bot that can say what is wrong with it. */
export interface HealthSource {
  /** One sentence for each problem; none where all is well. */
  problems(): Promise<readonly string[]> | readonly string[];
}

/** ms. Whoever asks about health does not wait for long, and a part that does not answer is a problem. */
const ANSWER_WITHIN_MS = 2000;
const SILENT = Symbol('silent');

async function within<T>(answer: Promise<T>, ms: number): Promise<T | typeof SILENT> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<typeof SILENT>((resolve) => {
    timer = setTimeout(() => resolve(SILENT), ms);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

async function askOne(source: HealthSource, ms: number): Promise<readonly string[]> {
  try {
    const said = await within(Promise.resolve(source.problems()), ms);
    return said === SILENT ? ['A part of the bot does not answer.'] : said;
  } catch {
    return ['A part of the bot could not say how it is.'];
  }
}

/**
 * All problems of all sources, in their order; never throws and takes at most about `ms`. Asked several times at once, it
 * asks the sources once.
 */
export function createHealth(sources: readonly HealthSource[], ms = 2 * ANSWER_WITHIN_MS): HealthSource {
  let asking: Promise<readonly string[]> | null = null;
  const ask = async () => {
    const answers = await Promise.all(sources.map((source) => askOne(source, ms)));
    return [...new Set(answers.flat())];
  };
  return {
    problems() {
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
  };
}
