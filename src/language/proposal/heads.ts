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
import { ACT, NOTHING, takeBite, threatOf, type Parts } from './tail.js';
import { BY, GIVEN, POINT } from './time.js';

const GIVES =
  '(?:gives?|gave|has given|have given|(?:is|are|am) giving|will give|(?:(?:has|have) )?(?:voted?|votes|agreed?|agrees|decided?|decides) to give|grants|granted|hands|handed)';
const SENDS = anyOf(
  'issues?|issued|has issued|delivers|delivered|sends|sent|presents|presented|hands|handed',
  'gives?|gave|has given|have given|sets?|serves|served|has sent',
);
const TELLS = anyOf(
  'tells?|have told|have warned|told|has told|orders?|ordered|has ordered|instructs|instructed',
  'commands|commanded|directs?|directed|has directed|urges?|urged|asks|asked|calls on|called on|warns?|warned|presses',
  'gives notice to|e-?mails|e-?mailed|writes to|wrote to|texts|messages',
);
const THREATENS = anyOf(
  'threatens?|threatened|has threatened|is threatening|vows?|vowed|has vowed|pledges|pledged',
  'promises|promised|(?:is|are) prepared|(?:is|are) preparing|prepares|plans',
  '(?:have |has )?(?:voted?|votes|decided?|decides|agreed)(?= to )',
  'says it will|said it would|says it would|says he will|says he would|said he would',
);
/** What an issuer says that it will do. */
const ACTS = anyOf(
  'impose|hit|strike|slap|raise|expel|attack|close|cut|sanction|ban|suspend|leave|withdraw',
  'block|invade|bomb|freeze|shut|walk|down tools|go on strike|stop work|launch|blow up|resume|seize|recogni[sz]e|trigger|sue|pull',
  'stage|begin|start|execute|kill|cancel|fire|dismiss|drive|retaliate|evict|boycott|picket|ground|picket|revoke|withhold',
);
/** Those for whom somebody speaks: "its members", "workers". */
const MEMBERS =
  "(?:it|he|she|they|we|(?:its|their|his|her) (?:\\d[\\d,]* |\\w+ )?(?:members|workers|staff|forces|troops|pilots|drivers|fighters|army|government|country|company|union)|\\d[\\d,]* [\\p{L} ]{2,30}?|(?:the )?\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,2})";
const WILL =
  '(?:will|would|could|may|might|plan to|plans to|planned to|are set to|is set to|are ready to|is ready to|intend to|intends to|are going to|is going to|(?:are|is) to)';
/** What stands between "ultimatum" and the demand. */
const DEMANDING = '(?:[:;,]| –| —| to| demanding(?: that it)?| over .{2,40}?[:,])\\s*';
const TIMED = `${ARTICLE}(?:${TIME}[ -])?${ARTICLE}`;
const PARTY = "(?:the )?\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*){0,3}";
const MUST = `(?:must|has to|have to|had to|(?:has|have|had) (?<time>${GIVEN}) to)`;

/** "Musk tells engineers in midnight email". */
const IN_WRITING =
  '(?: (?:in|by|via) (?:an? |the |his |her |its |their )?(?:[^\\s,]+ )?(?:e-?mail|memo|letter|post|tweet|statement|message|speech|note|text|video|interview|phone call))?';

const THAT_WILL = `(?:that )?(?:(?:it|he|she|they|we) )?(?:will|would|could|is going to|was going to) (?<threat>.{3,300}?),? `;
const THAT_ANOTHER_WILL =
  '(?:that |(?!.{0,60}\\bthat\\b))(?<threat>(?!it |he |she |they |we |will |would )[^,;:]{2,60}? (?:will|would) .{3,300}?),? ';

/** The issuer is told of in the same sentence, and what is threatened holds with any deadline in it. */
const announced = ({ subject = '', will = '', threat, ...groups }: Groups): Parts => {
  // "Netanyahu says Israel will …": another than the one who speaks.
  const named = /^(?:the )?\p{Lu}/u.test(subject) ? `${subject} ${will} ${threat ?? ''}` : threat;
  const parts = conditional({ ...groups, threat: named });
  return parts.demand === null && parts.deadline === null ? NOTHING : parts;
};

