/** Rewrites the tokens of a language before they are looked up. */
import type { Token } from '../tokens.js';

/** One token out of several that stand together; `text` is what the lexicon looks up. */
const joined = (tokens: readonly Token[], text: string): Token => ({
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
  text,
});

/** What to write for the tokens from `index` on, and how many of them it takes; null to leave the first as it is. */
export type Rewrite = (tokens: readonly Token[], index: number) => { text: string; of: number } | null;

const touching = (a: Token | undefined, b: Token | undefined) =>
  a !== undefined && b !== undefined && a.end === b.start;

/** The tokens with the first rewrite that fits at each place. */
export const rewritten =
  (...rewrites: readonly Rewrite[]) =>
  (tokens: readonly Token[]): readonly Token[] => {
    const made: Token[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined) break;
      const change = rewrites.map((rewrite) => rewrite(tokens, index)).find((result) => result !== null);
      if (change === undefined) made.push(token);
      else {
        made.push(joined(tokens.slice(index, index + change.of), change.text));
        index += change.of - 1;
      }
    }
    return made;
  };

/** "1er", "8-го", "18-й": digits and an ending are an ordinal. */
export const endings =
  (ending: RegExp): Rewrite =>
  (tokens, index) => {
    const [number, mark, behind] = tokens.slice(index, index + 3);
    if (number === undefined || mark === undefined || !/^\d{1,2}$/.test(number.text)) return null;
    if (!touching(number, mark)) return null;
    if (ending.test(mark.text)) return { text: `${number.text}th`, of: 2 };
    const hyphened = mark.text === '-' && touching(mark, behind) && ending.test(behind?.text ?? '');
    return hyphened ? { text: `${number.text}th`, of: 3 } : null;
  };

const DAY_AND_MONTH = /^(\d{1,2})\.(\d{1,2})$/;

/** "До 08.09", "bis zum 8.9.": the day and the month behind a word that asks for a date, before an hour, or alone. */
export const dottedDate =
  (before: RegExp): Rewrite =>
  (tokens, index) => {
    const number = tokens[index];
    const whole = index === 0 && tokens.every((token) => /^[\d.]+$/.test(token.text));
    const timed = /^(?:о|об|в|во|um|à)$/.test(tokens[index + 1]?.text ?? '');
    if (number === undefined || !(whole || timed || before.test(tokens[index - 1]?.text ?? ''))) return null;
    const [, day, month] = DAY_AND_MONTH.exec(number.text) ?? [];
    const clock = /^(?:uhr|h|heures?|horas?|год|годин[иіа]?|час\p{L}*)$/u.test(tokens[index + 1]?.text ?? '');
    const ends = month?.length === 2 || tokens[index + 1]?.text === '.';
    if (day !== undefined && ends && !clock && Number(day) <= 31 && Number(month) <= 12)
      return { text: `${day}/${month}`, of: tokens[index + 1]?.text === '.' ? 2 : 1 };
    const [, dot, other, last] = tokens.slice(index, index + 4);
    const apart = dot?.text === '.' && last?.text === '.' && /^\d{1,2}$/.test(other?.text ?? '');
    return apart && touching(number, dot) && touching(dot, other) && /^\d{1,2}$/.test(number.text)
      ? { text: `${number.text}/${other?.text ?? ''}`, of: 4 }
      : null;
  };

/** "О 18.30", "a las 18.30": hour and minutes behind a word that asks for a time. */
export const dottedTime =
  (before: RegExp): Rewrite =>
  (tokens, index) => {
    if (!before.test(tokens[index - 1]?.text ?? '')) return null;
    const [, hour, minute] = /^(\d{1,2})\.(\d{2})$/.exec(tokens[index]?.text ?? '') ?? [];
    return hour === undefined || Number(hour) > 24 || Number(minute) > 59
      ? null
      : { text: `${hour}:${minute}`, of: 1 };
  };

/** "Hasta las 18 del viernes", "a las 2": a number alone behind the article of the hours is one of them. */
export const hourAlone =
  (article: RegExp, next: RegExp): Rewrite =>
  (tokens, index) => {
    const hour = tokens[index]?.text ?? '';
    const alone = article.test(tokens[index - 1]?.text ?? '') && /^(?:1?\d|2[0-4])$/.test(hour);
    if (!alone || !next.test(tokens[index + 1]?.text ?? '') || tokens[index - 2]?.text === 'a') return null;
    return { text: Number(hour) > 12 ? `${hour}:00` : `hora·${hour}`, of: 1 };
  };

