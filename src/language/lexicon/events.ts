/** Words that make a deadline wait for an event, in all languages. */

/** What begins a condition, one line a language. */
const LEADS = [
  'when|whenever|once(?! (?:an?|every|per|each)\\b)|until|as long as|as soon as|after|upon|if|unless|pending|provided that|in the event (?:of|that)',
  'sobald|solange|wenn|nachdem|falls|nach',
  'lorsque|dès que|tant que|quand|une fois que|après',
  'cuando|mientras|hasta que|en cuanto|una vez que|después de|tras',
  'коли|доки|щойно|після|якщо',
  'когда|пока|как только|после|если',
].join('|');

/** The lead of a condition: what follows it is the event. */
export const AWAITED = new RegExp(`(?:^|[\\s,(])(?:${LEADS})\\s+`, 'iu');

/** A text that is a condition from its first word on. */
export const ALL_CONDITION = new RegExp(`^\\W*(?:only )?(?:${LEADS})\\s+\\p{L}`, 'iu');

/** "As soon as a deal is reached" waits, where "as soon as next week" is the earliest date. */
export const AS_SOON_AS =
  /^as soon as .*\b(?:is|are|was|were|has|have|accepts?|agrees?|signs?|fails?|ends?|reach(?:es)?|pass(?:es)?|collapses?|happens?|begins?)\b/;

/** Where an event ends. */
export const EVENT_END =
  /[.;!?\n](?=\s|$)|,|\)|\s(?:or else|otherwise|unless|or face|or be)(?=\s)|\s(?:sonst|andernfalls|sinon|інакше|иначе)(?=\s)/u;
