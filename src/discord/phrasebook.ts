import type { Entry, EventKind } from '../domain/entry.js';
import type { ServerCap } from '../domain/caps.js';
import type { Refusal } from '../domain/refusal.js';
import type { State } from '../domain/ultimatum.js';
import { longDay } from './views/dates.js';
import { cut, listed, plain, quoted, safe } from './views/text.js';

/** What a field is called on the screen, for those whose own name says too little. */
const FIELDS: Readonly<Record<string, string>> = {
  issuer: 'who states it',
  alias: 'the other name',
  target: 'of whom it is demanded',
  targets: 'of whom it is demanded',
  demand: 'what is demanded',
  threat: 'what is announced otherwise',
  deadline: 'the deadline',
  stated: 'when it was said',
  complied: 'when it was complied with',
  acted: 'when the issuer acted',
  compliance: 'what the target did',
  followThrough: 'what the issuer did',
  'follow-through': 'what the issuer did',
  reason: 'the reason',
  quote: 'the quote',
  source: 'the source',
  url: 'the source',
};

const STATES: Record<State, string> = {
  open: 'running',
  passed: 'past its deadline',
  suspended: 'paused',
  withdrawn: 'withdrawn',
  superseded: 'replaced by another',
  resolved: 'closed with an outcome',
};

const VERBS: Readonly<Record<string, string>> = {
  record: 'recorded again',
  move: 'moved',
  suspend: 'paused',
  resume: 'resumed',
  withdraw: 'withdrawn',
  replace: 'replaced',
  outcome: 'given an outcome',
};

/** What an entry did, for "somebody else … in the meantime". */
const ENTRY_WORDS: Record<EventKind, string> = {
  recorded: 'recorded it',
  revised: 'recorded a new deadline',
  suspended: 'paused it',
  withdrawn: 'recorded that it was withdrawn',
  superseded: 'recorded what replaced it',
  passed: 'let the deadline pass',
  outcome: 'recorded the outcome',
  terms: 'recorded new terms',
  sourced: 'added a source',
  archived: 'added a copy of a source',
  disputed: 'disputed it',
  corrected: 'corrected it',
  hidden: 'hid it',
  unhidden: 'showed it again',
};

const THINGS = {
  ultimatum: 'ultimatum',
  entry: 'entry',
  schedule: 'countdown',
  issuer: 'issuer',
  draft: 'draft',
  part: 'part',
} as const;

type Reasons<W extends Refusal['why']> = Extract<Refusal, { why: W; reason: string }>['reason'];

const LINKS: Record<Reasons<'bad-link'>, string> = {
  scheme: 'is not a web address. Give a link that begins with https:// or http://.',
  unreadable: 'could not be read as a link. Copy it whole from the address bar.',
  private: 'leads to a private network, where readers cannot follow. Give the public address of the page.',
  'discord-cdn': 'is a Discord file link, and those stop working. Give the page it came from.',
  'discord-message': 'is a Discord message, which is where it was seen. Give the report or record itself.',
  'discord-invite':
    'is an invitation to a Discord server, which is no source. Give the report or record itself.',
};

const IMPOSSIBLE: Record<Reasons<'impossible-outcome'>, string> = {
  'none-before-latest':
    'The deadline is not over, so it cannot be said yet that the demand was not met. Wait, or give the day on which the issuer acted.',
  'none-not-due':
    'The demand was not met, so the threat was due. Say what the issuer did, or that nothing was done.',
  'late-not-due':
    'It was complied with after the deadline, so the threat was due. Say what the issuer did, or that nothing was done.',
  'not-due-acted': 'A threat that was not due has no day on which it was carried out. Take the day away.',
};

const SCHEDULES: Record<Reasons<'bad-schedule'>, string> = {
  unreadable: 'could not be read. Write "every day at 09:00", "weekdays 18:00" or five cron fields.',
  uneven:
    'does not divide a day evenly. Write every 15, 20 or 30 minutes, or every 1, 2, 3, 4, 6, 8 or 12 hours.',
  mixed: 'names times that one schedule cannot hold. Add one countdown for each of them.',
  'too-often':
    'is more often than every 15 minutes. Write every 15, 20 or 30 minutes, every hour, or anything rarer.',
  never: 'never comes. Choose a day that exists.',
};

type ChannelKind = Extract<Refusal, { why: 'channel-kind' }>['kind'];
const CHANNELS: Record<ChannelKind, (channel: string) => string> = {
  'other-kind': (channel) =>
    `The bot cannot post in ${channel}. Choose a text channel, an announcement channel or a thread.`,
  archived: (thread) => `The thread ${thread} is archived. Open it again, or choose another channel.`,
  locked: (thread) => `The thread ${thread} is locked. Unlock it, or choose another channel.`,
};

