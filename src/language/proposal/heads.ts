/** The shapes of a headline that tells of an ultimatum. */
import { bodyOf } from './bodies.js';
import { nameIn } from './names.js';
import { anyOf } from './pattern.js';
import {
  ARTICLE,
  conditional,
  first,
  head,
  IF,
  ISSUER,
  stated,
  TARGET,
  TIME,
  weighty,
  type Groups,
  type Head,
} from './shapes.js';
import { NOTHING, type Parts } from './tail.js';
import { GIVEN, POINT } from './time.js';

const GIVES = '(?:gives?|gave|has given|have given|is giving|grants|granted|hands|handed)';
const SENDS = anyOf(
  'issues?|issued|has issued|delivers|delivered|sends|sent|presents|presented|hands|handed',
  'gives?|gave|has given|have given|sets?|serves|served|has sent',
);
const TELLS = anyOf(
  'tells?|have told|have warned|told|has told|orders?|ordered|has ordered|instructs|instructed',
  'commands|commanded|urges?|urged|asks|asked|calls on|called on|warns?|warned|presses',
  'gives notice to',
);
const THREATENS = anyOf(
  'threatens?|threatened|has threatened|is threatening|vows?|vowed|has vowed|pledges|pledged',
  'promises|promised|is prepared|prepares|plans',
  'says it will|said it would|says it would|says he will|says he would|said he would',
);
/** What an issuer says that it will do. */
const ACTS = anyOf(
  'impose|hit|strike|slap|raise|expel|attack|close|cut|sanction|ban|suspend|leave|withdraw',
  'block|invade|bomb|freeze|shut|walk',
);
/** What stands between "ultimatum" and the demand. */
const DEMANDING = '(?:[:;,]| –| —| to| demanding(?: that it)?| over .{2,40}?[:,])\\s*';
const TIMED = `${ARTICLE}(?:${TIME}[ -])?${ARTICLE}`;
const PARTY = "(?:the )?\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*){0,3}";
const MUST = `(?:must|has to|have to|had to|(?:has|have|had) (?<time>${GIVEN}) to)`;

const THAT_WILL =
  '(?:that )?(?:(?:it|he|she|they|we|the \\w+) )?(?:will|would|could|is going to|was going to) (?<threat>.{3,300}?),? ';

/** Whole sentences that name the issuer, the most telling first. */
const HEADS: readonly Head[] = [
  head(
    `^${ISSUER} ${GIVES} ${TARGET} ${ARTICLE}(?:just |only |about |around )?(?<time>${GIVEN})(?:[- ](?:ultimatum|deadline|notice))?(?:,? (?:in which )?to |: ?)(?<tail>.+)$`,
    stated,
  ),
  head(`^${ISSUER} ${SENDS} ${TIMED}ultimatum to ${TARGET}${DEMANDING}(?<tail>.+)$`, stated),
  head(`^${ISSUER} ${SENDS} ${TARGET} ${TIMED}ultimatum${DEMANDING}(?<tail>.+)$`, (groups) =>
    nameIn(groups['target']) === null ? NOTHING : stated(groups),
  ),
  head(`^${ISSUER} ${SENDS} ${TIMED}ultimatum to (?<target>.{2,70})$`, stated),
  head(
    `^${ISSUER} (?:issues?|issued|has issued|sets?|announces?|announced) ${TIMED}ultimatum(?: demanding|[:,]) (?<tail>.+)$`,
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
  head(`^${ISSUER} (?:to|will) (?<threat>${ACTS}\\b.{0,200}?),? ${IF}`, conditional),
  head(
    `^${ISSUER} (?:told|tells|warned|warns|informed|informs) ${TARGET} (?:that )?(?:he|she|it|they)(?: and (?:his|her|its|their) \\w+)? ${MUST} (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} (?:demands?|demanded|has demanded|insists|insisted) (?:that )?(?<target>${PARTY}) (?:should |must )?(?<tail>\\p{Ll}.+)$`,
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
