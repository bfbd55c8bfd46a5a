/** `/ultimatum` in English: descriptions of its subcommands and options, and what is suggested while a person types. */

/** Shared by several subcommands. Discord takes at most 100 characters. */
const options = {
  ultimatum: 'Which ultimatum',
  deadline: 'The deadline in the words used, such as "50 days" or "by Friday"',
  source: 'Link to where it was said or reported',
  quote: 'The words used',
  stated: 'When it was said, such as "14 Jul" or "yesterday 18:00" (default: today)',
  zone: "The issuer's time zone: a city or an IANA name",
  issuer: 'Who makes the demand',
  target: 'Of whom it is demanded (separate several with ;)',
  demand: 'What must be done',
  threat: 'What the issuer threatens to do otherwise',
  tag: 'Tags to find it by (separate several with ;)',
  reason: 'Why',
  compliance: 'What the target did',
  followThrough: 'What the issuer did about the threat',
};

export const ultimatum = {
  options,
  record: { description: 'Record an ultimatum: who demands what of whom, by when, or else what' },
  move: { description: 'Record a new deadline in the words used' },
  outcome: {
    description: 'Record what the target did and what the issuer did about the threat',
    complied: 'When the target did it',
    acted: 'When the issuer did it',
    target: 'Which target (default: all that have no outcome yet)',
    note: 'A note in one sentence',
  },
  suspend: { description: 'Record a pause: no deadline is in force until it is resumed' },
  resume: { description: 'Record a new deadline after a pause' },
  withdraw: { description: 'Record that the issuer withdrew it' },
  replace: {
    description: 'Record that another ultimatum took its place',
    by: 'The ultimatum that took its place',
  },
  terms: { description: 'Record a change of the demand, the threat or the targets' },
  correct: {
    description:
      'Fix our own mistake in an entry; it never counts as a move, and both versions stay in the log',
    entry: 'The entry to correct',
  },
  source: {
    description: 'Add a source',
    grade: 'What kind of source it is (default: a report)',
    archive: 'Link to an archived copy of it',
  },
  dispute: { description: 'Dispute what the record says, and say why' },
  hide: {
    description: 'Hide an ultimatum, or make a hidden one visible again (needs Manage Server)',
    reason: 'Why, such as "duplicate of U-12"',
  },
  show: {
    description: 'Show an ultimatum: every deadline it had and what became of each',
    at: 'As it was known on that day, such as "28 Jul"',
  },
  list: {
    description: 'List and search ultimatums, soonest deadline first',
    text: 'Words in the issuer, target, demand, threat or quotes',
    state: 'Which ones (default: running)',
  },
  suggestions: {
    /** Begins with the number, which is what comes back. */
    entry: (seq: number, what: string, day: string): string => `${seq}: ${what}, ${day}`,
    hidden: (subject: string): string => `${subject} (hidden)`,
    badZone: (given: string): string => `"${given}" is not a time zone; pick one from its suggestions`,
    badStated: "the day it was said can't be read; correct that first",
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow: still to come',
    laterToday: 'later today: still to come',
    daysAgo: (days: number): string => `${days} days ago`,
    inDays: (days: number): string => `in ${days} days: still to come`,
    time: (day: string, time: string, place: string): string => `${day}, ${time} in ${place}`,
    moment: (when: string, away: string): string => `${when}, ${away}`,
  },
};
