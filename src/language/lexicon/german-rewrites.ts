/** German tokens that are split or joined before they are looked up. */
import type { Rewrite } from './token-rewrites.js';

type Names = Readonly<Record<string, string>>;

const BEFORE_ORDINAL = /^(?:am|zum|dem|den|vom|der|das|nächsten|bis|ab)$/;
const AFTER_ORDINAL = /^(?:und|bis|oder|-|quartal\p{L}*|tag\p{L}*|halbjahr\p{L}*|woche\p{L}*|hälfte)$/u;

/** "8. August", "am 8.", "vom 8. bis 10. August": the dot makes an ordinal. */
export const ordinal =
  (months: Names): Rewrite =>
  (tokens, index) => {
    const [number, dot, next] = tokens.slice(index, index + 3);
    if (number === undefined || dot?.text !== '.' || dot.start !== number.end) return null;
    if (!/^\d{1,2}$/.test(number.text) || Number(number.text) > 31) return null;
    const fits = Object.hasOwn(months, next?.text ?? '') || AFTER_ORDINAL.test(next?.text ?? '');
    return fits || BEFORE_ORDINAL.test(tokens[index - 1]?.text ?? '')
      ? { text: `${number.text}th`, of: 2 }
      : null;
  };

/** "Von Montag an", "vom 8. August an": from then on. */
export const sinceThen =
  (words: Names): Rewrite =>
  (tokens, index) => {
    if (!/^vo[nm]$/.test(tokens[index]?.text ?? '')) return null;
    const ahead = tokens.slice(index + 1, index + 6).findIndex(({ text }) => text === 'an');
    const [next] = tokens.slice(index + 2 + ahead);
    const ends = next === undefined || !/^(?:d\p{L}{2}|ein\p{L}{0,2}|\d+)$/u.test(next.text);
    const dated = tokens
      .slice(index + 1, index + 1 + ahead)
      .some(({ text }) => /^\d/.test(text) || Object.hasOwn(words, text));
    return ahead > 0 && ends && dated ? { text: 'ab', of: 1 } : null;
  };