/** "С 1 на 29 августа": a number between a word for "from" and another date is a day of its month. */
export const fromDay =
  (from: RegExp, to: RegExp, months: Readonly<Record<string, string>>): Rewrite =>
  (tokens, index) => {
    const [day, link, number, month] = tokens.slice(index, index + 4).map(({ text }) => text);
    if (!/^(?:[12]?\d|3[01])$/.test(day ?? '') || !from.test(tokens[index - 1]?.text ?? '')) return null;
    const dated =
      to.test(link ?? '') && /^(?:[12]?\d|3[01])$/.test(number ?? '') && Object.hasOwn(months, month ?? '');
    return dated ? { text: `${day ?? ''}th`, of: 1 } : null;
  };

/** "Дав хунті тиждень": a unit alone behind a verb of giving is one of it. */
export const givenOne =
  (gives: RegExp, units: Readonly<Record<string, string>>): Rewrite =>
  (tokens, index) => {
    const unit = tokens[index]?.text ?? '';
    const before = tokens[index - 1]?.text ?? '';
    if (!Object.hasOwn(units, unit) || /\d|^[.,;:!?]$/.test(before)) return null;
    const gave = tokens.slice(Math.max(0, index - 4), index).some(({ text }) => gives.test(text));
    return gave && /^\p{L}+$/u.test(before) ? { text: units[unit] ?? unit, of: 1 } : null;
  };

/** "2025 року", "2025 г.": the word behind a year says nothing more. */
export const yearWord =
  (word: RegExp): Rewrite =>
  (tokens, index) => {
    const [year, name, dot] = tokens.slice(index, index + 3);
    if (!/^(?:19|20|21)\d\d$/.test(year?.text ?? '') || !word.test(name?.text ?? '')) return null;
    const short = (name?.text.length ?? 0) < 3 && dot?.text === '.';
    return { text: year?.text ?? '', of: short ? 3 : 2 };
  };

/** A word where what follows it decides what it means. */
export const beside =
  (word: RegExp, after: (next: string, later: string) => boolean, text: string): Rewrite =>
  (tokens, index) =>
    word.test(tokens[index]?.text ?? '') &&
    after(tokens[index + 1]?.text ?? '', tokens[index + 2]?.text ?? '')
      ? { text, of: 1 }
      : null;

/** "На неделю", "ще тиждень": one of a unit, where no count stands before it ("40 годин на тиждень"). */
export const oneOf =
  (lead: RegExp, unit: RegExp, units: Readonly<Record<string, string>>, text: string): Rewrite =>
  (tokens, index) =>
    lead.test(tokens[index]?.text ?? '') &&
    unit.test(tokens[index + 1]?.text ?? '') &&
    !Object.hasOwn(units, tokens[index - 1]?.text ?? '')
      ? { text, of: 1 }
      : null;

/** "In den nächsten Tagen", "prochains jours": two words that name no time, where no number stands before them. */
export const uncounted =
  (first: RegExp, second: RegExp, isNumber: (word: string) => boolean): Rewrite =>
  (tokens, index) =>
    first.test(tokens[index]?.text ?? '') &&
    second.test(tokens[index + 1]?.text ?? '') &&
    !isNumber(tokens[index - 1]?.text ?? '')
      ? { text: 'some·time', of: 2 }
      : null;

/** "El 15", "avant le 15", "vendredi 15 à midi": a number alone behind an article or a weekday is a day of the month. */
export const dayAlone =
  (article: RegExp, weekday: RegExp): Rewrite =>
  (tokens, index) => {
    const [number, next, later] = tokens.slice(index, index + 3).map(({ text }) => text);
    const before = tokens[index - 1]?.text ?? '';
    if (!/^(?:[12]?\d|3[01])$/.test(number ?? '') || !(article.test(before) || weekday.test(before)))
      return null;
    const ends = next === undefined || /^[.,;:!?)]$/.test(next);
    const goesOn = weekday.test(before)
      ? /^(?:à|a)$/.test(next ?? '')
      : /^(?:au plus|a más)$/.test(`${next} ${later}`);
    return ends || goesOn ? { text: `${number ?? ''}th`, of: 1 } : null;
  };

