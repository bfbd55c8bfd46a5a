/** Drafts in English: what stands beside the post in a preview, its buttons, and what is said when one is undone. */
import { command, type Part, type Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';
import { plural } from './plural.js';

/** Whole sentences under a preview. */
const notes = {
  headline: (headline: Text): Text => t`Headline, worked out from what the two sides did: ${headline}.`,
  outcomeSources: (given: Text): Text =>
    t`An outcome needs the issuer's own words or a record, or two reports from different outlets. Given: ${given}.`,
  records: (count: number): Text => plural(count, { one: t`1 record`, other: t`${count} records` }),
  reports: (count: number): Text => plural(count, { one: t`1 report`, other: t`${count} reports` }),
  officialPage: (hosts: Text): Text =>
    t`Official page: ${hosts}. Confirm below if these are the issuer's own words or a record.`,
  ownWords: (hosts: Text): Text =>
    t`People post in their own name on ${hosts}. Confirm below if these are the issuer's own words.`,
  without: (headline: Text, now: Text): Text =>
    t`Headline without this entry: ${headline}. Headline now: ${now}.`,
  stillWithout: (headline: Text): Text => t`Headline without this entry: ${headline}, as now.`,
  corrected: (headline: Text, now: Text): Text =>
    t`Headline with this correction: ${headline}. Headline now: ${now}.`,
  recount: (entry: number, words: Text, was: Text, now: Text): Text =>
    t`Entry ${entry} (${words}) was counted from this deadline. Counted anew it is ${now}; it stays ${was} unless you change it in the next step.`,
  recountNext: (entry: number, words: Text, was: Text): Text =>
    t`Entry ${entry} (${words}) was counted from the earlier deadline and stays ${was}.`,
  unsourced: t`No source given: it is saved as unsourced and left out of all figures.`,
  lookalike: (number: number): Text =>
    t`This looks like ${subject(number)}, which is still running. If its deadline moved, cancel and use ${command('ultimatum move')}.`,
  saidEarlier: (words: Part): Text =>
    t`The post says "${words}". If that is when it was said, choose it below.`,
  unfinished: (demand: Part): Text => t`You have an unfinished record: "${demand}".`,
};

/** Parts of a sentence: they stand after `Assumed:`, with semicolons between them. */
const assumptions = {
  stated: (on: Text): Text => t`said ${on}`,
  statedToday: (on: Text): Text => t`said ${on} (today)`,
  longAgo: (stated: Text): Text => t`${stated}, more than a year ago`,
  typedZone: (place: Text): Text => t`time zone ${place}, as typed`,
  issuerZone: (place: Text): Text => t`the issuer's time zone, ${place}`,
  serverZone: (place: Text): Text => t`the server's time zone, ${place}`,
};

const timeOf = (place: string): string => (place === 'UTC' ? place : `${place} time`);

/** Questions that are answered with a button; the labels have at most 80 characters with a name of 60. */
const asks = {
  name: (given: Part, known: Text): Text => t`You typed "${given}". Is this ${known}, already on record?`,
  takeName: (name: string): string => `Yes, ${name}`,
  keepName: (name: string): string => `No, keep "${name}"`,
  zone: (issuer: Part, server: Text): Text =>
    t`Which time zone is the deadline in? No time zone is on record for ${issuer}; this server's is ${server}.`,
  takeZone: (place: string): string => timeOf(place),
  serverZone: (place: string): string => `${timeOf(place)}, this server's`,
};

/** At most 80 characters each. */
const buttons = {
  propose: 'Propose',
  narrow: 'Narrow deadline',
  remove: 'Remove entry',
  recount: (entry: number, date: string): string => `Change entry ${entry} to ${date}`,
  changeDeadline: 'Change deadline',
  saidOn: (day: string): string => `Said on ${day}`,
  primary: "These are the issuer's own words or a record",
  edit: 'Edit text',
  cancel: 'Cancel',
  unfinished: 'Open the unfinished one',
  undated: 'Record without a date',
  datedEvent: 'When it happened',
  asSource: 'Add as a source',
  correctEntry: (entry: number): string => `Correct entry ${entry}`,
};

export const drafts = {
  notes,
  asks,
  assumptions,
  buttons,
  /** Below a refusal, above the buttons. */
  kept: t`Not saved yet. Your text is kept; choose what to change.`,
  undone: (number: number): Text =>
    t`Undone: ${subject(number)}. Nothing was posted; the log keeps both entries.`,
};
