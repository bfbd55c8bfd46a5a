/** Why something can't be done, and what to do instead: one text for each refusal. */
import type { Entry } from '../../domain/entry.js';
import { localTime } from '../../domain/zone.js';
import { code, command, mention, type Text } from '../parts.js';
import type { RefusalBook, RefusalByWhy } from '../refusal-book.js';
import { sentenceOf } from '../sentences.js';
import { subject } from '../subject.js';
import { capitalized, t, textOf } from '../text.js';
import { quotesInPart, typed, typedQuote } from '../typed.js';
import { dates } from './dates.js';
import { usedAlready } from './done.js';
import { permissions } from './permissions.js';
import { choices, listed } from './plural.js';
import { readings } from './readings.js';
import {
  CHANNELS,
  FIELDS,
  FULL,
  IMPOSSIBLE,
  LINKS,
  NAMED,
  NOT_REVERSED,
  REFERENCES,
  SCHEDULES,
  THINGS,
} from './refusal-words.js';
import { unchanged } from './unchanged.js';
import { verbs } from './verbs.js';
import { wrongState } from './wrong-state.js';
import type { RecordInstant } from '../../domain/instant.js';

const LONGEST = 80;
const MOST_TARGETS = 5;

const quoted = (text: string): Text =>
  quotesInPart(text) ? [typed(text, LONGEST)] : t`"${typedQuote(text, LONGEST)}"`;

/** `22.9 MB`; rounded up, so that it is never shown as the limit it exceeds. */
const megabytes = (bytes: number): Text => textOf(`${(Math.ceil(bytes / 104_857.6) / 10).toFixed(1)} MB`);

const day = (instant: RecordInstant, zone: string): Text =>
  dates.longDay(localTime(instant, zone).setLocale('en'));

const AXES = { complied: t`the day the demand was met`, acted: t`the day the issuer acted` };

function notFound({ what, given, last }: RefusalByWhy['not-found']): Text {
  if (last !== undefined)
    return last === 1
      ? t`There is no entry ${quoted(given)} in this ultimatum. It has one entry.`
      : t`There is no entry ${quoted(given)} in this ultimatum. It has entries 1 to ${last}.`;
  const named = given === '' ? THINGS[what] : t`${THINGS[what]} ${quoted(given)}`;
  return t`There is no ${named} in this server. ${NAMED[what]}`;
}

function unknownTarget({ given, targets }: RefusalByWhy['unknown-target']): Text {
  const shown = targets.slice(0, MOST_TARGETS).map((target): Text => [typed(target, LONGEST)]);
  const more = targets.length - shown.length;
  return more === 0
    ? t`Nothing was demanded of ${quoted(given)}. Pick ${choices(shown)}.`
    : t`Nothing was demanded of ${quoted(given)}. Pick ${choices([...shown, t`one of ${more} more`])}; ${command('ultimatum show')} names them all.`;
}

function undated({ given, reason, lowerBound, fresh }: RefusalByWhy['not-a-deadline']): Text {
  const instead =
    fresh === true
      ? t`If none was stated, record it with "none".`
      : t`If none was stated, pause it, withdraw it or add a source.`;
  const why = lowerBound
    ? t`names only a beginning, not a deadline.`
    : t`is not a deadline. ${sentenceOf(readings.noDeadline, reason.kind, reason)}`;
  return t`${quoted(given)} ${why} Give the last day in other words. ${instead}`;
}

function unreadableDate({ field, given, reason }: RefusalByWhy['unreadable-date']): Text {
  const why =
    reason.kind === 'unrecognized'
      ? t`I can't read ${quoted(given)} as ${FIELDS[field]}.`
      : sentenceOf(readings.faults, reason.kind, reason);
  return t`${why} Write it like 8 Aug 2025.`;
}

function changedSince(entry: Entry | null): Text {
  const advice = t`Your change was not saved. Look at the ultimatum as it is now, then confirm again.`;
  if (entry?.event.kind === 'passed')
    return t`The deadline has passed in the meantime (entry ${entry.seq}). ${advice}`;
  if (entry === null) return t`Someone else changed it in the meantime. ${advice}`;
  return t`Someone else ${verbs.meanwhile[entry.event.kind]} in the meantime (entry ${entry.seq}). ${advice}`;
}

