/** The public pages in English: what every page has, and the pages that are about no ultimatum. */
import type { Part, Text } from '../../parts.js';
import { t } from '../../text.js';
import { plural } from '../plural.js';

/** On every page. */
export const frame = {
  tagline: t`a record of stated ultimatums`,
  skip: t`Skip to the record`,
  /** Of a page that has no name. */
  unnamed: t`Record of ultimatums`,
  navigation: 'Site',
  record: t`Record`,
  names: t`Issuers`,
  rules: t`Rules`,
  keptBy: (name: Text): Text =>
    t`Kept by curators of ${name}. Nothing is overwritten: corrections stay beside what they correct.`,
  method: (version: number): Text => t`Method ${version}`,
  licence: (licence: Text): Text => t`Data: ${licence}`,
  privacy: t`Privacy`,
  terms: t`Terms`,
  /** Beside a deadline, in the time zone of the reader. */
  yours: (time: string): string => `${time} in your time zone`,
  titled: (page: Text, site: Text): Text => t`${page} – ${site}`,
  older: t`Next page`,
  newer: t`First page`,
  pages: (what: Text): Text => t`Pages of ${what}`,
};

/** What leads nowhere, and what is hidden. */
export const missing = {
  title: t`There is no such page`,
  text: t`It may have been moved, or its server may have switched its public page off.`,
  hidden: t`Hidden`,
  busy: t`Too many readers at once`,
  busyText: t`Please try again in a moment.`,
  failed: t`Something went wrong`,
  failedText: t`The page could not be made. Please try again.`,
};

/** `/`. */
export const home = {
  title: t`Ultimatum`,
  lede: t`The public record of stated ultimatums: who demands what of whom, by when, with which threat, and what became of each deadline.`,
  servers: t`Records`,
  none: t`No server has listed its record here.`,
  what: t`What this is`,
  about: [
    t`Discord servers keep these records with a bot. Every entry has a date on which it was stated in the world and one on which it was recorded, and links to its sources.`,
    t`A moved deadline never replaces the one before it. Each keeps its own line, with the words as spoken and what became of it.`,
    t`A headline such as "Not met, partly carried out" is never typed. It is worked out from what each side did and when, by rules that every record shows.`,
  ],
};

/** `/s/SERVER/rules`. */
export const rules = {
  title: t`What is recorded here, and how`,
  inclusion: t`What gets recorded`,
  noInclusion: t`This server has not said what it records and what it leaves out. Its record is a selection, and counts of it say nothing about what it left out.`,
  method: (version: number): Text => t`Method, version ${version}`,
  methodText: [
    t`Two things are recorded of every closed ultimatum: what the target did (compliance), and what the issuer did about the threat (follow-through), each with its date and its sources. The headline follows from both, from the deadline in force, and from the order of the two acts.`,
    t`Full and partial compliance count as in time until the deadline is over: the end of the day or of the window that was named, in the issuer's time zone. Acts within an hour after an exact time count as at the deadline.`,
    t`A new deadline is moved earlier or moved later if it ends on another date. Inside the earlier window it is narrowed, which is no move. After the earlier one has passed, it is a new deadline and is said to be one.`,
    t`The clock says only that a deadline has passed. Whether the demand was met is recorded by a curator, with one record or two independent reports.`,
    t`A correction never removes anything: the log keeps both, and the page lists what was corrected. An open dispute is shown beside the headline.`,
  ],
  table: t`The headline for each pair of what was done`,
  compliance: t`Compliance`,
  rows: {
    full: t`Full, in time`,
    negotiated: t`Negotiated, in time`,
    partial: t`Partial, in time`,
    none: t`None`,
    late: t`Full or partial, late`,
  },
  columns: {
    'not-due': t`Not due`,
    none: t`Not carried out`,
    some: t`Partial, substitute`,
    full: t`Full`,
  },
  impossible: t`–`,
  order: t`Where both acts have a date, their order is said as well: "Met under measures" where the measures came first.`,
  changes: t`What version 2 changed`,
  changesText: t`Version 1 called every late settlement "Complied late", and did not say whether measures came before compliance. Records made under version 1 are shown by version 2.`,
  corrections: t`Corrections of the last year`,
  noCorrections: t`None.`,
  correction: (page: Part, day: Text, reason: Part): Text => t`${page}, ${day}: ${reason}`,
  keeper: t`Who keeps it`,
  keeperText: (name: Text): Text =>
    t`Curators of ${name}, a server on Discord. They record in public, and each entry is in the log.`,
  contact: (contact: Text): Text => t`Contact: ${contact}`,
  noContact: t`This server has given no contact for readers.`,
  licence: t`Licence of the data`,
  noLicence: t`This server has not said under which licence its data may be used.`,
};

/** `/privacy` and `/terms`. */
export const legal = {
  privacy: t`Privacy`,
  readers: t`Readers of these pages`,
  readersText: t`These pages set no cookies, load nothing from other hosts and count no visits. They show no Discord IDs and no names of members: whoever records something is "a curator", or has the name they chose for these pages.`,
  terms: t`Terms`,
  termsText: [
    t`Ultimatum is a bot for Discord and a set of public pages. It is provided as it is, without warranty of any kind.`,
    t`What a server records is that server's responsibility: its curators choose what to record, and answer for what they write. The pages show what was recorded and where it was published, and claim nothing beyond that.`,
    t`Whoever administers a server can take its pages offline at any time. Whoever is named in a record and finds it wrong should tell the server that keeps it. Its rules page says how to reach it.`,
    t`Do not use the bot or these pages to harass anyone, or to break Discord's terms of service.`,
  ],
};

/** What a link to a page unfolds as. */
export const preview = {
  open: 'Open the record',
  log: 'Log and sources',
  asRecorded: (day: Text): Text => t`As recorded on ${day}`,
  more: (count: number): Text =>
    plural(count, { one: t`and 1 earlier deadline`, other: t`and ${count} earlier deadlines` }),
};
