/** Takes the demand, the deadline and the threat out of the rest of a sentence. */
import { anyOf, either } from './pattern.js';
import { trimmed } from './text.js';
import { BITES, BY, DURATION, GIVEN } from './time.js';

/** What one sentence says of an ultimatum; null where it does not. */
export interface Parts {
  readonly issuer: string | null;
  readonly target: string | null;
  readonly demand: string | null;
  readonly threat: string | null;
  /** The words of the deadline as they stand. */
  readonly deadline: string | null;
}

export const NOTHING: Parts = { issuer: null, target: null, demand: null, threat: null, deadline: null };

const PRONOUN = '(?:it|they|he|she|we|you|i)';
/** What can follow "or" where it means "otherwise" and not a choice ("10 or 12 days", "sign or ratify"). */
const OTHERWISE = anyOf(
  'else|otherwise|face|faces|risk|risks',
  'be \\w+',
  'lose|suffer|see|pay|expect|get|surrender|leave|quit|resign|go|close|step down|no ',
  "(?:we|we[’']ll|i|i[’']ll|it|it[’']ll|they|they[’']ll|he|she|there|there[’']ll)\\s",
  '(?:the |its |his )?(?:[^,;:.]|\\.(?=\\d)){2,40}? (?:will|would|resumes?|ends?|starts?|begins?|strikes?)\\b',
);
const OR = new RegExp(`(?:[,;]|\\s[-–—])?\\s+or(?: else| otherwise)?,?\\s+(?=["“‘']?${OTHERWISE})`, 'i');
const OR_AFTER_COMMA = /(?:[,;]|\s[-–—])\s+or(?: else| otherwise)?,?\s+(?!\d)/i;
const OR_AFTER_DATE = new RegExp(`(?<=${BY})\\s+or(?: else)?\\s+(?!\\d|sooner|earlier)`, 'i');
const WARNS = anyOf(
  'otherwise(?: he| it| they)?(?: will| would)?',
  'failing which|if not',
  'threaten(?:ing|s|ed)?(?: to| it with| them with)?',
  'warning (?:that|of)(?: it| he| they)?(?: will| would)?',
  'under threat of|on pain of',
  'and (?:has |have |later )?(?:warned|threatened|warns|threatens)(?: that| of| to)?',
);
const WARNING = new RegExp(String.raw`(?:[,;]|\s[-–—])\s*${WARNS}\s+(.{3,})$`, 'i');

const DEADLINE = new RegExp(`(?:,\\s*)?(?<!\\w)(${BY})(?!\\w)`, 'i');
const GIVEN_ALONE = new RegExp(`^${GIVEN}$`, 'i');

export interface Taken {
  readonly rest: string;
  readonly found: string | null;
}

/** Takes the deadline out of a clause. */
export function takeDeadline(text: string, pattern = DEADLINE): Taken {
  const match = pattern.exec(text);
  if (match?.[1] === undefined) return { rest: trimmed(text), found: null };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { rest: trimmed(rest.replace(/\s+,/g, ',')), found: match[1].trim() };
}

const BITING = new RegExp(`(?:,\\s*)?(?<!\\w)(${BITES})(?!\\w)`, 'i');

export const takeBite = (text: string): Taken => takeDeadline(text, BITING);

/** "face severe tariffs" is "severe tariffs"; marks around the whole are taken off. */
export function threatOf(text: string | undefined): string | null {
  const bare = trimmed(text ?? '')
    .replace(/(?:^|\s+)(?:or\s+)?(?:else|otherwise)$/i, '')
    .replace(/^(?:or\s+)?(?:else,?\s+|otherwise,?\s+)/i, '')
    .replace(/^(?:to\s+)?(?:face|faces|facing|risk|risks|suffer|expect)\s+/i, '')
    .replace(/^(?:it|they|he|she)(?: will| would|['’]ll|['’]d)\s+(?:(?:face|risk|suffer)\s+)?/i, '')
    .replace(/^(?:the|a)\s+(?=(?:risk|threat|prospect) of\s)/i, '')
    .replace(/^(?:risk|threat|prospect) of\s+/i, '');
  const unquoted = /^["“‘']([^"“”‘’']+)["”’']$/.exec(bare)?.[1] ?? bare;
  return unquoted.length < 3 ? null : unquoted;
}

interface Split {
  readonly before: string;
  readonly after: string | null;
}

function splitOr(text: string): Split {
  const match = OR.exec(text) ?? OR_AFTER_COMMA.exec(text) ?? OR_AFTER_DATE.exec(text);
  if (match !== null) {
    return { before: text.slice(0, match.index), after: text.slice(match.index + match[0].length) };
  }
  const warned = WARNING.exec(text);
  return warned === null
    ? { before: text, after: null }
    : { before: text.slice(0, warned.index), after: warned[1] ?? null };
}

