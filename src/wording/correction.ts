/** What a correction replaces, each beside what stood there before. */
import { replay } from '../domain/corrections.js';
import type { CorrectedFields, Entry } from '../domain/entry.js';
import { fieldsOf, type CorrectableField, type CorrectedValues } from '../domain/entry-fields.js';
import { isDated, type Reading } from '../domain/reading.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { isInterval, type When } from '../domain/when.js';
import { issuersText, targetsText } from './about.js';
import { deadlineText, placeText, timeOfDay, whenText } from './dates.js';
import { quotation } from './quotation.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import type { TextBudget } from './text-budget.js';

/** The words of a deadline without a date, and the event that they are tied to. */
export function undatedText(words: Words, { words: spoken, event }: Reading, budget: TextBudget): Text {
  const { countedFrom, waitsFor, withEvent } = words.posts;
  const quoted = quotation(words, spoken, budget.words);
  if (event === undefined) return quoted;
  const what = typed(event.what, budget.words);
  return withEvent(quoted, event.counted ? countedFrom(what) : waitsFor(what));
}

/** A reading in words; its own words where it has no date. */
export function readingText(words: Words, reading: Reading | null, budget: TextBudget): Text {
  const { correction } = words.posts;
  if (reading === null) return correction.noDeadline;
  if (isDated(reading)) return deadlineText(words, reading);
  return correction.noDate(undatedText(words, reading, budget));
}

/** `Mon 14 Jul 2025, 11:30`, `Mon 14 Jul 2025`, `July 2025`: as precisely as it is known, in `zone`. */
export function momentText(words: Words, when: When, zone: string): Text {
  const day = whenText(words, when, zone);
  return isInterval(when) ? day : words.dates.at(day, timeOfDay(words, when.start, zone));
}

/** An entry as it stood before a later one. */
export function entryBefore(ultimatum: Ultimatum, seq: number, before: number): Entry | null {
  const earlier = replay(ultimatum.entries.filter((entry) => entry.seq < before));
  return earlier.find((entry) => entry.seq === seq) ?? null;
}

/** That an entry is taken back, and what it was. */
export function takenBackText({ posts, verbs }: Words, { entries }: Ultimatum, seq: number): Text {
  const kind = entries.find((entry) => entry.seq === seq)?.event.kind;
  return posts.correction.takenBack(seq, kind === undefined ? '' : verbs.entries[kind]);
}

/** How a field is introduced, and how a value of it is said. */
interface FieldWording<V> {
  readonly label: (value: V) => Text;
  readonly value: (value: V) => Text;
}

type FieldWordings = { readonly [F in CorrectableField]: FieldWording<CorrectedValues[F]> };

/** A field whose label stands before the value. */
function labelled<V>(label: (value: Text) => Text, value: (value: V) => Text): FieldWording<V> {
  return { label: (given) => label(value(given)), value };
}

function dateWordings(words: Words, zone: string, budget: TextBudget) {
  const { posts } = words;
  const { stated, complied, acted } = posts.correction;
  const moment = (when: When) => momentText(words, when, zone);
  return {
    deadline: labelled(posts.deadline, (reading: Reading) => readingText(words, reading, budget)),
    stated: labelled(stated, moment),
    complied: labelled(complied, moment),
    acted: labelled(acted, moment),
  };
}

/** A field that cannot be said does not compile. */
function fieldWordings(words: Words, zone: string, budget: TextBudget): FieldWordings {
  const { posts, outcomes, lists } = words;
  const { correction } = posts;
  const part = (text: string) => typed(text, budget.text / 2);
  const plain = (text: string): Text => [part(text)];
  const targets = (names: readonly string[]) => targetsText(words, names, budget);
  return {
    ...dateWordings(words, zone, budget),
    zone: labelled(correction.zone, (name) => placeText(words, name)),
    issuers: labelled(correction.issuer, (names) => issuersText(words, names, budget)),
    targets: labelled(posts.demandedOf, targets),
    demand: { label: (text) => posts.demand(part(text)), value: plain },
    threat: { label: (text) => posts.threat(part(text)), value: plain },
    tags: labelled(correction.tags, (tags) =>
      tags.length === 0 ? correction.nothing : lists.and(tags.map(plain)),
    ),
    quote: { label: (text) => correction.quote(part(text)), value: plain },
    url: { label: (url) => correction.link(part(url)), value: plain },
    grade: labelled(correction.grade, (grade) => correction.grades[grade]),
    actor: labelled(correction.actor, plain),
    compliance: labelled(correction.compliance, (code) => outcomes.compliance[code]),
    followThrough: labelled(correction.followThrough, (code) => outcomes.followThrough[code]),
    note: { label: (text) => posts.note(part(text)), value: plain },
  };
}

/** In the order in which they are shown. */
const SHOWN: readonly CorrectableField[] = [
  'deadline',
  'stated',
  'zone',
  'issuers',
  'targets',
  'demand',
  'threat',
  'tags',
  'quote',
  'url',
  'grade',
  'actor',
  'compliance',
  'complied',
  'followThrough',
  'acted',
  'note',
];

interface CorrectionInput {
  readonly fields: CorrectedFields;
  /** The entry as it stood before; null where there is none. */
  readonly before: Entry | null;
  readonly ultimatum: Ultimatum;
}

/** One text for each field that a correction replaces, with what it was. */
export function correctionTexts(
  words: Words,
  { fields, before, ultimatum }: CorrectionInput,
  budget: TextBudget,
): readonly Text[] {
  const { was, nothing, without } = words.posts.correction;
  const wordings = fieldWordings(words, ultimatum.zone, budget);
  const old = before === null ? null : fieldsOf(before);
  const given: { readonly [F in CorrectableField]?: CorrectedValues[F] | null } = fields;
  const gone: { readonly [F in CorrectableField]?: Text } = without;
  const beside = <V>(
    { label, value }: FieldWording<V>,
    next: V | null | undefined,
    earlier: V | null | undefined,
    removed: Text = nothing,
  ) => {
    if (next === undefined) return [];
    return [was(next === null ? removed : label(next), earlier == null ? nothing : value(earlier))];
  };
  const textOf = <F extends CorrectableField>(field: F, wording: FieldWordings[F]) =>
    beside<CorrectedValues[F]>(wording, given[field], old?.[field], gone[field]);
  return SHOWN.flatMap((field) => textOf(field, wordings[field]));
}
