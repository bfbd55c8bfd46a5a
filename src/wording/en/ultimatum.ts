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
  forTargets: 'For these targets only (separate several with ;)',
  by: 'Who did it, if not the issuer',
};

export const ultimatum = {
  options,
  outcome: {
    complied: 'When the target did it',
    acted: 'When the issuer did it',
    target: 'Which targets (separate several with ;) (default: all that have no outcome yet)',
    by: 'Who carried out the threat, if not the issuer',
    note: 'A note in one sentence',
  },
  terms: {
    target: 'The whole list of targets from now on (separate several with ;)',
    for: 'For these targets only (separate several with ;)',
  },
  reversed: {
    what: 'What was undone',
    when: 'When it was undone, such as "3 Feb" or "yesterday"',
    extent: 'How far it was undone (default: in full)',
  },
  link: {
    to: 'The other ultimatum',
    as: 'How this one belongs to the other one',
  },
  dispute: {
    close: 'Close an open dispute (curators only); the reason then says why',
    entry: 'Which dispute to close, where several are open',
  },
  replace: {
    by: 'The ultimatum that took its place',
  },
  correct: {
    entry: 'The entry to correct',
    deadline: 'The deadline in the words used; "none" where the record should have no date',
    tag: 'The tags (separate several with ;); "none" takes them away',
    threat: 'What happens otherwise, as it should read; "none" takes it away',
    quote: 'The quote as it should read; "none" takes it away',
    source: 'The link as it should be; "none" takes it away',
    note: 'The note as it should read; "none" takes it away',
    stated: 'When it was said, such as "14 Jul" or "14 Jul 18:00"',
    zone: "The issuer's time zone, or that of the days typed here: a city or an IANA name",
    target: 'The targets by their right names (separate several with ;); "none": the entry is for all',
    grade: 'What kind of source it is',
    by: 'Who did it; "none" where it was the issuer',
    remove: 'Take the entry out of the record; the log keeps it and says why',
  },
  source: {
    grade: 'What kind of source it is (default: a report)',
    archive: 'Link to an archived copy of it',
  },
  hide: {
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
    tooManyProposals: (waiting: number): string =>
      `You have ${waiting} proposals waiting, which is the limit. Take one back with /proposals first.`,
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
