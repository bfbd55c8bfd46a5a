/** A time of day, taken out of the words. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** "8 o'clock": morning or evening was left open. */
  readonly open: boolean;
  /** Midnight belongs to two days, and which is asked back. */
  readonly midnight: boolean;
  readonly assumed: readonly string[];
}

export interface TakenTime {
  readonly time: TimeOfDay | null;
  /** The words without the time. */
  readonly rest: string;
}

const exactly = (hour: number, minute = 0, assumed: readonly string[] = []): TimeOfDay => ({
  hour,
  minute,
  second: 0,
  open: false,
  midnight: false,
  assumed,
});

type Rule = readonly [RegExp, (match: RegExpExecArray) => TimeOfDay | null];

const half = (hour: number, mark: string) => (hour % 12) + (mark === 'pm' ? 12 : 0);

const RULES: readonly Rule[] = [
  [
    /\b(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)\b/,
    ([, hour = '', minute = '0', mark = '']) =>
      Number(hour) > 12 ? null : exactly(half(Number(hour), mark), Number(minute)),
  ],
  [/\b24:?00\b(?:\s?(?:hours|hrs|h)\b)?/, () => exactly(24)],
  [
    /\b([01]?\d|2[0-3])[:]([0-5]\d)(?::([0-5]\d))?\b(?:\s?(?:hours|hrs|h)\b)?/,
    ([, hour = '', minute = '', second = '0']) => ({
      ...exactly(Number(hour), Number(minute)),
      second: Number(second),
    }),
  ],
  [
    /\b([01]\d|2[0-3])([0-5]\d)(?=\s?(?:hours|hrs|h|z|gmt|utc)\b)(?:\s?(?:hours|hrs|h)\b)?/,
    ([, hour = '', minute = '']) => exactly(Number(hour), Number(minute)),
  ],
  [/\b12 o'?clock\b/, () => exactly(12, 0, ['12 o’clock is read as noon'])],
  [
    /\b(\d{1,2}) o'?clock(?: in the (morning|afternoon|evening))?/,
    ([, hour = '', part]) => {
      const open = part === undefined;
      const late = part === 'afternoon' || part === 'evening';
      return { ...exactly(half(Number(hour), late ? 'pm' : 'am')), open };
    },
  ],
  [/\b(?:12 )?(?:noon|midday)\b/, () => exactly(12)],
  [/\b(?:12 )?midnight\b/, () => ({ ...exactly(24), midnight: true })],
  [
    /\b(?:close of (?:business|play)|cob|end of business(?: day)?)\b/,
    () => exactly(17, 0, ['close of business is read as 17:00']),
  ],
];

/** Finds the one time of day; words without one come back as they were. */
export function takeTime(text: string): TakenTime {
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(text);
    const time = match === null ? null : read(match);
    if (match !== null && time !== null) {
      const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
      return { time, rest: tidy(rest) };
    }
  }
  return { time: null, rest: text };
}

const tidy = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ,/g, ',')
    .replaceAll(/^[,\s]+|[,\s]+$/g, '')
    .replace(/\b(at|on|by)\s*$/, '')
    .trim();
