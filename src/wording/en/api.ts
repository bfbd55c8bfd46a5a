/** The public API in English: what its description says, and why a request can't be answered. */
import type { Text } from '../parts.js';
import { t } from '../text.js';

/** Names of parameters, of which an error says what may be given. */
export type ApiParameter = 'q' | 'issuer' | 'target' | 'tag' | 'state' | 'at' | 'limit' | 'cursor';

const info = {
  title: 'Ultimatum: the public record',
  description:
    'Reads the public records of stated ultimatums: who demanded what of whom, by when, how the deadline moved, and what became of it. Nothing can be changed here. No key is needed. Every answer has an ETag; ask again with If-None-Match. Clients should ignore fields that they do not know: version 1 may gain some.',
};

/** What each operation answers. */
const operations = {
  servers: 'The servers that list their record, in the order of their addresses',
  server: 'A server: what it records, by which method, and how much',
  ultimatums: 'The ultimatums of a server, the newest first',
  ultimatum: 'An ultimatum: its deadlines and what became of each, outcomes, sources',
  log: 'The log of an ultimatum, the oldest entry first',
  entry: 'One entry of the log',
  deadlines: 'The ultimatums that run and have a date, the soonest deadline first',
  issuers: 'The issuers of a server, with their other names',
  targets: 'The targets of a server',
  tags: 'The tags of a server',
  issuerFigures: 'The figures of an issuer, under any of its names',
  leaderboard: 'The figures of every issuer side by side, in the order of their names',
};

const parameters: Readonly<Record<ApiParameter, string>> = {
  q: 'Words that the names, the demand, the threat or the tags hold',
  issuer: 'Only those of this issuer, under any of its names; case and accents do not matter',
  target: 'Only those addressed to this target; case and accents do not matter',
  tag: 'Only those with this tag; case and accents do not matter',
  state:
    'Only those in this state. "running" is the same as "open", "paused" as "suspended", and "closed" stands for "withdrawn", "superseded" and "resolved"',
  at: 'A day: everything as the world knew it at its end, with later corrections',
  limit: 'How many items a page has at most',
  cursor: 'Where the page begins: part of the address in "next" of the page before',
};

/** What stands in the path. */
const path = {
  server: 'The last part of the address of its page: its name, or its key where it is public by link',
  id: 'The number of an ultimatum: U-12',
  entry: 'The number of an entry: 1 is the first',
  name: 'An issuer; case and accents do not matter',
};

