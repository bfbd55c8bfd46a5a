import type { View } from '../command.js';
import type { Ultimatum } from '../../domain/ultimatum.js';
import { byWhom, demandLine, parties, statementsOf, subjectOf, threatLine, yearOf } from './about.js';
import type { About, Posted } from './about.js';
import { inWords, onDay, relative, shownEnd } from './dates.js';
import { postView, type Lines } from './post.js';
import type { TextBudget } from './text-budget.js';
import { isSource, seenIn, sourceLine } from './sources.js';
import { movedTimes, quoted } from './text.js';
import { tombstone } from './tombstone.js';

/** A deadline that is over by a word and not by the clock must not be counted down to. */
const DEAD: readonly Ultimatum['state'][] = ['suspended', 'withdrawn', 'superseded', 'resolved'];

function deadlineLine(ultimatum: Ultimatum, room: TextBudget): string {
  const { undated, state } = ultimatum;
  if (undated !== null) return `Deadline: no date was stated (${quoted(undated.words, room.words)})`;
  const reading = ultimatum.versions.at(-1)?.reading;
  if (reading === undefined) return 'Deadline: none was stated';
  const tag = DEAD.includes(state) ? '' : `, ${relative(shownEnd(reading))}`;
  return `Deadline: ${inWords(reading)}${tag}`;
}

/** The words in which the present deadline, or the demand without one, was stated. */
function statedLine(ultimatum: Ultimatum, entry: number, room: TextBudget): string | null {
  const version = ultimatum.versions.find((one) => one.entry === entry);
  const stated = version?.stated ?? ultimatum.stated;
  const quote = statementsOf(ultimatum, entry).find((one) => one.quote !== null)?.quote;
  const words = quote ?? version?.reading.words;
  if (words === undefined || words === null || words === '') return null;
  return `As stated ${onDay(stated, ultimatum.zone, yearOf(ultimatum))}: ${quoted(words, room.quote)}`;
}

function sourcesOf(ultimatum: Ultimatum, entry: number, room: TextBudget): string {
  const statements = statementsOf(ultimatum, entry);
  const seen = statements.some(isSource) ? null : seenIn(statements);
  return sourceLine(statements, room) + (seen === null ? '' : `. ${seen}`);
}

/** The card as it stands today: new, or kept current after what came later. */
export function cardLines({ number, ultimatum, people }: About, room: TextBudget): Lines {
  const record = ultimatum.entries.find(({ event }) => event.kind === 'recorded')?.seq ?? 1;
  const last = ultimatum.undated === null ? ultimatum.versions.at(-1) : undefined;
  const entry = last?.entry ?? record;
  const fresh = ultimatum.state === 'open' && entry === record;
  return {
    head: `${fresh ? 'New ultimatum' : 'Ultimatum'} ${subjectOf(number)}: ${parties(ultimatum, room)}`,
    body: [
      ultimatum.state === 'open' ? null : `Now: ${ultimatum.headline}`,
      demandLine(ultimatum, room),
      threatLine(ultimatum, room),
      deadlineLine(ultimatum, room),
      statedLine(ultimatum, entry, room),
      sourcesOf(ultimatum, entry, room),
    ],
    small: [
      `Recorded by ${byWhom(ultimatum.recordedBy, people, room)}.`,
      `${movedTimes(ultimatum.moves)}.`,
      ultimatum.disputed ? 'Disputed.' : null,
    ],
  };
}

/** The one public message about an ultimatum that is kept current: its card, or what is left of it where it is hidden. */
export function cardPost(posted: Posted): View {
  if (posted.ultimatum.hidden !== null) return tombstone(posted);
  return postView(posted, (room) => cardLines(posted, room), ['details', 'update']);
}
