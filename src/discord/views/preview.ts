import type { View } from '../command.js';
import { isDated, type Reading } from '../../domain/reading.js';
import { flowButton, row } from './buttons.js';
import { inWords, shownEnd } from './dates.js';
import { line, opened, text } from './parts.js';
import type { Line } from './room.js';
import { cut, plain, quoted, safe, small } from './text.js';

/** A button of the flow that made the preview. */
export interface Act {
  readonly action: string;
  readonly label: string;
}

/** What is shown before anything is saved. */
export interface Preview {
  /** The pending row's: every button is `key:action`. */
  readonly key: string;
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
  readonly reason: string;
  readonly candidates: readonly Reading[];
}

const BUTTON_LABEL = 80;

/** A reading as the whole label of a button. */
function candidateLabel(reading: Reading): string {
  return cut(isDated(reading) ? inWords(reading) : `No date: ${plain(reading.words)}`, BUTTON_LABEL);
}

function readingLines(reading: Reading | null): readonly Line[] {
  if (reading === null || !isDated(reading)) return [];
  const end = Math.floor(shownEnd(reading) / 1000);
  return [`In your own time zone: <t:${end}:F>`];
}

function questionLines({ words, reason }: Question): readonly Line[] {
  return [`${quoted(words, 80)} can be read in several ways: ${safe(reason, 200)}`, 'Which one was meant?'];
}

function assumedLine(preview: Preview): Line {
  const readings = preview.reading === null ? [] : preview.reading.assumed;
  const all = [...preview.assumed, ...readings].map((one) => safe(one, 200).replace(/\.$/, ''));
  return all.length === 0 ? null : `Assumed: ${all.join('; ')}`;
}

function firstButtons({ key, confirm, question }: Preview) {
  if (question === null) return [flowButton(key, confirm.action, confirm.label, { first: true })];
  return question.candidates
    .slice(0, 4)
    .map((candidate, index) => flowButton(key, `pick.${index}`, candidateLabel(candidate)));
}

/** "Not saved yet": what will be posted and where, what was assumed, and the buttons that decide. */
export function previewView(preview: Preview): View {
  const { key, others, question, channel } = preview;
  const rest = others.map(({ action, label }) => flowButton(key, action, label));
  const first = firstButtons(preview);
  const rows = question === null ? [row([...first, ...rest])] : [row(first), row(rest)];
  return opened([
    text('### Not saved yet'),
    text(preview.text),
    line(),
    text(
      ...(question === null ? readingLines(preview.reading) : questionLines(question)),
      assumedLine(preview),
      ...preview.notes,
      small(channel === null ? 'Will be posted nowhere' : `Will be posted in <#${channel}>`),
    ),
    ...rows.filter(({ components }) => components.length > 0),
  ]);
}
