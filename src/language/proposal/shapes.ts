/** Pieces of the sentence shapes. */
import { nameIn, namesIn } from './names.js';
import { conditionOf, NOTHING, tailOf, takeBite, threatOf, unlessCondition, type Parts } from './tail.js';
import { ADJECTIVE } from './time.js';

export type Groups = Readonly<Record<string, string | undefined>>;
/** A shape of a sentence, and what its groups say. */
export type Head = readonly [RegExp, (groups: Groups) => Parts];

export const ISSUER = '(?<issuer>.{2,90}?)';
export const TARGET = '(?<target>.{1,70}?)';
export const ARTICLE =
  '(?:["“”‘’\']?(?:an?|the|its|his|her|their|another|new|final|fresh|stark|formal|strict|firm|last|tight|public)["“”‘’\']? ){0,3}';
export const TIME = `(?<time>${ADJECTIVE})`;
export const IF = '(?<word>unless|if) (?<clause>.+)$';

export const head = (source: string, read: (groups: Groups) => Parts, flags = 'i'): Head => [
  new RegExp(source, flags),
  read,
];

/** "Its flight attendants": people are named by what they do, whosever they are. */
const OWN = new RegExp(
  `^(?:its|their|his|her) (?=(?:\\d[\\d,]* )?(?:\\w+ )?(?:staff|workers?|employees?|members|drivers|pilots|crews?|attendants|nurses|doctors|teachers|citizens|tenants|students|suppliers|customers|users|contractors)$)`,
  'i',
);

/** Issuer and target as names, the rest from the tail; a time before it holds where the tail has none. */
export function stated({ issuer, target, time: given, of, tail }: Groups): Parts {
  const time = given !== undefined && of !== undefined ? `${given} on ${of}` : given;
  const that = /^that (.+)$/i.exec(tail ?? '')?.[1];
  const rest = tailOf(that ?? tail);
  const act = that === undefined || rest.demand === null ? null : unlessCondition(rest.demand);
  return {
    issuer: nameIn(issuer),
    target: namesIn(target?.replace(OWN, '')) ?? nameIn(act?.who ?? undefined),
    ...rest,
    demand: act?.demand ?? rest.demand,
    deadline: time === undefined ? rest.deadline : time.trim(),
  };
}

/** "Strike all three Detroit automakers": at the end of the threat, without a preposition. */
const OBJECT =
  /\b(?:strike|hit|drive back|sue|invade|attack|bomb|sanction|expel|punish|destroy|seize|suspend|ban|bar|fine|blacklist|relegate|boycott|disqualify|arrest|deport|dismiss|leave|quit|cut off) ((?:all |the )?(?:(?!on |in |at |into |with |from |by |of |and )[\w.’'-]+ ){0,3}?\p{Lu}[\p{L}.’'-]*(?: (?!on |in |at |into |with |from |by |of |and )[\p{L}.’'-]+){0,2})$/u;

/** Against whom the threat goes: "tariffs on Canada", "war against Iran". */
function struck(threat: string | undefined): string | null {
  const match =
    /\b(?:on|against|(?:hit|slap|strike|target|charge)(?= [^,]{2,40} with\b)) ((?:the )?\p{Lu}[\p{L}.’'-]*(?:(?: (?:and|of|the))? \p{Lu}[\p{L}.’'-]*){0,4})/u.exec(
      threat ?? '',
    );
  return nameIn(match?.[1] ?? OBJECT.exec(threat ?? '')?.[1]);
}

/** "… that it will resume the war unless hostages are released by Saturday noon". */
export function conditional({ issuer, target, threat, word = 'if', clause = '' }: Groups): Parts {
  const { demand, who, deadline } = conditionOf(word, clause);
  const bite = takeBite(threat ?? '');
  const own = namesIn(target) ?? nameIn(who ?? undefined) ?? struck(bite.rest);
  // "Prices will rise unless it rains": without a date or somebody to do it, it is a sentence like any other.
  if (own === null && deadline === null && bite.found === null) return NOTHING;
  return {
    issuer: nameIn(issuer),
    target: own,
    demand,
    threat: threatOf(bite.rest),
    deadline: deadline ?? bite.found,
  };
}

/** What must be done is an ultimatum only with a deadline or a threat. */
export function weighty(groups: Groups): Parts {
  const parts = stated(groups);
  return parts.deadline === null && parts.threat === null ? NOTHING : parts;
}

/** The first shape that says something: a demand, or who gives whom a deadline. */
export function first(heads: readonly Head[], text: string): Parts | null {
  for (const [pattern, read] of heads) {
    const groups = pattern.exec(text)?.groups;
    const parts = groups === undefined ? NOTHING : read(groups);
    if (parts.demand !== null || (parts.target !== null && parts.deadline !== null)) return parts;
    if (parts.issuer !== null && parts.target !== null) return parts;
  }
  return null;
}
