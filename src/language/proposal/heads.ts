import { nameIn, namesIn } from './names.js';
import {
  conditionOf,
  isImperative,
  NOTHING,
  tailOf,
  takeBite,
  threatOf,
  unlessCondition,
  type Parts,
} from './tail.js';
import { ADJECTIVE, GIVEN, POINT } from './time.js';

type Groups = Readonly<Record<string, string | undefined>>;
type Head = readonly [RegExp, (groups: Groups) => Parts];

const ISSUER = '(?<issuer>.{2,90}?)';
const TARGET = '(?<target>.{2,70}?)';
const ARTICLE = '(?:(?:an?|the|its|his|her|their|another|new|final|fresh|stark|formal|strict|firm) ){0,3}';
const TIME = `(?<time>${ADJECTIVE})`;
const GIVES = '(?:gives?|gave|has given|have given|is giving|grants|granted|hands|handed)';
const SENDS =
  '(?:issues?|issued|has issued|delivers|delivered|sends|sent|presents|presented|hands|handed|gives?|gave|has given|have given|sets?|serves|served|has sent)';
const TELLS =
  '(?:tells?|have told|have warned|told|has told|orders?|ordered|has ordered|instructs|instructed|commands|commanded|urges?|urged|asks|asked|calls on|called on|warns?|warned|presses|gives notice to)';
const THREATENS =
  '(?:threatens?|threatened|has threatened|is threatening|vows?|vowed|has vowed|pledges|pledged|promises|promised|is prepared|prepares|plans|says it will|said it would|says it would|says he will|says he would|said he would)';

const head = (source: string, read: (groups: Groups) => Parts, flags = 'i'): Head => [
  new RegExp(source, flags),
  read,
];

/** Issuer and target as names, the rest from the tail; a time before it holds where the tail has none. */
function stated({ issuer, target, time, tail }: Groups): Parts {
  const that = /^that (.+)$/i.exec(tail ?? '')?.[1];
  const rest = tailOf(that ?? tail);
  const act = that === undefined || rest.demand === null ? null : unlessCondition(rest.demand);
  return {
    issuer: nameIn(issuer),
    target: namesIn(target) ?? nameIn(act?.who ?? undefined),
    ...rest,
    demand: act?.demand ?? rest.demand,
    deadline: time === undefined ? rest.deadline : time.trim(),
  };
}

/** Against whom the threat goes: "tariffs on Canada", "war against Iran". */
function struck(threat: string | undefined): string | null {
  const match =
    /\b(?:on|against|into|at) ((?:the )?\p{Lu}[\p{L}.’'-]*(?:(?: (?:and|of|the))? \p{Lu}[\p{L}.’'-]*){0,4})/u.exec(
      threat ?? '',
    );
  return nameIn(match?.[1]);
}