const fields = {
  id: 'The number of an ultimatum in its server: U-12',
  url: 'The page for people',
  self: 'The address of this in the API',
  instant: 'An instant in UTC (ISO 8601)',
  when: 'When something was said or done, no more precisely than it is known. An exact time has the same start and end; a day, month, year or span has an exclusive end',
  zone: 'Time zone (IANA)',
  language: 'Language of the texts (BCP 47)',
  text: 'The same in words, in the language of the server',
  names: 'As recorded',
  items: 'One page',
  total:
    'How many there are on all pages, counted up to 1,000 where the list is narrowed by words, names or a tag',
  totalExact: 'Whether total counts all of them; if not, there are more',
  next: 'The address of the next page; null on the last one',
  at: 'The day as of which it is shown; null for today',
  state: 'What holds now. "passed" has a deadline that is over and no outcome yet',
  stated: 'When it was stated in the world',
  recorded: 'When this server recorded it',
  demand: 'What is asked',
  threat: 'What is threatened; null where nothing was stated',
  deadlines: 'Every deadline ever set, the oldest first. None is ever replaced',
  inForce: 'The numbers of the deadlines that are in force; several where targets differ',
  soonest: 'The deadline in force that ends first; null without a date',
  moves: 'How often the deadline was moved. A narrowed deadline is no move',
  slip: 'Days from the first deadline to the last, negative if earlier; null without two dates',
  disputed: 'Whether a dispute is open',
  lastEntry: 'The number of the last entry of its log. Grows with every change',
  undated: 'The words of the deadline where it has no date; null otherwise',
  chains: 'Targets with equal deadlines together. Most ultimatums have one such group',
  reading: 'How the words of a deadline are read, with no more precision than they have',
  spoken: 'The words as spoken',
  earliest: 'The first instant that it can mean; null without a date',
  latest:
    'The instant at which it ends. It still belongs to a deadline of precision "instant", and is exclusive otherwise; null without a date',
  bound: '"effective": something takes effect then. "not-before": no deadline',
  zoneFrom: 'Where the time zone came from',
  edtf: 'The local date in Extended Date/Time Format (ISO 8601-2)',
  orSooner: 'Whether "or sooner" was said',
  openBeginning: 'Whether the words name no beginning, as "within 50 days"',
  approximate: 'Whether "about" or the like was said',
  assumed: 'What was assumed where the words left something open',
  event: 'What words without a date wait for',
  counted: 'Whether a length of time is counted from it',
  deadline: 'One deadline, with what became of it',
  deadlineNumber: '1, 2, 3 … in the order of the log',
  entry: 'The number of an entry of the log',
  scope: 'The targets it is for; null for all',
  correctedFrom: 'How it was read before it was corrected; null where it was not',
  became: 'What became of it, in order',
  to: 'The number of the deadline after it',
  days: 'Days to the deadline after it, negative if earlier',
  lifted: 'Whether it no longer counted when it was over',
  actor: 'Who did it; null for the issuer',
  headline: 'What holds of it in one line, worked out by the method and never typed',
  verdict: 'What one outcome comes to',
  share: 'A verdict, and of how many targets it is; null for all',
  outcome: 'What a target did, and what the issuer did about the threat',
  complied: 'When the demand was met',
  acted: 'When the threat was carried out',
  note: 'A remark of whoever recorded it',
  paused: 'Whether it happened while the deadline was suspended',
  late: 'Whether the demand was met after the deadline',
  reversal: 'What was undone after an outcome',
  extent: 'How far it was undone',
  link: 'How another ultimatum belongs to this one',
  incoming: 'Whether the other one leads here',
  dispute: 'A doubt about the record, and how it ended',
  how: '"settled": what it was about was corrected or removed',
  correction: 'A correction. The entry that it corrects stays in the log',
  source: 'Where something was published',
  quote: 'Words of the source',
  outlet: 'Who published it',
  grade: '"primary": the issuer\'s own words, an order or a record. "secondary": an independent report',
  archive: 'A copy that was recorded with it',
  method: 'The version of the method by which headlines are worked out',
  logEntry: 'An entry of the log. It never changes; what corrects it is an entry of its own',
  by: 'A curator, or the clock, which notes that a deadline is over',
  texts: 'What the entry says, line by line',
  correctedBy: 'The entries that correct it',
  removedBy: 'The entry that took it back; null while it stands',
  logEvent: 'What happened, as it was recorded',
  address: 'Its address',
  slug: 'The last part of its address',
  listed: 'Whether it is listed; otherwise only its address leads to it',
  inclusionRule: 'What the server records and what it leaves out',
  licence: 'Under which licence the data may be used',
  contact: 'How to reach whoever keeps the record',
  counts: 'How many ultimatums are in each state',
  since: 'When the first was recorded',
  changed: 'When the record last changed',
  aliases: 'Other names under which it is found',
  count: 'How many ultimatums it has',
  figures: 'Its figures in the API',
  figure: 'How many of how many cases. Under five there is no share',
  n: 'The cases that it is a share of; each share has its own',
  portion: 'From 0 to 1, with the 95 % interval of Wilson from "low" to "high"',
  median: 'In calendar days, negative for earlier; null where there is no case',
  curve: 'How long it takes, by Kaplan and Meier. A case that is open counts as long as it has been watched',
  events: 'For how many it has happened',
  half: 'Days after which it has happened for half of them; null where it has not come to that',
  atRisk: 'Cases still watched just before',
  without: 'The share for which it has not happened from this day on',
  error: 'The standard error of Greenwood',
  cases: 'Ultimatums that are counted.',
  joint: 'Of them, those that several issuers stated',
  notReviewed: 'Passed, without an outcome yet. In no share of what became of them',
  leftOut: 'In no figure',
  beside: 'Counted beside the shares',
  demands: 'What became of the demands: of those with an outcome and a deadline',
  moved: 'Deadlines that moved: of those whose first deadline is over, or that are closed',
  threats: 'What became of the threats: of those that fell due',
  all: 'Each ultimatum once. A joint one counts for each of its issuers below',
  problem: 'Why a request was not answered (RFC 9457)',
  detail: 'What is wrong and what to do',
  parameter: 'The parameter that is wrong',
  hidden: 'Of a hidden ultimatum: since when, and why. Nothing else of it is shown',
};

/** Answers of an operation that are no answer to it. */
const responses = {
  found: 'What was asked for',
  unchanged: 'It has not changed since',
  wrong: 'A parameter is wrong; "detail" says what to do',
  missing: 'There is no such thing, or nobody may see it. Of a hidden ultimatum its tombstone',
  busy: 'Too much was asked for at once; try again in a moment',
  etag: 'Changes if and only if the body does',
  digest: 'The SHA-256 of the body (RFC 9530)',
};

/** The titles that HTTP gives to each status. */
const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  503: 'Service Unavailable',
};

/** What may be given, where something else was. */
const wrong: Readonly<Record<ApiParameter, Text>> = {
  q: t`"q" can have up to 300 characters.`,
  issuer: t`"issuer" can have up to 300 characters.`,
  target: t`"target" can have up to 300 characters.`,
  tag: t`"tag" can have up to 300 characters.`,
  state: t`"state" can be running, paused, passed or closed, or a state as answers have it: open, suspended, withdrawn, superseded, resolved.`,
  at: t`"at" is a day such as 2025-07-20.`,
  limit: t`"limit" is a whole number from 1 to 100.`,
  cursor: t`This "cursor" leads nowhere. Follow the address in "next", or leave the cursor out to begin at the first page.`,
};

const problems = {
  wrong,
  twice: (name: Text): Text => t`"${name}" was given more than once. Give it once.`,
  unknown: (name: Text, known: Text): Text =>
    t`There is no parameter "${name}" here. What can be given: ${known}.`,
  noneKnown: (name: Text): Text =>
    t`There is no parameter "${name}" here. Leave it out: nothing can be given.`,
  missing: t`There is nothing here. It may never have existed, or its server may have switched its public record off.`,
  method: t`This API only reads. Use GET or HEAD.`,
  busy: t`Too much was asked for at once. Try again in a moment.`,
  failed: t`Something went wrong, and it has been logged. Try again.`,
};

export const api = { info, operations, parameters, path, fields, responses, titles, problems };