function notRemovable({ entry, kind, holder }: RefusalByWhy['cannot-correct']): Text {
  if (kind === 'recorded')
    return t`Entry ${entry} is the record itself and can't be removed. Correct what it says, or hide the ultimatum with ${command('ultimatum hide')}.`;
  if (kind === 'passed')
    return holder === null
      ? t`Entry ${entry} follows from the deadline. Correct the entry that set the deadline instead.`
      : t`Entry ${entry} follows from the deadline. Correct the deadline in entry ${holder} instead.`;
  if (kind === 'hidden' || kind === 'unhidden')
    return t`Entry ${entry} can't be removed. Hide the ultimatum, or make it visible again, with ${command('ultimatum hide')}.`;
  return t`Entry ${entry} says nothing that could be corrected. Remove it with the option ${code('remove')} instead.`;
}

function cannotCorrect(refusal: RefusalByWhy['cannot-correct']): Text {
  const { entry, kind, field, holder } = refusal;
  if (field === 'entry' || kind === 'passed') return notRemovable(refusal);
  return holder === null
    ? t`Entry ${entry} does not say ${FIELDS[field]}, and no other entry does. Record it instead.`
    : t`Entry ${entry} does not say ${FIELDS[field]}. Correct entry ${holder}, which does.`;
}

function needsCurator({ role }: RefusalByWhy['needs-curator']): Text {
  return role === null
    ? t`Only curators can do that, and no curator role is set. Ask someone who can manage this server to choose one with ${command('setup')}.`
    : t`Only curators can do that. Ask someone with the ${mention('role', role)} role.`;
}

function tooLarge({ bytes, max, smaller }: RefusalByWhy['file-too-large']): Text {
  const instead =
    smaller === null ? t`The other format does not fit either.` : t`It fits as ${textOf(smaller)}.`;
  return t`The file has ${megabytes(bytes)}, and Discord takes at most ${megabytes(max)} here. ${instead}`;
}

/** `rule` is what the corrected log would be refused for; null where that can't be said. */
export const correctionBreaks = (rule: Text | null): Text =>
  t`With that correction the log would contradict itself. ${rule ?? t`Correct the later entry first.`}`;

/** What was learned of late does not fit; `rule` is what `entry` would be refused for. */
export const breaksHistory = (entry: number, rule: Text): Text =>
  t`With that, entry ${entry} would no longer hold. ${rule}`;

