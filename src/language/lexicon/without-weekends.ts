/** "10 days, not counting weekends": a rewrite of the tokens of a language (`token-rewrites.ts`). */
import type { Rewrite } from './token-rewrites.js';

/** So many tokens may say behind the days that some of them don't count. */
const MOST_SAID = 10;

/** "10 days, not counting weekends": days of which only those of work count; `said` begins with what follows the word. */
export const withoutWeekends =
  (day: RegExp, said: string): Rewrite =>
  (tokens, index) => {
    if (!day.test(tokens[index]?.text ?? '')) return null;
    const next = tokens.slice(index + 1, index + 1 + MOST_SAID).map(({ text }) => text);
    const found = new RegExp(`^(?:(?:\\p{L}+ ){0,2}?[,(] )?(?:${said})(?: [)])?(?= |$)`, 'u').exec(
      next.join(' '),
    )?.[0];
    return found === undefined ? null : { text: 'work·day', of: 1 + found.split(' ').length };
  };
