import type { View } from '../command.js';
import { isDated, type Reading } from '../../domain/reading.js';
import type { AmbiguityReason } from '../../domain/reading-facts.js';
import type { Words } from '../../wording/index.js';
import { ambiguityText, assumptionsText } from '../../wording/readings.js';
import type { Text } from '../../wording/parts.js';
import { drawText } from '../draw.js';
import { flowButton, row } from './buttons.js';
import { away } from '../../domain/away.js';
import { inWords, relative, shownEnd } from './dates.js';
import { line, opened, text } from './parts.js';
import type { Line } from './text-budget.js';
import { cut, plain, quoted, safe, small } from './text.js';

/** Why nothing can be posted in a channel: a reason on record, or what was found missing just now. */
export type Blocked = string | Text;

/** A button of the flow that made the preview. */
export interface Act {
  readonly action: string;
  readonly label: string;
}

/** What is shown before anything is saved. */
export interface Preview {
  readonly words: Words;
  /** The pending row's: every button is `key:action`. */
  readonly key: string;
  /** The record's time, ms UTC. */
  readonly now: number;
  /** What will be posted: `entryText`. */
  readonly text: string;
  /** The deadline as it was read, to be shown in the reader's own zone too; null where there is none. */
  readonly reading: Reading | null;
  /** `said on Mon 14 Jul 2025 (today)`, `the issuer's time zone, Washington`. */
  readonly assumed: readonly string[];
  /** Whole sentences: needed reports, an ultimatum that looks like it. */
  readonly notes: readonly string[];
  /** Where it will be posted; null for nowhere. */
  readonly channel: string | null;
  /** Why it can't be posted there at the moment; null where it can. */
  readonly blocked: Blocked | null;
  /** A member's: nothing is posted before a curator accepts it. */
  readonly proposed: boolean;
  /** The first button. */
  readonly confirm: Act;
  /** Set when the words have several readings: they take the place of the first button. */
  readonly question: Question | null;
  /** The other buttons, Cancel among them; at most four. */
  readonly others: readonly Act[];
}

/** Words with several readings. The buttons' actions are `pick.0` to `pick.3`. */
export interface Question {
  readonly words: string;
  readonly reason: AmbiguityReason;
  readonly candidates: readonly Reading[];
}

const BUTTON_LABEL = 80;
const MOST_ANSWERS = 4;

/** A reading as the whole label of a button: `Fri 8 Aug 2025, end of day in Washington, in 2 days`. */
function candidateLabel(reading: Reading, now: number): string {
  if (!isDated(reading)) return cut(`No date: ${plain(reading.words)}`, BUTTON_LABEL);
  return cut(`${inWords(reading)}, ${away(reading.latest, now)}`, BUTTON_LABEL);
}

/** Where it ends in the reader's own zone, and how far off that is. */
function ownTime(reading: Reading): string | null {
  if (!isDated(reading)) return null;
  const end = shownEnd(reading);
  return `<t:${Math.floor(end / 1000)}:F>, ${relative(end)}`;
}

function readingLines(reading: Reading | null): readonly Line[] {
  const own = reading === null ? null : ownTime(reading);
  return own === null ? [] : [`In your own time zone: ${own}`];
}

/** The question, and each answer in the order of the buttons, in the reader's own time zone. */
function questionLines(words: Words, question: Question): readonly Line[] {
  const { reason, candidates } = question;
  const answers = candidates.slice(0, MOST_ANSWERS).flatMap((candidate, index) => {
    const own = ownTime(candidate);
    return own === null ? [] : [`${index + 1}. ${own}`];
  });
  return [
    `${quoted(question.words, 80)} has more than one meaning. ${drawText(ambiguityText(words, reason))}`,
    answers.length === 0 ? 'Which is meant?' : 'Which is meant? In your time zone:',
    ...answers,
  ];
}

function assumedLine(preview: Preview): Line {
  const { words, reading } = preview;
  const read = reading === null ? '' : drawText(assumptionsText(words, reading));
  const all = [...preview.assumed.map((one) => safe(one, 200)), ...(read === '' ? [] : [read])];
  return all.length === 0 ? null : `Assumed: ${all.join('; ')}`;
}

/** What is said of a post that can't be made: the record is kept all the same. */
export function blockedText(channel: string, why: Blocked): string {
  const reason = typeof why === 'string' ? `${safe(why, 300).replace(/[.]$/, '')}.` : drawText(why);
  return `It can't be posted in <#${channel}> at the moment: ${reason} The record is kept either way.`;
}

function whereText({ channel, blocked, proposed }: Preview): string {
  if (proposed) return 'Nothing is posted before a curator accepts it.';
  if (channel === null) return 'Will be posted nowhere';
  return blocked === null ? `Will be posted in <#${channel}>` : blockedText(channel, blocked);
}

function firstButtons({ key, confirm, question, now }: Preview) {
  if (question === null) return [flowButton(key, confirm.action, confirm.label, { first: true })];
  return question.candidates
    .slice(0, MOST_ANSWERS)
    .map((candidate, index) => flowButton(key, `pick.${index}`, candidateLabel(candidate, now)));
}

/** "Not saved yet": what will be posted and where, what was assumed, and the buttons that decide. */
export function previewView(preview: Preview): View {
  const { key, others, question } = preview;
  const rest = others.map(({ action, label }) => flowButton(key, action, label));
  const first = firstButtons(preview);
  const rows = question === null ? [row([...first, ...rest])] : [row(first), row(rest)];
  return opened([
    text('### Not saved yet'),
    text(preview.text),
    line(),
    text(
      ...(question === null ? readingLines(preview.reading) : questionLines(preview.words, question)),
      assumedLine(preview),
      ...preview.notes,
      small(whereText(preview)),
    ),
    ...rows.filter(({ components }) => components.length > 0),
  ]);
}