/** What a sentence adds that is neither demand nor threat: when, where and with which words it was said. */
const CIRCUMSTANCE = anyOf(
  String.raw`as (?:he|it|they|tensions)\b`,
  String.raw`after (?:he|it|they|talks)\b`,
  String.raw`in (?:a|an|his|its) (?:post|statement|speech|interview|letter)\b`,
  String.raw`according to\b`,
  String.raw`amid\b`,
  String.raw`after ${DURATION}`,
  String.raw`in what\b`,
  String.raw`ahead of\b`,
  String.raw`(?:his|her|their|its|the|an?) [\w ]{2,30} (?:told|said|says)\b`,
);
const ASIDE = new RegExp(
  either(
    String.raw`,?\s+${CIRCUMSTANCE}.*$`,
    String.raw`,\s*(?:accusing|saying|citing|calling|adding|insisting|and not)\b.*$`,
    ';.*$',
    String.raw`:\s*["“].*$`,
    String.raw`,\s*[^,]{3,60}\b(?:says|said)\b.{0,30}$`,
    String.raw`\s+by then\.?$`,
  ),
  'i',
);

/** "end the war by Friday or face tariffs" to its demand, deadline and threat. */
export function tailOf(text: string | undefined): Pick<Parts, 'demand' | 'threat' | 'deadline'> {
  if (text === undefined) return { demand: null, threat: null, deadline: null };
  const { before, after } = splitOr(text.replace(POLITE, ''));
  const { rest, found } = takeDeadline(before);
  // The deadline may stand before the "or" or after the threat ("or we strike on Monday").
  const late = found === null && after !== null ? takeBite(after) : null;
  const demand = trimmed(rest.replace(ASIDE, ''));
  return {
    demand: demand.length < 3 || GIVEN_ALONE.test(demand) ? null : demand,
    threat: threatOf((late?.rest ?? after ?? '').replace(ASIDE, '')),
    deadline: found ?? late?.found ?? null,
  };
}

