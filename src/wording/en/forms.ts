/** Forms in English. Discord takes at most 45 characters for a label and 100 for a hint. */
import type { Compliance, Extent, FollowThrough, Grade, LinkKind, ReversalKind } from '../../domain/entry.js';
import type { FormFieldId } from '../../domain/verbs.js';
import type { FieldWords } from '../field-words.js';

const fields = {
  parties: {
    label: 'Who → whom',
    hint: 'Such as Donald Trump → Russia. Separate several targets with a semicolon.',
    placeholder: 'Donald Trump → Russia',
  },
  target: { label: 'For which targets?' },
  demand: { label: 'Demand' },
  threat: { label: 'Otherwise', hint: 'What the issuer threatens to do otherwise.' },
  deadline: {
    label: 'Deadline, in the words used',
    hint: 'Write "none" if no deadline was stated.',
    placeholder: '50 days',
  },
  quote: { label: 'Quote' },
  source: { label: 'Links, one per line' },
  stated: {
    label: 'When it was said',
    hint: 'A day, or a day and a time, such as "14 Jul" or "yesterday 18:00".',
  },
  zone: {
    label: "The issuer's time zone",
    hint: 'A city or an IANA name, such as "Washington" or "Europe/Moscow".',
  },
  reason: { label: 'Reason' },
  compliance: { label: 'What did the target do?' },
  'follow-through': { label: 'What did the issuer do about the threat?' },
  when: {
    label: 'When it happened',
    hint: "If they acted on different days: the target's day first, then the issuer's, one per line.",
  },
  event: {
    label: 'When it happened',
    hint: 'A day, or a day and a time, such as "8 Oct 14:00". The deadline is counted from it.',
  },
  note: { label: 'Note, in one sentence' },
  targets: { label: 'Targets', hint: 'Separate several with a semicolon.' },
  by: { label: 'Who did it', hint: 'Where it was not the issuer.' },
  tag: { label: 'Tags', hint: 'Separate several with a semicolon.' },
  grade: { label: 'Kind of source' },
  complied: { label: 'When the target did it' },
  acted: { label: 'When the issuer did it' },
} as const satisfies Readonly<Record<FormFieldId, FieldWords>>;

const compliance: Readonly<Record<Compliance, string>> = {
  full: 'Met the demand',
  partial: 'Met the demand in part',
  negotiated: 'Reached a different agreement with the issuer',
  none: 'Did not meet the demand',
  'not-codable': 'The sources do not tell',
};

const followThrough: Readonly<Record<FollowThrough, string>> = {
  full: 'Carried out the threat',
  partial: 'Carried out the threat in part',
  substitute: 'Did something else instead',
  none: 'Did not carry out the threat',
  'not-due': 'Had no reason to act: it was met, withdrawn or replaced',
  'not-codable': 'The sources do not tell',
};

const grade: Readonly<Record<Exclude<Grade, 'unsourced'>, string>> = {
  primary: "The issuer's own words, an order or a record",
  'data-set': 'A data set',
  secondary: 'An independent report',
  page: 'Another page',
};

const reversal: Readonly<Record<ReversalKind, string>> = {
  'measures-lifted': 'The measures were lifted',
  'compliance-undone': 'What the target had done was undone',
};

const extent: Readonly<Record<Extent, string>> = {
  full: 'In full',
  partial: 'In part',
};

const linkKind: Readonly<Record<LinkKind, string>> = {
  'stage-of': 'A stage of the other one',
  'reissue-of': 'A reissue of the other one',
  'answer-to': 'An answer to the other one',
  'split-from': 'Split from the other one',
  'same-as': 'The same as the other one',
};

const closing = {
  upheld: 'Upheld: the record is wrong',
  notUpheld: 'Not upheld: the record is right',
};

export const forms = {
  fields,
  /** The questions of an outcome by name; the name is shortened until the label fits. */
  questions: {
    targets: 'What did these targets do?',
    target: (name: string): string => `What did ${name} do?`,
    issuer: (name: string): string => `What did ${name} do about the threat?`,
    shortIssuer: (name: string): string => `What did ${name} do?`,
    aboutThreat: 'About the threat.',
  },
  /** A choice of `target`. */
  allTargets: 'All that have no outcome yet',
  choices: { compliance, followThrough, grade, reversal, extent, linkKind, closing },
  /** Where only one day is asked for. */
  oneDay: { label: 'When it happened', hint: 'A day, such as "14 Jul" or "yesterday".' },
};
