/** What a correction set right in public: the post that says so, and the small print of the post that was wrong. */
import { asRecordedBefore } from '../domain/as-of.js';
import { foldOrNull } from '../domain/fold.js';
import type { Entry, EventByKind } from '../domain/entry.js';
import type { DatedReading } from '../domain/reading.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { weekClaim, type WeekSpan } from '../domain/week.js';
import { at } from '../domain/when.js';
import type { RecordInstant } from '../domain/instant.js';
import { effectiveEntry, yearOf, type About, type Numbered } from './about.js';
import { correctionTexts, entryBefore, takenBackText } from './correction.js';
import { dateOf, onDay } from './dates.js';
import { headlineText } from './headline.js';
import type { Words } from './index.js';
import { joinTexts, type Text } from './parts.js';
import { headText, type PostText } from './post.js';
import { subject } from './subject.js';
import type { TextBudget } from './text-budget.js';
import { typed } from './typed.js';

type CorrectionEntry = Entry & { readonly event: EventByKind['corrected'] };

/** An ultimatum as this record had it before an entry. */
function recordBefore({ entries }: Ultimatum, seq: number): Ultimatum | null {
  return foldOrNull(entries.filter((entry) => entry.seq < seq));
}

/** A correction that holds; null where the entry is none, or was itself taken out. */
export function correctionAt(ultimatum: Ultimatum, seq: number): CorrectionEntry | null {
  const entry = ultimatum.entries.find((one) => one.seq === seq);
  if (entry?.event.kind !== 'corrected') return null;
  const undone = ultimatum.corrections.some(
    ({ event }) => event.kind === 'corrected' && event.removes && event.corrects === seq,
  );
  return undone ? null : { ...entry, event: entry.event };
}

function lastDate(words: Words, ultimatum: Ultimatum): Text | null {
  const reading = ultimatum.versions.at(-1)?.reading;
  return reading === undefined ? null : dateOf(words, reading);
}

/** Whether two deadlines name the same dates. */
function sameDates(a: DatedReading, b: DatedReading | undefined): boolean {
  return (
    a.earliest === b?.earliest && a.latest === b.latest && a.precision === b.precision && a.bound === b.bound
  );
}

/** The headline where it changed, else the deadline where that did: before and now. */
function changeOf(words: Words, before: Ultimatum, after: Ultimatum): readonly [Text, Text] | null {
  const changes = [
    JSON.stringify(before.headline) === JSON.stringify(after.headline)
      ? null
      : ([headlineText(words, before.headline), headlineText(words, after.headline)] as const),
    deadlineChange(words, before, after),
  ];
  return changes.find((change) => change !== null) ?? null;
}

function deadlineChange(words: Words, before: Ultimatum, after: Ultimatum): readonly [Text, Text] | null {
  const dates = ({ versions }: Ultimatum) => JSON.stringify(versions.at(-1)?.reading.latest ?? null);
  const { noDeadline } = words.posts.correction;
  if (dates(before) === dates(after)) return null;
  return [lastDate(words, before) ?? noDeadline, lastDate(words, after) ?? noDeadline];
}

/** `Correction: Donald Trump to Russia (U-12)`, with what was said before, what holds now, and why. */
export function rectificationText(
  words: Words,
  about: About,
  entry: CorrectionEntry,
  budget: TextBudget,
): PostText {
  const { ultimatum } = about;
  const { correction, reason } = words.posts;
  const { event, seq } = entry;
  const before = recordBefore(ultimatum, seq);
  const change = before === null ? null : changeOf(words, before, ultimatum);
  const fields = () =>
    correctionTexts(
      words,
      { fields: event.fields, before: entryBefore(ultimatum, event.corrects, seq), ultimatum },
      budget,
    );
  const taken = event.removes ? [takenBackText(words, ultimatum, event.corrects)] : [];
  return {
    head: headText(words, correction.publicHead, about, budget),
    body: [
      ...(change === null
        ? [...taken, ...fields()]
        : [correction.wasBefore(change[0]), correction.isNow(change[1])]),
      reason(typed(event.reason, budget.text)),
    ],
    small: [correction.note, correction.postCorrected],
  };
}

