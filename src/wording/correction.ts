/** What a correction replaces, each beside what stood there before. */
import { replay } from '../domain/corrections.js';
import type { CorrectedFields, Entry } from '../domain/entry.js';
import { isDated, type Reading } from '../domain/reading.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { targetsText } from './about.js';
import { deadlineText, whenText } from './dates.js';
import { quotation } from './quotation.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import type { Part, Text } from './parts.js';
import type { TextBudget } from './text-budget.js';
import type { When } from '../domain/when.js';

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

/** An entry as it stood before a later one. */
export function entryBefore(ultimatum: Ultimatum, seq: number, before: number): Entry | null {
  const earlier = replay(ultimatum.entries.filter((entry) => entry.seq < before));
  return earlier.find((entry) => entry.seq === seq) ?? null;
}

interface CorrectionInput {
  readonly fields: CorrectedFields;
  /** The entry as it stood before; null where there is none. */
  readonly before: Entry | null;
  readonly ultimatum: Ultimatum;
}

/** The terms and names that an entry gave. */
function termsOf(before: Entry | null) {
  const event = before?.event;
  const record = event?.kind === 'recorded' ? event : null;
  const terms = event?.kind === 'recorded' || event?.kind === 'terms' ? event : null;
  return { issuers: record?.issuers, targets: terms?.targets, demand: terms?.demand, threat: terms?.threat };
}

function correctedTerms(
  words: Words,
  { fields, before }: CorrectionInput,
  budget: TextBudget,
): readonly (Text | null)[] {
  const { posts } = words;
  const { was, nothing, issuer, quote, link } = posts.correction;
  const part = (text: string) => typed(text, budget.text / 2);
  const changed = (label: (part: Part) => Text, next: string | undefined, old: string | null | undefined) =>
    next === undefined ? null : was(label(part(next)), old ? [part(old)] : nothing);
  const terms = termsOf(before);
  const targets = (names: readonly string[]) => targetsText(words, names, budget);
  return [
    fields.issuers === undefined ? null : was(issuer(targets(fields.issuers)), targets(terms.issuers ?? [])),
    fields.targets === undefined
      ? null
      : was(posts.demandedOf(targets(fields.targets)), targets(terms.targets ?? [])),
    changed(posts.demand, fields.demand, terms.demand),
    changed(posts.threat, fields.threat, terms.threat),
    changed(quote, fields.quote, before?.statements[0]?.quote),
    changed(link, fields.url, before?.statements[0]?.url),
  ];
}

function correctedDates(
  words: Words,
  { fields, before, ultimatum }: CorrectionInput,
  budget: TextBudget,
): readonly (Text | null)[] {
  const { posts } = words;
  const { was, nothing, stated } = posts.correction;
  const event = before?.event;
  const deadline = event?.kind === 'recorded' || event?.kind === 'revised' ? event.deadline : null;
  const reading = (given: Reading | null) => readingText(words, given, budget);
  const day = (when: When) => whenText(words, when, ultimatum.zone);
  return [
    fields.deadline === undefined ? null : was(posts.deadline(reading(fields.deadline)), reading(deadline)),
    fields.stated === undefined
      ? null
      : was(stated(day(fields.stated)), before === null ? nothing : day(before.stated)),
  ];
}

function correctedOutcome({ posts, outcomes }: Words, { fields, before }: CorrectionInput) {
  const { was, nothing, compliance, followThrough } = posts.correction;
  const outcome = before?.event.kind === 'outcome' ? before.event.outcome : null;
  return [
    fields.compliance === undefined
      ? null
      : was(
          compliance(outcomes.compliance[fields.compliance]),
          outcome === null ? nothing : outcomes.compliance[outcome.compliance],
        ),
    fields.followThrough === undefined
      ? null
      : was(
          followThrough(outcomes.followThrough[fields.followThrough]),
          outcome === null ? nothing : outcomes.followThrough[outcome.followThrough],
        ),
  ];
}

/** One text for each field that a correction replaces, with what it was. */
export function correctionTexts(
  words: Words,
  input: CorrectionInput,
  budget: TextBudget,
): readonly (Text | null)[] {
  return [
    ...correctedDates(words, input, budget),
    ...correctedTerms(words, input, budget),
    ...correctedOutcome(words, input),
  ];
}
