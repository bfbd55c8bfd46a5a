/** Rules for the zone of a time: "5 pm ET", "Moscow time". */
import { fault, follows, rule, type Match, type Meaning, type MatchPosition, type Rule } from '../atom.js';
import { findZone } from '../zones.js';

/** Abbreviations that name a zone beside a time; elsewhere most of them are words. */
export const ABBREVIATIONS = [
  'et|est|edt|ct|cst|cdt|mt|mst|mdt|pt|pst|pdt',
  'gmt|utc|z|zulu|bst|cet|cest|mez|mesz|eet|eest|msk|ist|idt',
  'jst|kst|hkt|sgt|gst|pkt|aest|aedt|awst|nzst|nzdt',
  'eastern|central|mountain|pacific',
  'мск|brt|sast|eat|akst|akdt|hst|aoe|ast|adt|trt|irst',
].join('|');

function stated(name: string): Meaning | null {
  const zone = findZone(name);
  return zone === null ? null : { kind: 'zone', zone, name: name.replace(/^, /, '') };
}

/** A time of day. */
const CLOCK = /(?:\d:\d\d|\b(?:\d{4}|am|pm|noon|midnight|oclock|clock-hour|close-of-business))(?: \()?$/;
const AFTER_TIME = /(?:\d|\bam|\bpm|\bnoon|\bmidnight|\boclock|\bhour|\(|close-of-business|,)$/;
/** "By 2 in the afternoon Eastern on Saturday"; "on Saturday afternoon eastern Ukraine was shelled" names no zone. */
const AFTER_PART = /\b\d{1,2}(?:[: ]\d\d)? (?:(?:in|of) the |at )?(?:morning|afternoon|evening|night)$/;
const BEFORE_DAY =
  /^(?:$| ?[.,;:!?)]| (?:time|on|today|tomorrow|this|next|or|and|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)/;

const beside = ([name = '']: Match, place: MatchPosition) =>
  follows(place, AFTER_TIME) || (follows(place, AFTER_PART) && BEFORE_DAY.test(place.text.slice(place.to)))
    ? stated(name)
    : null;

export const NO_OFFSET = fault((given) => ({ kind: 'offset-out-of-range', given }));
export const NO_ZONE: Meaning = { kind: 'unknown-zone' };

/** A zone beside a time: an abbreviation, an offset, an IANA name, "in Kyiv". */
export const ZONES: readonly Rule[] = [
  rule(`(?:${ABBREVIATIONS})`, beside),
  rule('(?:utc|gmt)[+-]\\d{1,2}(?::?\\d{2})?', ([name = '']) => stated(name) ?? NO_OFFSET),
  rule('(?:utc|gmt|z|zulu) (?:[+] \\d+(?::\\d+)?|- \\d{5,})', (_, place) =>
    follows(place, AFTER_TIME) ? NO_OFFSET : null,
  ),
  rule('[+-]\\d{2}:?\\d{2}', (match, place) =>
    follows(place, AFTER_TIME) ? (beside(match, place) ?? NO_OFFSET) : null,
  ),
  rule(
    '[a-z]+/[a-z_+-]+(?:/[a-z_+-]+)?',
    ([name = ''], place) => stated(name) ?? (follows(place, CLOCK) ? NO_ZONE : null),
  ),
];

/** "Moscow time", "6 pm Washington, D.C. time": the fewest words before "time" that name a place. */
export function zoneBefore(
  words: readonly string[],
  index: number,
): { readonly start: number; readonly meaning: Meaning } | null {
  if (words[index] !== 'time') return null;
  for (let start = index - 1; start >= Math.max(0, index - 4); start -= 1) {
    const longer = stated(
      words
        .slice(Math.max(0, start - 1), index)
        .join(' ')
        .replaceAll(' , ', ' '),
    );
    const shorter = stated(words.slice(start, index).join(' ').replaceAll(' , ', ' '));
    if (shorter === null) continue;
    return longer === null || start === 0
      ? { start, meaning: shorter }
      : { start: start - 1, meaning: longer };
  }
  return null;
}

/** "18 heures, heure de Moscou": the most words behind it that name a place. */
export function zoneBehind(
  words: readonly string[],
  index: number,
): { readonly end: number; readonly meaning: Meaning } | null {
  if (words[index] !== 'time-of') return null;
  for (const length of [3, 2, 1]) {
    const meaning = stated(words.slice(index + 1, index + 1 + length).join(' '));
    if (meaning !== null) return { end: index + 1 + length, meaning };
  }
  return null;
}

/** What may follow a city that nothing leads to: "5 pm London on Friday", but not "5 pm Boston workers". */
const BEHIND_CITY =
  /^(?:|[.,;:!?()-]|time|on|at|by|today|tomorrow|tonight|this|next|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** "8 pm in Kyiv", "15:00 (Moscow)", "5 pm London": a city behind a time. */
export function cityAt(
  words: readonly string[],
  index: number,
): { readonly end: number; readonly meaning: Meaning } | null {
  const lead = words[index] ?? '';
  const start = /^(?:in|\()$/.test(lead) ? index + 1 : index;
  for (const length of [2, 1]) {
    const meaning = stated(words.slice(start, start + length).join(' '));
    const next = words[start + length] ?? '';
    if (meaning === null || (lead === '(' && next !== ')')) continue;
    if (lead === 'in' || BEHIND_CITY.test(next)) return { end: start + length, meaning };
  }
  return null;
}