/** "За три дні до виборів": behind a count, "until" is "before". */
export const countedBack =
  (lead: RegExp, until: RegExp, units: Readonly<Record<string, string>>, text: string): Rewrite =>
  (tokens, index) =>
    until.test(tokens[index]?.text ?? '') &&
    Object.hasOwn(units, tokens[index - 1]?.text ?? '') &&
    tokens.slice(Math.max(0, index - 5), index - 1).some((token) => lead.test(token.text))
      ? { text, of: 1 }
      : null;

/** "За київським часом", "по московскому времени": a preposition that only leads to a name of time. */
export const leadingTo =
  (lead: RegExp, name: RegExp, text: string): Rewrite =>
  (tokens, index) => {
    if (!lead.test(tokens[index]?.text ?? '')) return null;
    const ahead = tokens.slice(index + 2, index + 5).findIndex((token) => name.test(token.text));
    const between = tokens.slice(index + 1, index + 2 + ahead);
    return ahead !== -1 && between.every((token) => /^[\p{L}-]+$/u.test(token.text)) ? { text, of: 1 } : null;
  };

/** "Nicht vor Freitag" is a lower bound, "wenn sie nicht vor Freitag zahlt" is none. */
export const notBefore =
  (not: RegExp, before: RegExp, unless: RegExp, text: string): Rewrite =>
  (tokens, index) => {
    if (!not.test(tokens[index]?.text ?? '') || !before.test(tokens[index + 1]?.text ?? '')) return null;
    const said = tokens.slice(Math.max(0, index - 25), index).map((token) => token.text);
    return said
      .slice(said.findLastIndex((word) => /^[.;!?]$/.test(word)) + 1)
      .some((word) => unless.test(word))
      ? null
      : { text, of: 2 };
  };

/** "Она работает здесь восемь лет": how long it has lasted. */
const GOING_ON = /^\p{L}{2,}(?:[аяуюіоеє]є|[иї]ть|[аяуюое]ет|ит|ёт)(?:ся)?$/u;
const GIVING =
  /^(?:да[её]т|предоставляет|получает|имеет|отводит|хватит|должит|нада[єе]|отримує|матиме|буд\p{L}*)$/u;

const goesOn = (tokens: readonly Token[]): boolean =>
  tokens.some(({ text }) => GOING_ON.test(text) && !GIVING.test(text));

/** "48 Jahre", "un homme de 48 ans": years that nothing makes a time to come are an age, or how long it lasted. */
export const age =
  (years: RegExp, leads: RegExp, numbers: ReadonlyMap<string, string> = new Map()): Rewrite =>
  (tokens, index) => {
    const number = tokens[index - 1]?.text ?? '';
    const count = Number(numbers.get(number) ?? number);
    const least = goesOn(tokens.slice(Math.max(0, index - 6), index - 1)) ? 2 : 10;
    if (!years.test(tokens[index]?.text ?? '') || !(count >= least && count < 1000)) return null;
    return tokens.slice(Math.max(0, index - 4), index - 1).some((token) => leads.test(token.text))
      ? null
      : { text: 'some·time', of: 1 };
  };

/** "Las ocho y media", "halb acht": the half of an hour, in two or three words. */
export const halfHour =
  (shape: readonly [RegExp, RegExp, RegExp?], clock: (words: readonly string[]) => string | null): Rewrite =>
  (tokens, index) => {
    const said = shape.map((_, ahead) => tokens[index + ahead]?.text ?? '');
    if (!shape.every((pattern, ahead) => pattern?.test(said[ahead] ?? '') === true)) return null;
    const text = clock(said);
    return text === null ? null : { text, of: said.length };
  };

/** "15 числа": a word behind a number makes it a day of the month. */
export const dayBehind =
  (word: RegExp): Rewrite =>
  (tokens, index) => {
    const [number, name] = tokens.slice(index, index + 2);
    return /^(?:[12]?\d|3[01])$/.test(number?.text ?? '') && word.test(name?.text ?? '')
      ? { text: `${number?.text ?? ''}th`, of: 2 }
      : null;
  };

/** "18 h CET." in French, where the same letters are a word: a zone where a time stands before it and nothing goes on. */
export const zoneAlone =
  (name: RegExp, text: string): Rewrite =>
  (tokens, index) => {
    const before = tokens[index - 1]?.text ?? '';
    const next = tokens[index + 1]?.text;
    const timed = /^(?:h|heures?|uhr|[ap]m|\d{1,2}(?:[:h]\d{2})?)$/.test(before);
    return name.test(tokens[index]?.text ?? '') && timed && (next === undefined || /^[.,;:!?)]$/.test(next))
      ? { text, of: 1 }
      : null;
  };