const NEGATED =
  /^(.{2,60}?)\s+(?:(?:do|does|did)(?:n['’]t| not)|won['’]t|will not|fails? to|failed to|refuses? to|cannot|can['’]t|could not)\s+(.+)$/i;
const PASSIVE = /^(.{2,80}?)\s+(is|are|was|were|has|have)(?:n['’]t| not)(?: been)?\s+(.+)$/i;
const NO_DEAL =
  /^(?:there (?:is|was) )?no (.{3,80}?)(?: (?:is|was) (?:reached|signed|agreed|struck|made|in place))?$/i;
const ONLY_PRONOUN = new RegExp(`^(?:${PRONOUN}|both sides|the two sides)$`, 'i');

/** "withdraws" is "withdraw". */
function bareVerb(clause: string): string {
  const [verb = '', ...rest] = clause.split(' ');
  const past = PAST_ACTS[verb];
  const bare = /^(?:is|was|does|has)$/i.test(verb)
    ? verb
    : past !== undefined
      ? past
      : verb
          .replace(/ies$/, 'y')
          .replace(/(?<=sh|ch|ss|x|o)es$/, '')
          .replace(/(?<![s'’iu])s$/, '');
  return [bare, ...rest].join(' ');
}

export interface Condition {
  readonly demand: string | null;
  /** Whose act is named. */
  readonly who: string | null;
}

function whoOf(subject: string): string | null {
  return ONLY_PRONOUN.test(subject.trim()) ? null : subject;
}

/** What can stop or change, and can do nothing itself. */
const THING = new RegExp(
  `\\b${anyOf('wars?|fighting|talks|deal|offers?|attacks?|violence|rockets?|strikes?|agreement|ceasefire|truce|pay|wages|prices|law|bill', 'tariffs?|demands?|money|ransom|killings?|shelling|bombing|blockade|siege|drills|exercises|conditions')}$`,
  'i',
);

/** "The war does not stop": a thing is not asked to do something. */
function negatedCondition(subject: string, clause: string, act: string): Condition {
  if (!THING.test(subject)) return { demand: act, who: whoOf(subject) };
  const [verb = '', ...rest] = act.split(' ');
  const ending = / does(?:n['’]t| not) /i.test(clause) ? 's' : '';
  return { demand: [subject, `${verb}${ending}`, ...rest].join(' '), who: null };
}

/** "Hamas does not release the hostages": what would have to be done, and by whom. */
function ifCondition(clause: string): Condition {
  const none = NO_DEAL.exec(clause)?.[1];
  if (none !== undefined)
    return { demand: `${/^(?!eu|one\b|uk|us|uni)[aeiou]/i.test(none) ? 'an' : 'a'} ${none}`, who: null };
  const negated = NEGATED.exec(clause);
  if (negated !== null) return negatedCondition(negated[1] ?? '', negated[0], negated[2] ?? '');
  const passive = PASSIVE.exec(clause);
  if (passive === null) return { demand: null, who: null };
  const [, subject = '', verb = '', rest = ''] = passive;
  const be = /^(?:has|have)$/i.test(verb) ? (/^has$/i.test(verb) ? 'is' : 'are') : verb;
  return { demand: `${subject} ${be} ${rest}`, who: null };
}

/** The verbs that demands begin with. */
export const ACT = anyOf(
  'agree|accept|release|withdraw|stop|end|halt|pay|sign|open|lift|hand|return|pull|dismantle|disarm',
  'surrender|comply|negotiate|make|strike|reach|drop|remove|resign|step|cease|leave|allow|free',
  'extradite|back|reopen|give|meet|raise|buy|restore|abandon|reverse|suspend|cut|sell|change|close',
  'improve|move|apologi[sz]e|evacuate|disclose|end|quit|approve|scrap|curb|ban|submit|bring|recogni[sz]e|join|guarantee',
  'provide|deliver|replace|fix|publish|ratify|repay|compensate|delete|block|license|divest|spin|settle|start|begin|resume',
  'respond|answer|explain|prove|confirm|cooperate|honou?r|keep|let|send|vacate|dismiss|recall|rehire|reinstate|increase',
  'cap|call|hold|set|condemn|renounce|relinquish|turn|disband|dissolve|unfreeze|repeal|amend|rescind|clear|commit|sack',
  'hire|fund|grant|extend|break|put|take|exempt|shut|expel|deport|arrest|hand over|vote|approve|act|do',
);
/** Reported speech puts what is demanded in the past: "unless the government made a new offer". */
const PAST_ACTS: Readonly<Record<string, string>> = {
  made: 'make',
  withdrew: 'withdraw',
  met: 'meet',
  paid: 'pay',
  gave: 'give',
  came: 'come',
  left: 'leave',
  began: 'begin',
  took: 'take',
  sent: 'send',
  brought: 'bring',
  dropped: 'drop',
  stopped: 'stop',
  improved: 'improve',
  agreed: 'agree',
  released: 'release',
  freed: 'free',
  ceased: 'cease',
  closed: 'close',
  ...Object.fromEntries(
    'lift sign end halt accept open hand return pull back reopen allow approve resign pay reach cancel'
      .split(' ')
      .map((verb) => [`${verb}ed`, verb]),
  ),
};
const ACTS = new RegExp(`^(.{2,40}?)\\s+(${ACT}(?:e?s)?|${Object.keys(PAST_ACTS).join('|')})\\s+(.+)$`, 'i');
/** "The board resigns": nothing has to stand behind these. */
const ENDS_IN_ACT =
  /^(.{2,40}?)(?<!\b(?:is|are|was|were|be|been|has|have|had|not))\s+(resigns?|pays?|leaves?|quits?|surrenders?|compl(?:y|ies)|withdraws?|agrees?|apologi[sz]es?|responds?|answers?|disarms?|acts?|go(?:es)?|retreats?|yields?|steps? down|backs? down|withdrew|resigned|paid|left)$/i;
const IMPERATIVE = new RegExp(
  `^(?:(?:hi|hello|dear)\\b[^,]{0,30}, )?(?:please |kindly |you (?:must|should|need to|are required to|are asked to|have to) |${ACT}\\b)`,
  'i',
);
const POLITE =
  /^(?:(?:hi|hello|dear)\b[^,]{0,30}, )?(?:please|kindly|you (?:must|should|need to|are required to|are asked to|have to)) /i;

/** "Leave Kherson by Friday", said to somebody. */
export const isImperative = (text: string): boolean => IMPERATIVE.test(text);

const OWN_ACT = new RegExp(`^${PRONOUN} (?!is |are |was |were |has |have )(\\w+ .+)$`, 'i');

/** "Hamas releases the hostages": the demand, and of whom. */
export function unlessCondition(clause: string): Condition {
  const own = OWN_ACT.exec(clause)?.[1];
  if (own !== undefined) return { demand: bareVerb(own), who: null };
  const acts = ACTS.exec(clause) ?? ENDS_IN_ACT.exec(clause);
  if (acts === null) return { demand: clause, who: null };
  const [, subject = '', verb = '', rest = ''] = acts;
  if (rest === '' && THING.test(subject)) return { demand: clause, who: null };
  return { demand: `${bareVerb(verb)} ${rest}`.trim(), who: whoOf(subject) };
}

/** What stands after "if" or "unless", its deadline taken out. */
export function conditionOf(word: string, clause: string): Condition & { readonly deadline: string | null } {
  const { rest, found } = takeDeadline(clause.replace(ASIDE, ''));
  const condition = /^unless$/i.test(word) ? unlessCondition(rest) : ifCondition(rest);
  return { ...condition, deadline: found };
}