/** Whole sentences that name the issuer, the most telling first. */
const HEADS: readonly Head[] = [
  // "India suspends the treaty, gives diplomats a week to …".
  head(
    `^(?<issuer>${PARTY}) \\p{Ll}{2,}(?:s|ed) [^,:]{2,60}?,? (?:and )?${GIVES} (?!(?:him|her|it|them)\\b)${TARGET} (?:just |only )?(?<time>${GIVEN}) to (?<tail>.+)$`,
    stated,
    'u',
  ),
  // "Australia expelled the ambassador and gave him seven days to …".
  head(
    `^(?<issuer>.{2,60}?) \\w{2,}ed (?<target>[^,]{2,60}?),? and ${GIVES} (?:him|her|it|them) (?<time>${GIVEN}) to (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} (?:hands?|handed|gives?|gave|sends?|sent|presents?|presented) ${TARGET} (?:an? )?(?:list|letter|note|set) of .{2,40}?,? (?:with |and )?(?<time>${GIVEN}) to (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} ${GIVES} ${TARGET} ${ARTICLE}(?:just |only |about |around )?(?<time>${GIVEN})(?:[- ](?:ultimatum|deadline|notice))?(?:,? (?:in which )?to |: ?)(?<tail>.+)$`,
    stated,
  ),
  // "Trump said he was giving Mexico 90 days to …".
  head(
    `^${ISSUER} (?:says?|said|announces?|announced) (?:that )?(?:it|he|she|they) (?:is|are|was|were|had|has|would|will) (?:give|given|giving) ${TARGET} (?<time>${GIVEN}) to (?<tail>.+)$`,
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
    `^${ISSUER} ${GIVES} ${TARGET} ${ARTICLE}${TIME}[ -](?:ultimatum|deadline)(?: (?:on|of) (?<of>${POINT}))?(?: to (?<tail>.+))?$`,
    stated,
  ),
  head(
    `^${ISSUER} (?:sets?|has set|have set|imposes|imposed|announces|announced) ${ARTICLE}(?:${TIME}[ -])?deadline(?: of (?<of>${POINT}))? (?:for|on) ${TARGET} to (?<tail>.+)$`,
    ({ of, ...groups }) => stated({ ...groups, time: groups['time'] ?? of }),
  ),
  // "Putin extends deadline for fighters to sign contracts to Aug. 1".
  head(
    `^${ISSUER} (?:extends?|extended|has extended|prolongs?|prolonged|pushes back|pushed back|delays|delayed|moves|moved) ${ARTICLE}deadline for ${TARGET} to (?<tail>.+?) (?:to|until|till|by) (?:the )?(?<time>${POINT})$`,
    stated,
  ),
  // "UAW sets Friday deadline for Stellantis": only a name is somebody; "for bids" is not.
  head(
    `^${ISSUER} (?:sets?|has set|have set|imposes|imposed) (?:an? |the |new |final )*(?:${TIME}[ -])deadline for (?<target>${PARTY})$`,
    stated,
    'u',
  ),
  head(`^${ISSUER} (?:warns?|warned|has warned|tells|told) ${TARGET} ${THAT_WILL}${IF}`, conditional),
  head(`^${ISSUER} (?:warns?|warned|has warned|tells|told) ${TARGET} ${THAT_ANOTHER_WILL}${IF}`, conditional),
  head(
    `^${ISSUER} (?:told|tells|warned|warns|informed) ${TARGET} (?:that )?(?:it|they|he|she) (?:faces?|faced|would face|will face|risks?|risked) (?<threat>.{3,200}?),? ${IF}`,
    conditional,
  ),
  head(
    `^${ISSUER} (?:says?|said|announces|announced|warns|warned|confirmed|declared|vowed)(?: that)? (?<subject>${MEMBERS}) (?<will>${WILL}) (?<threat>.{3,300}?),? ${IF}`,
    announced,
    'iu',
  ),
  head(
    `^(?:final |last |new )?(?:ultimatum|warning|deadline) from (?<issuer>.{2,60}?)(?: to (?<target>.{2,60}?))?: (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} (?:warns?|warned|has warned) ${TARGET} (?:of|about) (?<threat>.{3,200}?),? ${IF}`,
    conditional,
  ),
  head(
    `^${ISSUER} (?:threatens?|threatened|has threatened|is threatening) (?!to )${TARGET} with (?<threat>.{3,200}?),? ${IF}`,
    conditional,
  ),
  // "Pilots vote for strike unless …", "Seoul gives doctors last chance: return by …".
  head(
    `^${ISSUER} (?:votes?|voted|backs?|backed) (?:for|in favou?r of) (?:an? )?(?<threat>(?:\\w+ )?(?:strike|walkout|industrial action|stoppage)s?\\b.{0,60}?),? ${IF}`,
    conditional,
  ),
  head(
    `^${ISSUER} ${GIVES} ${TARGET} (?:an? |one |the )?(?:last|final) (?:chance|warning|offer): (?<tail>.+)$`,
    weighty,
  ),
  // "Armed group demands 100 million naira from family by Wednesday".
  head(
    `^${ISSUER} (?:demands?|demanded|wants?|wanted) (?<what>(?:[$£€₦]|\\d)[^,:]{1,60}?)(?: from ${TARGET})?(?<after>,? (?:${BY}|or|threaten).*)$`,
    demanding,
  ),
  head(`^${ISSUER} ${THREATENS} (?:to )?(?<threat>.{3,300}?),? ${IF}`, conditional),
  head(`^${ISSUER} (?:to|${WILL}) (?<threat>${ACTS}\\b.{0,200}?),? ${IF}`, announced),
  head(
    `^${ISSUER} (?:told|tells|warned|warns|informed|informs) ${TARGET} (?:that )?(?:he|she|it|they)(?: and (?:his|her|its|their) \\w+)? ${MUST} (?<tail>.+)$`,
    stated,
  ),
  head(
    `^${ISSUER} (?:demands?|demanded|has demanded|insists|insisted) (?:that )?(?<target>(?:the )?\\p{Lu}.{1,50}?|the \\p{Ll}.{1,40}?) (?:should |must )?(?<tail>${ACT}\\b.+)$`,
    stated,
    'u',
  ),
  head(
    `^${ISSUER} (?:demands?|demanded|has demanded|insists|insisted) (?:that )?(?<target>${PARTY}) (?:should |must )?(?<tail>\\p{Ll}.+)$`,
    stated,
    'u',
  ),
  head(
    `^${ISSUER} ${TELLS} ${TARGET}(?: to |: | (?=out of |off |(?:out|home|away) ${BY}))(?<tail>.+)$`,
    pressing,
  ),
  head(`^${ISSUER} to (?<target>[^:]{2,60}): (?<tail>.+)$`, stated),
  // "Reform or lose funding by year-end, lenders tell Islamabad".
  head(
    `^(?<tail>(?!.*\\b(?:is|are|was|were|will|has|have|would|must|if|unless)\\b.* or )[^,"“]{3,160}? or [^,"“]{3,140}), (?<issuer>[^,]{2,60}?) (?:tells?|told|warns?|warned) (?<target>[^,]{2,60}?)${IN_WRITING}$`,
    weighty,
  ),
  // "Vacate the flats by Sept. 30, council orders residents".
  head(
    `^(?<tail>${ACT}\\b[^,"“]{3,160}?), (?<issuer>[^,]{2,60}?) (?:orders?|ordered|tells?|told|urges?|urged|warns?|warned) (?<target>[^,]{2,60}?)${IN_WRITING}$`,
    weighty,
  ),
  // "Workers demand company cut ties by Friday".
  head(
    `^${ISSUER} (?:demands?|demanded) (?<target>company|companies|government|council|board|firm|club|university|owners?|state|city|bank|ministry|management) (?<tail>${ACT}\\b.+)$`,
    weighty,
  ),
  // "Mayor orders encampment cleared by Thursday noon".
  head(
    `^${ISSUER} (?:orders?|ordered|wants?|wanted) (?<tail>(?!(?:to|that|an?|more|no)\\b)[^,:]{2,60}? (?:to be )?(?:\\w{2,}ed|gone|out|shut|withdrawn|torn down|rebuilt|sold|freed|paid) (?:by|before|within|in|until|or)\\b.+)$`,
    weighty,
  ),
  // "The sheikh demands an apology from Denmark by Monday".
  head(
    `^${ISSUER} (?:demands?|demanded|has demanded) (?<what>(?!(?:that|an? end) )\\p{Ll}[^,:]{2,60}?) from ${TARGET}(?<after>,? (?:${BY}|or|threaten).*)$`,
    demanding,
    'u',
  ),
];