/** "… that it will resume the war unless hostages are released by Saturday noon". */
function conditional({ issuer, target, threat, word = 'if', clause = '' }: Groups): Parts {
  const { demand, who, deadline } = conditionOf(word, clause);
  const bite = takeBite(threat ?? '');
  const own = namesIn(target) ?? struck(bite.rest) ?? nameIn(who ?? undefined);
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

const IF = '(?<word>unless|if) (?<clause>.+)$';
const THAT_WILL =
  '(?:that )?(?:(?:it|he|she|they|we|the \\w+) )?(?:will|would|could|is going to|was going to) (?<threat>.{3,300}?),? ';

/** Whole sentences that name the issuer, the most telling first. */
const HEADS: readonly Head[] = [
  head(
    `^${ISSUER} ${GIVES} ${TARGET} ${ARTICLE}(?:just |only |about |around )?(?<time>${GIVEN})(?:[- ](?:ultimatum|deadline|notice))?(?:,? (?:in which )?to |: ?)(?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} ${SENDS} ${ARTICLE}(?:${TIME}[ -])?${ARTICLE}ultimatum to ${TARGET}(?:[:;,]| –| —| to| demanding(?: that it)?| over .{2,40}?[:,])\\s*(?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} ${SENDS} ${TARGET} ${ARTICLE}(?:${TIME}[ -])?${ARTICLE}ultimatum(?:[:;,]| –| —| to| demanding(?: that it)?| over .{2,40}?[:,])\\s*(?<tail>.+)$`,
    (groups) => (nameIn(groups['target']) === null ? NOTHING : stated(groups)),
  ),
  head(`^${ISSUER} ${SENDS} ${ARTICLE}(?:${TIME}[ -])?${ARTICLE}ultimatum to (?<target>.{2,70})$`, stated),
  head(
    `^${ISSUER} (?:issues?|issued|has issued|sets?|announces?|announced) ${ARTICLE}(?:${TIME}[ -])?${ARTICLE}ultimatum(?: demanding|[:,]) (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} ${GIVES} ${TARGET} ${ARTICLE}${TIME}[ -](?:ultimatum|deadline)(?: to (?<tail>.+))?$`,
    stated,
  ),
  head(
    `^${ISSUER} (?:sets?|has set|have set|imposes|imposed|announces|announced) ${ARTICLE}(?:${TIME}[ -])?deadline(?: of (?<of>${POINT}))? (?:for|on) ${TARGET} to (?<tail>.+)$`,
    ({ of, ...groups }) => stated({ ...groups, time: groups['time'] ?? (of === undefined ? undefined : of) }),
  ),
  head(`^${ISSUER} (?:warns?|warned|has warned|tells|told) ${TARGET} ${THAT_WILL}${IF}`, conditional),
  head(
    `^${ISSUER} (?:warns?|warned|has warned) ${TARGET} (?:of|about) (?<threat>.{3,200}?),? ${IF}`,
    conditional,
  ),
  head(
    `^${ISSUER} (?:threatens?|threatened|has threatened|is threatening) ${TARGET} with (?<threat>.{3,200}?),? ${IF}`,
    conditional,
  ),
  head(`^${ISSUER} ${THREATENS} (?:to )?(?<threat>.{3,300}?),? ${IF}`, conditional),
  head(
    `^${ISSUER} (?:to|will) (?<threat>(?:impose|hit|strike|slap|raise|expel|attack|close|cut|sanction|ban|suspend|leave|withdraw|block|invade|bomb|freeze|shut|walk)\\b.{0,200}?),? ${IF}`,
    conditional,
  ),
  head(
    `^${ISSUER} (?:told|tells|warned|warns|informed|informs) ${TARGET} (?:that )?(?:he|she|it|they)(?: and (?:his|her|its|their) \\w+)? (?:must|has to|have to|had to|(?:has|have|had) (?<time>${GIVEN}) to) (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} (?:demands?|demanded|has demanded|insists|insisted) (?:that )?(?<target>(?:the )?\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*){0,3}) (?:should |must )?(?<tail>\\p{Ll}.+)$`,
    stated,
    'u',
  ),
  head(`^${ISSUER} ${TELLS} ${TARGET}(?: to |: )(?<tail>.+)$`, pressing),
  head(`^${ISSUER} to (?<target>[^:]{2,60}): (?<tail>.+)$`, stated),
];

/** Telling somebody to do something is an ultimatum only with a deadline or a threat. */
function pressing(groups: Groups): Parts {
  const must = tellsMust(groups['tail'] ?? '');
  if (must === null) return weighty(groups);
  return { ...stated(groups), ...must };
}

/** "you have 48 hours to leave", "it must leave by Friday": what is told in the words of the sentence. */
function tellsMust(tail: string): Pick<Parts, 'demand' | 'threat' | 'deadline'> | null {
  const body = bodyOf(tail);
  if (body === null) return null;
  const { demand, threat, deadline } = body;
  return { demand, threat, deadline };
}

/** Sentences whose issuer is whoever they are attributed to. */
const BODIES: readonly Head[] = [
  head(
    `^${TARGET}(?: now)?(?: has| have| had|['’]s|['’]ve)(?: just| only| about| got)? (?<time>${GIVEN})(?: left)?,? to (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${TARGET} (?:(?:was|were|is|are|has been|have been) )?given ${ARTICLE}(?<time>${GIVEN})(?: (?:ultimatum|deadline))?(?: by (?<issuer>.{2,60}?))? to (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${TARGET} (?:faces|face|is facing) ${ARTICLE}(?:${TIME}[ -])?deadline(?: from (?<issuer>.{2,60}?))? to (?<tail>.+)$`,
    stated,
  ),
  head(`^${TARGET} (?:must|has to|have to|needs to) (?<tail>.+)$`, weighty),
  head('^(?<word>if|unless) (?<clause>.{4,250}?), (?:then )?(?<threat>.{4,300})$', bareCondition),
  head(`^(?<threat>.{4,300}?),? ${IF}`, bareCondition),
  head('^(?<tail>.+)$', (groups) => (isImperative(groups['tail'] ?? '') ? weighty(groups) : NOTHING)),
];

/** What must be done is an ultimatum only with a deadline or a threat. */
function weighty(groups: Groups): Parts {
  const parts = stated(groups);
  return parts.deadline === null && parts.threat === null ? NOTHING : parts;
}

/** "UK to recognise Palestine", in a headline. */
const IS_TO = /^(\p{Lu}.{1,60}?) to (\p{Ll}.+)$/u;
const SAID_SO =
  /^(.{2,60}?) (?:says|said|warns|warned|has said|has warned)(?: that)? (?:they|it|he|she|we)(?:['’]ll| will| would) (.+)$/i;

/** The threat in somebody's own words: "we're going to be doing very severe tariffs". */
function bareCondition({ threat = '', ...groups }: Groups): Parts {
  const said = SAID_SO.exec(threat);
  const does = said === null ? IS_TO.exec(threat) : null;
  const [, by, act] = said ?? (nameIn(does?.[1]) === null ? [] : (does ?? []));
  const parts = conditional({ ...groups, threat: act ?? threat, issuer: by });
  // Without a deadline "if" is a sentence like any other.
  return parts.deadline === null || parts.demand === null ? NOTHING : parts;
}

/** What is demanded in words that do not say by whom. */
export function bodyOf(text: string): Parts | null {
  return first(BODIES, text);
}

function first(heads: readonly Head[], text: string): Parts | null {
  for (const [pattern, read] of heads) {
    const groups = pattern.exec(text)?.groups;
    const parts = groups === undefined ? NOTHING : read(groups);
    if (parts.demand !== null || (parts.target !== null && parts.deadline !== null)) return parts;
    if (parts.issuer !== null && parts.target !== null) return parts;
  }
  return null;
}

const POSSESSIVE = new RegExp(
  `(?<before>.{2,80}?)(?:['’]s|(?<=s)['’]) ${ARTICLE}(?:${TIME}[ -])?(?:ultimatum|deadline) (?:to|for|on) (?<after>.+)$`,
  'i',
);
const CAPITALS = "(?:the )?\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*){0,3}";
const LAST_NAME = new RegExp(`(${CAPITALS})$`, 'u');
const FIRST_NAME = new RegExp(`^(${CAPITALS})(?: to (.+))?`, 'u');

/** "Trump's 50-day ultimatum to Putin", wherever it stands. */
function possessive(text: string): Parts | null {
  const groups = POSSESSIVE.exec(text)?.groups;
  const issuer = LAST_NAME.exec(groups?.['before'] ?? '')?.[1];
  const [, target, tail] = FIRST_NAME.exec(groups?.['after'] ?? '') ?? [];
  if (issuer === undefined || target === undefined) return null;
  return stated({ issuer, target, tail, time: groups?.['time'] });
}

/** What a sentence says of an ultimatum, its issuer named in it; null where it says nothing of the kind. */
export function headOf(text: string): Parts | null {
  return first(HEADS, text) ?? possessive(text);
}