/** `22.9 MB`; never rounded down to the limit that it is above. */
function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 104_857.6) / 10).toFixed(1)} MB`;
}

function field(name: string): string {
  return FIELDS[name] ?? safe(name, 40);
}

function given(text: string): string {
  return quoted(text, 80);
}

/** A reason made elsewhere, as a sentence. */
function sentence(reason: string): string {
  const text = cut(plain(reason), 200);
  if (text === '') return '';
  return `${text}${/[.?!]$/.test(text) ? '' : '.'} `;
}

function undated(refusal: Extract<Refusal, { why: 'not-a-deadline' }>): string {
  const machine = refusal.reason === 'lower-bound' || refusal.reason === 'no-date';
  const why = machine ? '' : sentence(refusal.reason);
  const plainNo = machine ? 'names no date' : 'is no deadline';
  const what = refusal.lowerBound ? 'names only a beginning, so it is no deadline' : plainNo;
  const instead =
    refusal.fresh === true ? 'record it with "none"' : 'pause, withdraw or add a source to the one there is';
  return `${given(refusal.given)} ${what}. ${why}Give the last day in other words; if none was stated, ${instead}.`;
}

function since(entry: Entry | null): string {
  const what = entry === null ? 'changed it' : `${ENTRY_WORDS[entry.event.kind]} (entry ${entry.seq})`;
  const who = entry !== null && entry.by === null ? 'The clock' : 'Somebody else';
  return `${who} ${what} in the meantime, and nothing of yours was saved. Look at it as it is now, then confirm again.`;
}

function wrongState({ verb, state, allowed }: Extract<Refusal, { why: 'wrong-state' }>): string {
  const words = VERBS[verb] ?? 'changed in this way';
  const when = allowed.map((one) => STATES[one]);
  const needed = when.length === 0 ? '' : ` That needs one that is ${when.join(' or ')}.`;
  return `It is ${STATES[state]}, so it cannot be ${words}.${needed} Choose another one, or correct the entry that is wrong with /ultimatum correct.`;
}

function axis(name: 'complied' | 'acted'): string {
  return name === 'complied' ? 'the target complied' : 'the issuer acted';
}

const FULL: Readonly<Record<ServerCap, (max: number) => string>> = {
  previews: (max) =>
    `This server has ${max} unfinished previews, the most there can be, so nothing was opened. Finish or cancel some of them, or try again tomorrow.`,
  proposals: (max) =>
    `This server has ${max} proposals waiting for a curator, the most there can be. Ask a curator to run /review, then propose it again.`,
  schedules: (max) =>
    `This server has ${max} countdowns, the most there can be. Remove one with /countdown remove first.`,
  boards: (max) =>
    `This server has ${max} boards, the most there can be. Remove one with /board remove first.`,
  ladders: (max) =>
    `This server has reminders in ${max} channels, the most there can be. Take one out with /milestones set and "none" first.`,
  aliases: (max) =>
    `This server has ${max} other names for issuers, the most there can be. Use one of the names on record.`,
};

type Members = { readonly [R in Refusal as R['why']]: R };
type Book = { readonly [W in keyof Members]: (refusal: Members[W]) => string };

/** One sentence or two for each refusal: why, and what to do. A new refusal does not compile until it is here. */
const BOOK: Book = {
  'not-found': ({ what, given: text }) =>
    `There is no ${THINGS[what]}${text === '' ? ' like that' : ` ${given(text)}`} in this server. Pick one from the suggestions.`,
  hidden: ({ number }) =>
    number === 0
      ? 'It is hidden. Ask somebody with Manage Server to show it again.'
      : `U-${number} is hidden. Ask somebody with Manage Server to show it again.`,
  missing: ({ field: name }) => `Something is missing: ${field(name)}. Fill it in and send it again.`,
  'too-long': ({ field: name, length, max }) =>
    `Too long: ${field(name)} has ${length} characters and may have ${max}. Shorten it and send it again.`,
  'bad-link': ({ given: text, reason }) => `${given(text)} ${LINKS[reason]}`,
  'bad-zone': ({ given: text }) =>
    `${given(text)} is no time zone. Pick one from the suggestions, such as America/New_York.`,
  'not-a-deadline': undated,
  'ambiguous-date': ({ field: name, given: text, reason }) =>
    `${given(text)} can be read in several ways (${field(name)}). ${sentence(reason)}Write the day with the month in words, such as 8 Aug 2025.`,
  'unreadable-date': ({ field: name, given: text, reason }) =>
    `${given(text)} could not be read as a date (${field(name)}). ${sentence(reason)}Write it such as 8 Aug 2025.`,
  'same-deadline': () =>
    'That is the deadline already. Add the link as a source instead, with /ultimatum source.',
  'stated-in-future': ({ field: name }) =>
    `That day is still to come: ${field(name)}. Give a day that is today or earlier.`,
  'stated-before-last': ({ last, zone }) =>
    `Something later is on record, stated ${longDay(last, zone)}. Give that day or a later one, or correct the entry with /ultimatum correct.`,
  'wrong-state': wrongState,
  'needs-statement': () => 'Something must stand behind it. Add a link, a quote or the name of the outlet.',
  'needs-reports': ({ given: count }) =>
    `An outcome needs the issuer's own words or a record, or two reports from different outlets: ${count} given. Add a link, or mark one as the issuer's own words or a record.`,
  'needs-date': ({ field: name }) => `Say on which day ${axis(name)}.`,
  'date-without-axis': ({ field: name }) =>
    `There is a day on which ${axis(name)}, but what was chosen says that it did not happen. Take the day away, or choose what was done.`,
  'impossible-outcome': ({ reason }) => IMPOSSIBLE[reason],
  'unknown-target': ({ given: text, targets }) =>
    `Nothing was demanded of ${given(text)} here. Pick ${listed(targets.slice(0, 5).map((one) => safe(one, 80)))}.`,
  'has-outcome': ({ target }) =>
    `An outcome is on record for ${safe(target, 80)} already. If it is wrong, correct it with /ultimatum correct.`,
  'supersedes-itself': () => 'An ultimatum cannot be replaced by itself. Pick another one.',
  'nothing-to-change': () =>
    'It says that already, so nothing was changed. Change something and send it again.',
  'correction-breaks': ({ rule }) =>
    `With that correction the log would contradict itself. ${rule === null ? 'Correct the later entry first.' : phrase(rule)}`,
  'cannot-correct': ({ entry, field: name }) =>
    name === 'entry'
      ? `Entry ${entry} cannot be taken back. Correct what is in it, or hide the ultimatum.`
      : `Entry ${entry} has nothing of that kind to correct: ${field(name)}. Pick the entry that says it.`,
  'changed-since': ({ entry }) => since(entry),
  'already-pressed': ({ what }) =>
    `This was used already: ${sentence(safe(what, 200)).trim()} Nothing was done twice.`,
  'not-yours': () => 'That belongs to the person who began it. Begin your own with the command.',
  expired: () => 'These buttons no longer work: they do so for 7 days. Begin again with the command.',
  'needs-curator': ({ role }) =>
    role === null
      ? 'Only curators can do that, and none are set up. Ask somebody with Manage Server to choose a role in /setup.'
      : `Only curators can do that. Ask somebody who has <@&${role}>, or propose it.`,
  'needs-manage-server': () => 'That needs the permission Manage Server. Ask somebody who has it.',
  'too-many-proposals': ({ max }) =>
    `You already have ${max} proposals waiting for a curator. Wait until one of them is decided.`,
  'server-full': ({ of, max }) => FULL[of](max),
  'same-schedule': ({ id }) =>
    `Countdown ${id} posts the same list in the same channel at the same times. Change that one with /countdown edit, or choose other times.`,
  'too-many-posts': () =>
    'You or others in this server have posted many cards in the last minutes. Please wait a few minutes, then press Post here again.',
  'bad-schedule': ({ given: text, reason }) => `${given(text)} ${SCHEDULES[reason]}`,
  'bad-ladder': ({ rung }) =>
    `${given(rung)} is no step of a ladder. Write up to ten of days (to 366d), hours (to 240h) and 0 for the end, such as 7d 1d 0.`,
  'missing-permissions': ({ channel, permissions }) =>
    `In <#${channel}> the bot lacks ${listed(permissions.map((one) => safe(one, 80)))}. Allow it in the channel's settings, then try again.`,
  'unknown-channel': () => 'That channel was not found in this server. Choose another one.',
  'channel-kind': ({ channel, kind }) => CHANNELS[kind](`<#${channel}>`),
  'unknown-role': () => 'That role was not found in this server. Choose another one.',
  'everyone-ping': () => 'Everyone is never pinged. Choose a role that people take on themselves.',
  'everyone-curators': () =>
    'Not everyone can be a curator. Choose a role that only those have who should keep the record.',
  'too-many-requests': () => 'Too many requests at once. Please try again in a moment.',
  'file-too-large': ({ bytes, max, smaller }) =>
    `The file is ${megabytes(bytes)} and Discord takes at most ${megabytes(max)} here, so it cannot be sent. ${smaller === null ? 'It does not fit in the other format either.' : `As ${smaller} it fits.`}`,
  'not-set-up': () => 'Nothing is set up here yet. Ask somebody with Manage Server to run /setup.',
  'not-in-a-server': () => 'The record belongs to a server. Use this in a server where the bot is a member.',
  busy: () => 'The record is busy, and nothing was saved. Press or send it again in a moment.',
  'disk-full': () =>
    'The disk of the bot is full, and nothing was saved. Tell whoever runs the bot, and try again later.',
  'database-away': () =>
    "The database can't be reached at the moment, so nothing was saved. Please try again in a minute.",
};

function say<W extends keyof Members>(why: W, refusal: Members[W]): string {
  return BOOK[why](refusal);
}

/** A refusal as a sentence that says what to do. */
export function phrase(refusal: Refusal): string {
  return say(refusal.why, refusal);
}