const STRIKE_NOTICE = new RegExp(
  `^${ISSUER} (?:issues?|issued|serves?|served|files?|filed|gives?|gave|announces?|announced) (?:an? )?(?:${TIME}[ -])?strike notices?(?: to (?<target>.{2,60}?))?(?: over [^,]{2,60})?(?:(?:,| and)* (?:and )?(?:could|will|would|may|to) (?<threat>[^,]{4,80}?))?(?:,? ${IF.replace('$', '')}|, demand(?:ing|s)? (?<demand>.{3,120}))?$`,
  'i',
);

/** "Issue 72-hour strike notice": what is threatened is the strike. */
function strikeNotice({ word = 'if', clause, threat, time, ...groups }: Groups): Parts {
  const parts = clause === undefined ? NOTHING : conditional({ ...groups, threat, word, clause });
  const bite = takeBite(threat ?? 'strike');
  return {
    issuer: nameIn(groups['issuer']),
    target: nameIn(groups['target']),
    demand: groups['demand'] ?? parts.demand,
    threat: threatOf(bite.rest),
    deadline: time?.trim() ?? parts.deadline ?? bite.found,
  };
}

/** Telling somebody to do something is an ultimatum only with a deadline or a threat. */
function pressing(groups: Groups): Parts {
  const must = tellsMust(groups['tail'] ?? '');
  if (must === null) return weighty(groups);
  return { ...stated(groups), ...must };
}

/** What is demanded of somebody stands before their name, the deadline and the threat behind it. */
function demanding({ what = '', after = '', ...groups }: Groups): Parts {
  return weighty({ ...groups, tail: `${what}${after}` });
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
  const notice = STRIKE_NOTICE.exec(text)?.groups;
  return (notice === undefined ? null : strikeNotice(notice)) ?? first(HEADS, text) ?? possessive(text);
}
