/** The lists of a server's page: what is running, was moved, has passed, is paused or closed. */
import type { Ultimatum, Version } from '../../domain/ultimatum.js';
import { daysBetween } from '../../domain/calendar-days.js';
import { partiesText, yearOf, type Numbered } from '../about.js';
import { undatedText } from '../correction.js';
import { dateAndPlace, onDay, relative, shownEnd, whenText } from '../dates.js';
import { bareHeadline, headlineMoves } from '../headline.js';
import type { Words } from '../index.js';
import type { Text } from '../parts.js';
import type { RecordInstant } from '../../domain/instant.js';
import { quotation } from '../quotation.js';
import { subject } from '../subject.js';
import { capitalized } from '../text.js';
import { typed } from '../typed.js';
import { LISTED } from './budget.js';
import { signedDays } from './deadlines.js';

export interface ListedRow {
  readonly number: number;
  readonly subject: Text;
  readonly parties: Text;
  readonly demand: Text;
  readonly disputed: boolean;
  /** The bare headline, then what stands behind it. */
  readonly headline: Text;
  readonly after: Text | null;
  readonly version: Version | null;
  readonly date: Text | null;
  readonly place: Text | null;
  readonly away: Text | null;
  /** The words as spoken, when they were said, and how often it was moved. */
  readonly note: Text;
  readonly moves: Text;
  readonly slip: Text;
}

function demandOf(words: Words, { demand, threat }: Ultimatum): Text {
  const { orElse, sentence } = words.pages.server;
  const asked: Text = capitalized([typed(demand, LISTED.text)]);
  return threat === null ? sentence(asked) : orElse(asked, [typed(threat, LISTED.text)]);
}

function noteOf(words: Words, ultimatum: Ultimatum, version: Version | null): Text {
  const { zone, undated, moves } = ultimatum;
  const moved = words.posts.movesSentence(moves);
  if (undated !== null) return undatedText(words, undated, LISTED);
  if (version === null) return words.pages.ultimatum.noDeadline;
  const spoken = quotation(words, version.reading.words, LISTED.words);
  return words.pages.server.stated(spoken, whenText(words, version.stated, zone, yearOf(ultimatum)), moved);
}

/** One of a list, with everything that the columns of any of them need. `now` in record's ms UTC. */
export function listedRow(words: Words, { number, ultimatum }: Numbered, now: RecordInstant): ListedRow {
  const { headline, inForce, versions, slip, moves, disputed } = ultimatum;
  const version = inForce ?? versions.at(-1) ?? null;
  const pieces = version === null ? null : dateAndPlace(words, version.reading);
  return {
    number,
    subject: subject(number),
    parties: partiesText(words, ultimatum, LISTED),
    demand: demandOf(words, ultimatum),
    disputed,
    headline: bareHeadline(words, headline),
    after: headlineMoves(words, headline),
    version,
    date: pieces?.date ?? null,
    place: pieces?.place ?? null,
    away: version === null ? null : [relative(words, shownEnd(version.reading), now)],
    note: noteOf(words, ultimatum, version),
    moves: words.posts.movesSentence(moves),
    slip: slip === null || slip === 0 ? words.pages.server.none : signedDays(slip),
  };
}

export interface MovedRow extends ListedRow {
  readonly was: Text;
  readonly wasPlace: Text;
  readonly days: Text;
  readonly what: Text;
}

/** The last move of an ultimatum; null where its last deadline took the place of none. */
export function movedRow(words: Words, numbered: Numbered, now: RecordInstant): MovedRow | null {
  const { ultimatum } = numbered;
  const [before, after] = ultimatum.versions.slice(-2);
  if (before === undefined || after === undefined) return null;
  const was = dateAndPlace(words, before.reading);
  const on = onDay(words, after.stated, ultimatum.zone, yearOf(ultimatum));
  return {
    ...listedRow(words, numbered, now),
    was: was.date,
    wasPlace: was.place,
    days: signedDays(daysBetween(before.reading, after.reading, before.reading.zone)),
    what: words.pages.server.movedOn(words.posts.moved.revisions[after.revision], on),
  };
}
