/** Screens that one person opens, in English: an ultimatum, its log, the delivery log, previews, what was saved. */
import type { LogShown } from '../../domain/delivery.js';
import type { Part, Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { days, hours, plural } from './plural.js';

const shown: Readonly<Record<LogShown, string>> = {
  all: 'Everything',
  posted: 'Posted',
  late: 'Posted late',
  skipped: 'Skipped',
  failed: 'Failed',
  waiting: 'Waiting or retrying',
};

/** One deadline of the timeline and what became of it. */
const timeline = {
  numbered: (number: number, text: Text): Text => t`${number}. ${text}`,
  deadline: (date: Text, words: Text, day: Text): Text => t`${date}, ${words}, stated ${day}.`,
  correctedFrom: (reading: Text): Text => t`Corrected from ${reading}.`,
  correctedNote: (note: Part): Text => t`The note was corrected from "${note}".`,
  ends: (time: Part): Text => t`Ends ${time}.`,
  revived: (on: Text): Text => t`A new one followed ${on}, after it had passed.`,
  resumed: (on: Text): Text => t`Resumed ${on}.`,
  resumedWith: (on: Text, shift: Text): Text => t`Resumed ${on}, ${shift}.`,
  moved: (on: Text): Text => t`Moved ${on}.`,
  movedBy: (shift: Text, on: Text): Text => t`Moved ${shift} ${on}.`,
  /** `on 3 Feb, by the Supreme Court`. */
  by: (on: Text, actor: Part): Text => t`${on}, by ${actor}`,
  onlyFor: (targets: Text): Text => t`Only for ${targets}.`,
  undatedFirst: (on: Text, words: Text): Text => t`Stated without a date ${on}: ${words}`,
  narrowed: (on: Text): Text => t`Narrowed ${on}.`,
  passed: (time: Part): Text => t`Passed ${time}.`,
  lifted: (day: Text): Text => t`Passed on ${day}, but an earlier statement had already changed it.`,
  suspended: (on: Text): Text => t`Paused ${on}.`,
  withdrawn: (on: Text): Text => t`Withdrawn ${on}.`,
  replaced: (subject: Text, on: Text): Text => t`Replaced by ${subject} ${on}.`,
  overall: (shift: Text): Text => t`Overall: ${shift} than first stated.`,
  overallSame: t`Overall: the same day as first stated.`,
};

const show = {
  head: (subject: Text, parties: Text): Text => t`${subject}: ${parties}`,
  page: (head: Text, page: number, pages: number): Text => t`${head}, page ${page} of ${pages}`,
  issuers: (names: Text): Text => t`Issuers: ${names}`,
  headline: (headline: Text): Text => t`${headline}.`,
  withDisputed: (headline: Text): Text => t`${headline} Disputed.`,
  withdrawn: (on: Text): Text => t`Withdrawn ${on}.`,
  tags: (tags: Text): Text => t`Tags: ${tags}`,
  deadlines: t`Deadlines`,
  noDate: (words: Text): Text => t`No date stated: ${words}`,
  noDeadline: t`None stated.`,
  outcome: (day: Text): Text => t`Outcome, recorded ${day}`,
  sources: t`Sources`,
  noSources: t`None given, so it is left out of all figures.`,
  numbered: (number: number, source: Text): Text => t`${number}. ${source}`,
  disputed: (reason: Part): Text => t`Disputed: ${reason}`,
  disputeClosed: (disputed: Text, how: Text, reason: Part): Text => t`${disputed}. ${how}: ${reason}`,
  reversed: (what: Text, on: Text): Text => t`${what} ${on}`,
  cite: (subject: Text, entry: number, stamp: Text): Text =>
    t`Entry ${entry} of ${subject}. Cite: "${subject}, entry ${entry}, ${stamp}".`,
  noCorrections: t`No corrections.`,
  corrections: (count: number): Text =>
    plural(count, {
      one: t`1 correction, see the full log.`,
      other: t`${count} corrections, see the full log.`,
    }),
  asOf: (day: Text): Text => t`As known on ${day}, with later corrections.`,
  recordedThen: (state: Text): Text => t`This server's record at that time: ${state}.`,
  nothingYet: t`nothing yet`,
  state: (date: Text, headline: Text): Text => t`${date}, ${headline}`,
};

/** The log of an ultimatum: every entry as it was made. */
const log = {
  title: (subject: Text, entries: number): Text =>
    plural(entries, { one: t`Log of ${subject}: 1 entry`, other: t`Log of ${subject}: ${entries} entries` }),
  page: (title: Text, page: number, pages: number): Text => t`${title}, page ${page} of ${pages}`,
  number: (seq: number): Text => t`${seq}.`,
  recorded: (parties: Text): Text => t`Recorded: ${parties}`,
  revised: (what: Text, reading: Text, words: Text): Text => t`${what}: ${reading}, ${words}`,
  outcome: (sides: Text): Text => t`Outcome: ${sides}`,
  outcomeFor: (target: Text, sides: Text): Text => t`Outcome for ${target}: ${sides}`,
  sides: (compliance: Text, followThrough: Text): Text => t`${compliance}; ${followThrough}`,
  on: (what: Text, on: Text): Text => t`${what}, ${on}`,
  copyAdded: (url: Part): Text => t`Copy of a source added: ${url}`,
  disputed: (reason: Part): Text => t`Disputed: ${reason}`,
  disputeClosed: (how: Text, entry: number): Text => t`${how} (entry ${entry})`,
  hidden: (reason: Part): Text => t`Hidden: ${reason}`,
  visible: (reason: Part): Text => t`Visible again: ${reason}`,
  archive: (url: Part): Text => t`archive ${url}`,
  removedBy: (entry: number, reason: Part): Text => t`Taken back by entry ${entry}: ${reason}`,
  between: t`, `,
  recordedBy: (stated: Text, recorded: Text, author: Text): Text =>
    t`Stated ${stated}. Recorded ${recorded} by ${author}.`,
};

/** What was posted, and what was not. */
const deliveries = {
  shown,
  title: t`Delivery log`,
  filtered: (filter: string): Text => t`Delivery log: ${textOf(filter.toLowerCase())}`,
  inChannel: (title: Text, channel: Part): Text => t`${title}, in ${channel}`,
  page: (title: Text, page: number): Text => t`${title}, page ${page}`,
  none: t`Nothing here.`,
  timesIn: (place: Text): Text => t`Times in ${place}.`,
  posted: t`Posted`,
  late: t`Posted late`,
  skipped: t`Skipped`,
  failed: t`Failed`,
  waiting: t`Waiting`,
  row: (status: Part, what: Text, channel: Part): Text => t`${status}: ${what}, in ${channel}`,
  rowWithLink: (status: Part, what: Text, channel: Part, message: Part): Text =>
    t`${status}: ${what}, in ${channel}, ${message}`,
  message: t`message`,
  events: { kind: 'text', text: 'the events of this server' } as const,
  at: (when: Text): Text => t`${when}.`,
  due: (when: Text): Text => t`Due ${when}.`,
  wasDue: (due: Text, posted: Text): Text => t`Was due ${due}, posted ${posted}.`,
  retried: (reason: Text): Text => t`Will be retried: ${reason}.`,
  what: {
    passed: (subject: Text): Text => t`${subject}, deadline passed`,
    announcement: (subject: Text, entry: number): Text => t`${subject}, announcement of entry ${entry}`,
    correction: (subject: Text, entry: number): Text => t`${subject}, correction (entry ${entry})`,
    daysBefore: (subject: Text, count: number): Text => t`${subject}, ${days(count)} before`,
    hoursBefore: (subject: Text, count: number): Text => t`${subject}, ${hours(count)} before`,
    edit: (subject: Text): Text => t`${subject}, earlier post updated`,
    digest: (schedule: number): Text => t`countdown ${schedule}`,
    nudge: t`reminder to curators`,
    board: { post: t`board`, remove: t`board removed`, edit: t`board updated` },
    event: (subject: Text): Text => t`${subject}, event`,
    publish: (subject: Text | null): Text =>
      subject === null ? t`a list, published to followers` : t`${subject}, published to followers`,
    unreadable: t`a post of another release`,
  },
};

const preview = {
  title: t`Not saved yet`,
  saidInPost: (day: Text): Text => t`Said: ${day} (the time of the post)`,
  inYourZone: (time: Part, relative: Part): Text => t`In your time zone: ${time}, ${relative}`,
  answer: (number: number, time: Part, relative: Part): Text => t`${number}. ${time}, ${relative}`,
  question: (words: Text, reason: Text): Text => t`${words} has more than one meaning. ${reason}`,
  saidOtherwise: (words: Text): Text => t`With this correction, ${words} comes to another date.`,
  keep: (deadline: string): string => `Keep ${deadline}`,
  /** Where words name several dates. */
  eachItsOwn: t`If each date is for a demand of its own, record the other one as another ultimatum.`,
  which: t`Which is meant?`,
  whichInYourZone: t`Which is meant? In your time zone:`,
  assumed: (assumptions: Text): Text => t`Assumed: ${assumptions}`,
  between: t`; `,
  proposed: t`Nothing is recorded or posted until a curator accepts it.`,
  nowhere: t`Not announced in any channel.`,
  setRight: t`Posts that said otherwise are corrected, and a silent post in their channel says so.`,
  channel: (channel: Part): Text => t`Will be posted in ${channel}`,
  blocked: (channel: Part, reason: Text): Text =>
    t`It can't be posted in ${channel} at the moment: ${reason} The record is kept either way.`,
  candidate: (deadline: string, distance: string): string => `${deadline}, ${distance}`,
  undated: (words: string): string => `No date: ${words}`,
  /** The choices where a count is tied to an event without a date. */
  fromStatement: (date: string): string => `Counted from the statement: ${date}`,
  whenHappened: (event: string): string => `When ${event} happened: …`,
  noDateYet: 'No date yet',
};

const saved = {
  nowhere: t`Nothing was announced.`,
  setRight: (channel: Part): Text => t`A correction will be posted in ${channel}.`,
  setRightIn: (channel: Part, seconds: number): Text =>
    plural(seconds, {
      one: t`A correction will be posted in ${channel} in 1 second, unless you undo it.`,
      other: t`A correction will be posted in ${channel} in ${seconds} seconds, unless you undo it.`,
    }),
  channel: (channel: Part): Text => t`It will be announced in ${channel}.`,
  channelIn: (channel: Part, seconds: number): Text =>
    plural(seconds, {
      one: t`It will be announced in ${channel} in 1 second, unless you undo it.`,
      other: t`It will be announced in ${channel} in ${seconds} seconds, unless you undo it.`,
    }),
};

export const screens = { show, timeline, log, deliveries, preview, saved };
