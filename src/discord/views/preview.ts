/** "Not saved yet": what will be posted and where, what was assumed, and the buttons that decide. */
import type { Reading } from '../../domain/reading.js';
import { isDated } from '../../domain/reading.js';
import { clipped } from '../../wording/typed.js';
import type { Words } from '../../wording/index.js';
import { mention, plain, small, title, type Line, type Text } from '../../wording/parts.js';
import {
  assumedText,
  candidateText,
  MOST_ANSWERS,
  ownTimeText,
  questionTexts,
  type Question,
} from '../../wording/preview.js';
import { relativeTime } from '../../wording/relative-time.js';
import type { View } from '../command.js';
import { plainText } from '../../wording/plain-text.js';
import { flowButton, row } from './buttons.js';
import { line, opened, text } from './parts.js';
import type { RecordInstant } from '../../domain/instant.js';

/** A button of the flow that made the preview. */
export interface Act {
  readonly action: string;
  readonly label: string;
}

/** Something that has to be answered before the draft can be saved. */
export interface Ask {
  readonly text: Text;
  /** At most five; they take the place of the first button. */
  readonly acts: readonly Act[];
}

/** What is shown before anything is saved. */
export interface Preview {
  /** The pending row's: every button is `key:action`. */
  readonly key: string;
  /** The record's time, ms UTC. */
  readonly now: RecordInstant;
  /** What will be posted: `entryLines`. */
  readonly post: readonly Line[];
  /** The deadline as it was read, to be shown in the reader's own zone too; null where there is none. */
  readonly reading: Reading | null;
  /** `said on Mon 14 Jul 2025 (today)`, `the issuer's time zone, Washington`. */
  readonly assumed: readonly Text[];
  /** Whole sentences: needed reports, an ultimatum that looks like it. */
  readonly notes: readonly Text[];
  /** Where it will be posted; null for nowhere. */
  readonly channel: string | null;
  /** Why it can't be posted there at the moment, a whole sentence; null where it can. */
  readonly blocked: Text | null;
  /** Of a correction: what was posted is set right in public. */
  readonly corrects?: boolean;
  /** A member's: nothing is posted before a curator accepts it. */
  readonly proposed: boolean;
  /** The first button. */
  readonly confirm: Act;
  /** Set when the words have several readings, which take the place of the first button: `pick.0` to `pick.3`. */
  readonly question: Question | null;
  /** Comes before the question and the first button; null where nothing has to be asked. */
  readonly ask: Ask | null;
  /** What can be confirmed beside, in a row of its own; at most five. */
  readonly offers: readonly Act[];
  /** The other buttons, Cancel among them; at most four. */
  readonly others: readonly Act[];
}

const BUTTON_LABEL = 80;

/** A reading as the whole label of a button: `Fri 8 Aug 2025, end of day in Washington, in 2 days`. */
function candidateLabel(words: Words, reading: Reading, now: RecordInstant): string {
  const { preview } = words.screens;
  const label = plainText(candidateText(words, reading));
  const whole = isDated(reading)
    ? preview.candidate(label, relativeTime(words, reading.latest, now))
    : preview.undated(label);
  return clipped(whole, BUTTON_LABEL);
}

/** What is said of a post that can't be made: the record is kept all the same. */
export function blockedText({ screens }: Words, channel: string, why: Text): Text {
  return screens.preview.blocked(mention('channel', channel), why);
}

function whereLine(words: Words, { channel, blocked, proposed, corrects = false }: Preview): Line {
  const { preview } = words.screens;
  if (proposed) return small(preview.proposed);
  if (channel === null) return small(corrects ? preview.setRight : preview.nowhere);
  if (blocked !== null) return small(blockedText(words, channel, blocked));
  return small(preview.channel(mention('channel', channel)));
}

const MOST_EVENT = 50;

/** A count from an event: from the statement, from the event once that has a date, or without a date yet (rules 12). */
function eventButtons(words: Words, { key, now }: Preview, { candidates }: Question, event: string) {
  const { preview } = words.screens;
  const picks = candidates.map((candidate, index) => {
    const label = isDated(candidate)
      ? preview.fromStatement(candidateLabel(words, candidate, now))
      : preview.noDateYet;
    return {
      dated: isDated(candidate),
      button: flowButton(key, `pick.${index}`, clipped(label, BUTTON_LABEL)),
    };
  });
  return [
    ...picks.filter(({ dated }) => dated).map(({ button }) => button),
    flowButton(key, 'event', clipped(preview.whenHappened(clipped(event, MOST_EVENT)), BUTTON_LABEL)),
    ...picks.filter(({ dated }) => !dated).map(({ button }) => button),
  ];
}

function firstButtons(words: Words, view: Preview) {
  const { key, ask, confirm, question, now } = view;
  if (ask !== null)
    return ask.acts.map(({ action, label }) => flowButton(key, action, clipped(label, BUTTON_LABEL)));
  if (question === null) return [flowButton(key, confirm.action, confirm.label, { first: true })];
  if (question.reason.kind === 'event') return eventButtons(words, view, question, question.reason.event);
  return question.candidates.slice(0, MOST_ANSWERS).map((candidate, index) => {
    const keeps = index === 0 && question.reason.kind === 'said-otherwise';
    const label = candidateLabel(words, candidate, now);
    const { keep } = words.screens.preview;
    return flowButton(key, `pick.${index}`, keeps ? clipped(keep(label), BUTTON_LABEL) : label);
  });
}

/** What is asked, how the deadline was read, or the question which reading is meant. */
function readingTexts(words: Words, { ask, question, reading, now }: Preview): readonly Text[] {
  if (ask !== null) return [ask.text];
  if (question !== null) return questionTexts(words, question, now);
  const own = ownTimeText(words, reading, now);
  return own === null ? [] : [own];
}

/**
 * The preview of an unsaved change. If the words have several readings, a button for each takes the place of the
 * first button.
 */
export function previewView(words: Words, preview: Preview): View {
  const { key, ask, offers, others, question, reading } = preview;
  const rest = others.map(({ action, label }) => flowButton(key, action, label));
  const first = firstButtons(words, preview);
  const alone = ask === null && question === null;
  const rows = alone ? [row([...first, ...rest])] : [row(first), row(rest)];
  const offered = row(offers.map(({ action, label }) => flowButton(key, action, label)));
  const assumed = assumedText(words, preview.assumed, reading);
  return opened([
    text(title(words.screens.preview.title)),
    text(...preview.post),
    line(),
    text(
      ...readingTexts(words, preview).map(plain),
      assumed === null ? null : plain(assumed),
      ...preview.notes.map(plain),
      whereLine(words, preview),
    ),
    ...[offered, ...rows].filter(({ components }) => components.length > 0),
  ]);
}
