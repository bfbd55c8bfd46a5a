import type { Suggestion } from '../../src/discord/option.js';

interface Topic {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The short texts behind `/help`. They say only what works today. */
const TOPICS = {
  start: {
    name: 'Where to begin',
    lines: [
      '**Ultimatum keeps the public record of stated ultimatums**: who demanded what of whom, by when, with which threat; how the deadline moved; and what happened in the end.',
      '- Record one: long-press a news post, Apps, **Record an ultimatum**, or `/ultimatum record`.',
      '- See what is running: `/ultimatum list`. One with its whole history: `/ultimatum show`.',
      '- The deadline moved: `/ultimatum move`. What happened in the end: `/ultimatum outcome`.',
      '- Set up this server: `/setup`, for members who may manage it.',
      'More: `/help` with a topic.',
    ],
  },
  deadlines: {
    name: 'How a deadline is read',
    lines: [
      '**Deadlines are kept as they were stated**, with a reading beside the words.',
      '- They are counted from when they were said, in the time zone of whoever said it: "within 50 days" said on 14 July ends with 2 September there.',
      '- "10 or 12 days" is a window and stays one; "soon" is recorded without a date; "as early as next week" is no deadline.',
      '- Words with two meanings are asked back, never guessed. Every reading is shown before it is saved.',
      '- A deadline that is over has *passed*. That says nothing about whether the demand was met.',
    ],
  },
  moves: {
    name: 'When a deadline moves',
    lines: [
      '**A moved deadline never replaces the one before it.** Each keeps its line with what became of it.',
      '- *Moved earlier*, *moved later*: another date, stated before the old one was over.',
      '- *Made exact*: a date inside the earlier window. Not counted as a move.',
      '- *Revived*: stated after the old deadline had passed. Counted as a move.',
      '- *Paused* and *resumed*: no countdown in between; resumed with another date it is a move.',
      'Our own mistakes are corrected with `/ultimatum correct`: shown as a correction, never counted as a move.',
    ],
  },
  outcomes: {
    name: 'What an outcome means',
    lines: [
      '**The first line of an outcome is computed, never typed**, from what the target did and what the issuer did about the threat.',
      '- *Met*: the demand was met in full, by the deadline in force at that moment, judged by the day it happened. "(after 3 moves)" counts the moves before it.',
      '- *Settled*: they came to terms. *Partly met*: a part of it was done. *Complied late*: done after the deadline.',
      '- *Not met, carried out* / *partly carried out* / *not carried out*: what became of the threat; *early* and *late* are against the deadline.',
      '- *Unresolved*: the sources do not let anyone say. *Split*: the targets differ.',
      "- It needs one source in the issuer's own words or a record, or two reports. Anyone may dispute it: `/ultimatum dispute`.",
    ],
  },
  sources: {
    name: 'What counts as a source',
    lines: [
      '**Every date that is shown has a statement behind it**: the quote, the link, when it was said.',
      "- A link counts as a report, until it is marked as the issuer's own words or a record.",
      '- A Discord message is where something was seen, not a source.',
      '- Without any source it is recorded as unsourced, says so, and is left out of all figures.',
      '- Beside each link stands an archive link made from the day of recording.',
    ],
  },
  countdowns: {
    name: 'Countdowns and reminders',
    lines: [
      '**What is posted by itself**, once it is set up:',
      '- `/countdown add`: a list of what is running, in a channel, "every day at 09:00" or by five cron fields. Silent, and only if something is running. `/countdown edit` changes it, `/countdown list` says when it posts next and why one stopped, `/countdown log` what was posted, late, skipped or failed, and why.',
      '- `/board set`: one message that is kept current by editing it, at most once in 5 minutes. Deleted by somebody, it stays gone until it is set again.',
      '- `/milestones set`: reminders before each deadline, by default 7 days, 1 day, and when it has passed. They follow the deadline when it moves; more than three of one day are one list. `ladder: none` ends them.',
      '- Announcements: each record, move and outcome, once, in the channel of `/settings`.',
      'Nobody is pinged unless a role was chosen, and never everyone.',
    ],
  },
  review: {
    name: 'Who may record, and review',
    lines: [
      '**Curators keep the record**: the role of `/settings`, and members who may manage the server.',
      '- Everyone may look and propose. A proposal waits in `/review` until a curator accepts or declines it; three may wait at a time.',
      '- `/review` also holds deadlines that passed and were not looked at. They are neither "met" nor "missed".',
    ],
  },
} as const satisfies Record<string, Topic>;

type TopicKey = keyof typeof TOPICS;

export const TOPIC_CHOICES: readonly Suggestion[] = Object.entries(TOPICS).map(([value, { name }]) => ({
  name,
  value,
}));

function isTopic(key: string): key is TopicKey {
  return Object.hasOwn(TOPICS, key);
}

/** The text of a topic; the first where none or an unknown one is asked for. */
export function helpText(topic: string | undefined): string {
  const key = topic !== undefined && isTopic(topic) ? topic : 'start';
  return TOPICS[key].lines.join('\n');
}