/** What the post of an entry had said before it was corrected, where one line says it. */
function saidBefore(words: Words, ultimatum: Ultimatum, correction: CorrectionEntry): Text | null {
  const { corrects } = correction.event;
  const before = recordBefore(ultimatum, correction.seq);
  const outcome = before?.outcomes.find(({ entry }) => entry === corrects);
  if (outcome !== undefined) return headlineText(words, outcome.headline);
  const version = before?.versions.find(({ entry }) => entry === corrects);
  const now = ultimatum.versions.find(({ entry }) => entry === corrects);
  if (version === undefined) return null;
  return sameDates(version.reading, now?.reading) ? null : dateOf(words, version.reading);
}

/** `Corrected on 12 Aug: said "Met" before.` Null where no correction of the entry holds. */
export function correctedNote(words: Words, { ultimatum }: About, cause: number): Text | null {
  const correction = correctionAt(ultimatum, cause);
  if (correction === null || effectiveEntry(ultimatum, correction.event.corrects) === null) return null;
  const on = onDay(words, at(correction.recorded), ultimatum.zone, yearOf(ultimatum));
  const said = saidBefore(words, ultimatum, correction);
  const { corrected, correctedFrom } = words.posts.correction;
  return said === null ? corrected(on) : correctedFrom(on, said);
}

/** The deadline of which a list says that it runs, as this record had it before an entry. */
function runningBefore(ultimatum: Ultimatum, seq: number): DatedReading | undefined {
  return recordBefore(ultimatum, seq)?.inForce?.reading;
}

function listedNotes(words: Words, { number, ultimatum }: Numbered, since: RecordInstant): readonly Text[] {
  const later = ultimatum.corrections.filter(
    ({ seq, recorded }) => recorded > since && correctionAt(ultimatum, seq) !== null,
  );
  return later.flatMap(({ seq, recorded }) => {
    const said = runningBefore(ultimatum, seq);
    if (said === undefined || sameDates(said, runningBefore(ultimatum, seq + 1))) return [];
    const on = onDay(words, at(recorded), ultimatum.zone, yearOf(ultimatum));
    return [words.posts.correction.listCorrected(on, subject(number), dateOf(words, said))];
  });
}

/** `Corrected on 12 Aug: said "Tue 2 Sep 2025" of U-12 before.`, for each deadline that a list posted at `since` (ms UTC) had wrong. */
export function listCorrectedNote(
  words: Words,
  listed: readonly Numbered[],
  since: RecordInstant,
): Text | null {
  const notes = listed.flatMap((numbered) => listedNotes(words, numbered, since));
  return notes.length === 0 ? null : joinTexts(notes, words.space);
}

/** What a post about a week had said of an ultimatum, for each later correction of it. */
function weekNotes(words: Words, { number, ultimatum }: Numbered, week: WeekSpan): readonly Text[] {
  const later = ultimatum.corrections.filter(
    ({ seq, recorded }) => recorded >= week.on && correctionAt(ultimatum, seq) !== null,
  );
  return later.flatMap(({ seq, recorded }) => {
    const [said, now] = [recordBefore(ultimatum, seq), recordBefore(ultimatum, seq + 1)];
    if (said === null || now === null || weekClaim(said, week) === weekClaim(now, week)) return [];
    const on = onDay(words, at(recorded), ultimatum.zone, yearOf(ultimatum));
    const [before, after] = [said, now].map(({ entries }) => asRecordedBefore(entries, week.on));
    const change = before && after ? changeOf(words, before, after) : null;
    const { corrected, listCorrected } = words.posts.correction;
    return [change === null ? corrected(on) : listCorrected(on, subject(number), change[0])];
  });
}

/** `Corrected on 12 Aug: said "Met" of U-12 before.`, for what the post about a week had wrong; null where nothing. */
export function weekCorrectedNote(words: Words, changed: readonly Numbered[], week: WeekSpan): Text | null {
  const notes = changed.flatMap((numbered) => weekNotes(words, numbered, week));
  return notes.length === 0 ? null : joinTexts(notes, words.space);
}