export const refusals: RefusalBook = {
  'not-found': notFound,
  hidden: ({ number }) =>
    t`${number === 0 ? t`It` : subject(number)} is hidden. Ask someone who can manage this server to make it visible again.`,
  missing: ({ field }) => t`${capitalized(FIELDS[field])} is missing. Fill it in and send it again.`,
  'too-long': ({ field, length, max }) =>
    t`${capitalized(FIELDS[field])} is too long: ${length} characters, and ${max} is the limit. Shorten it and send it again.`,
  'bad-link': ({ given, reason }) => t`${quoted(given)} ${LINKS[reason]}`,
  'bad-zone': ({ given }) =>
    t`I don't know the time zone ${quoted(given)}. Use a city or a name such as America/New_York.`,
  'not-a-deadline': undated,
  'ambiguous-date': ({ field, given, reason }) =>
    t`${quoted(given)} has more than one meaning as ${FIELDS[field]}. ${sentenceOf(readings.ambiguities, reason.kind, reason)} Write the month in words, such as 8 Aug 2025.`,
  'unreadable-date': unreadableDate,
  'not-stated-by-then': ({ given }) =>
    t`By ${quoted(given)} this ultimatum had not been stated yet. Give a later date.`,
  'same-deadline': () =>
    t`That is the deadline already. To add the link as a source, use ${command('ultimatum source')}.`,
  'stated-in-future': ({ field }) =>
    t`${capitalized(FIELDS[field])} can't be in the future. Give today or an earlier day.`,
  'stated-before-last': ({ last, zone }) =>
    t`Something stated later, on ${day(last, zone)}, is on record. Give that day or a later one, or correct the entry with ${command('ultimatum correct')}.`,
  'wrong-state': wrongState,
  'needs-statement': () => t`Please add a source: a link, a quote or the name of the outlet.`,
  'needs-reports': ({ given }) =>
    t`An outcome needs the issuer's own words, an official record, or two reports from different outlets; you gave ${given}. Add a link, or mark one as the issuer's own words or a record.`,
  'needs-date': ({ field }) => t`Please give ${AXES[field]}.`,
  'date-without-axis': ({ field }) =>
    t`You gave ${AXES[field]}, but chose that it did not happen. Remove the day, or choose what was done.`,
  'impossible-outcome': ({ reason }) => IMPOSSIBLE[reason],
  'unknown-target': unknownTarget,
  'has-outcome': ({ target }) =>
    t`An outcome for ${typed(target, LONGEST)} is on record already. If it is wrong, correct it with ${command('ultimatum correct')}.`,
  'bad-reference': ({ number, reason }) => REFERENCES[reason](subject(number)),
  'nothing-to-reverse': ({ what }) => NOT_REVERSED[what],
  'before-reversed': (refusal) =>
    t`That is before ${day(refusal.done, refusal.zone)}, when it was done. Give that day or a later one.`,
  'no-open-dispute': ({ entry }) =>
    entry === null
      ? t`No dispute of this ultimatum is open, so there is none to close. To raise one, leave out ${code('close')}.`
      : t`Entry ${entry} is no open dispute. Pick one from the suggestions.`,
  'before-record': ({ field, stated, zone }) =>
    t`${capitalized(FIELDS[field])} can't be before ${day(stated, zone)}, when the ultimatum was stated. If that day is wrong, correct entry 1 with ${command('ultimatum correct')}.`,
  'nothing-to-change': ({ of }) => unchanged(of),
  'needs-deadline': ({ entry }) =>
    t`Entry ${entry} moved the deadline, so it needs a date. If nothing was moved, remove it with the option ${code('remove')} instead.`,
  'removes-alone': ({ entry, fields }) => {
    const names = listed(fields.map((field) => FIELDS[field]));
    return t`Removing entry ${entry} takes back all of it, so ${names} were not used. Leave them out to remove the entry, or leave out ${code('remove')} to correct it.`;
  },
  'cannot-correct': cannotCorrect,
  'changed-since': ({ entry }) => changedSince(entry),
  'already-pressed': (refusal) => usedAlready(refusal.done),
  'not-yours': () => t`That belongs to someone else. Start your own with the command.`,
  expired: () => t`These buttons no longer work. They work for 7 days. Start again with the command.`,
  'needs-curator': needsCurator,
  'needs-manage-server': () => t`Only people with the Manage Server permission can do that. Ask one of them.`,
  'too-many-proposals': ({ waiting }) => {
    const about = listed(waiting.map((number) => (number === null ? t`a new record` : subject(number))));
    return t`You already have ${waiting.length} proposals waiting for a curator: ${about}. Take one back with ${command('proposals')}, or wait until one is decided.`;
  },
  'server-full': ({ of, max }) => FULL[of](max),
  'same-schedule': ({ id }) =>
    t`Countdown ${id} posts the same list in the same channel at the same times. Change that one with ${command('countdown edit')}, or choose other times.`,
  'too-many-posts': () =>
    t`Too many cards were posted in this server in the last few minutes. Wait a few minutes, then press Post here again.`,
  'bad-schedule': ({ given, reason }) => t`${quoted(given)} ${SCHEDULES[reason]}`,
  'bad-reminders': ({ offset }) =>
    t`I can't read ${quoted(offset)}. Use up to ten steps: days (at most 366d), hours (at most 240h), and 0 for when it passes, such as ${code('7d 1d 0')}.`,
  'missing-permissions': ({ channel, permissions: missing }) =>
    t`In ${mention('channel', channel)} I lack ${listed(missing.map((permission) => permissions[permission]))}. Allow it in the channel's settings, then try again.`,
  'unknown-channel': () => t`I can't find that channel in this server. Choose another one.`,
  'channel-kind': ({ channel, kind }) => CHANNELS[kind](mention('channel', channel)),
  'address-taken': ({ name }) =>
    t`Another server is already listed as ${quoted(name)}. Choose another name with ${code('public-name')}.`,
  'no-address': ({ name }) =>
    t`${quoted(name)} can't stand in an address. Choose a name with at least two letters or digits.`,
  'unknown-role': () => t`I can't find that role in this server. Choose another one.`,
  'everyone-ping': () => t`I never ping everyone. Choose a role that members opt into.`,
  'everyone-curators': () =>
    t`Not everyone can be a curator. Choose a role that only those have who should keep the record.`,
  'too-many-requests': () => t`Too many requests at once. Please try again in a moment.`,
  'file-too-large': tooLarge,
  'not-set-up': () =>
    t`Nothing is set up here yet. Ask someone who can manage this server to run ${command('setup')}.`,
  'not-in-a-server': () => t`The record belongs to a server. Use this command in a server that has the bot.`,
  busy: () => t`The record is busy, so nothing was saved. Please try again in a moment.`,
  'disk-full': () =>
    t`The disk is full, so nothing was saved. Please tell whoever hosts this bot, and try again later.`,
  'database-away': () =>
    t`The database can't be reached at the moment, so nothing was saved. Please try again in a minute.`,
};
