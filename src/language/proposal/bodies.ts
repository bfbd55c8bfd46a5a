/** The shapes of a sentence that tells of an ultimatum. */
import { nameIn } from './names.js';
import {
  ARTICLE,
  conditional,
  first,
  head,
  IF,
  stated,
  TARGET,
  TIME,
  weighty,
  type Groups,
  type Head,
} from './shapes.js';
import { isImperative, NOTHING, type Parts } from './tail.js';
import { GIVEN } from './time.js';

/** Sentences whose issuer is whoever they are attributed to. */
const BODIES: readonly Head[] = [
  head(
    `^(?:dear [^,]{2,40}, )?${TARGET}(?: now)?(?: has| have| had|['’]s|['’]ve)(?: just| only| about| got)? (?<time>${GIVEN})(?: left)?,? to (?<tail>.+)$`,
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
  head(`^${TARGET} (?:must|should|has to|have to|needs? to) (?<tail>.+)$`, weighty),
  // "We're giving Spotify 7 days to …": whoever speaks gives it.
  head(
    `^(?:we|I)['’](?:re|m|ve)(?: now)? (?:giving|given) ${TARGET} ${ARTICLE}(?<time>${GIVEN})(?:[- ](?:ultimatum|deadline|notice))? to (?<tail>.+)$`,
    stated,
  ),
  head('^either (?:they|he|she|it|you|we) (?<tail>.+? or .+)$', weighty),
  // "Either the minister resigns by Friday or we …": who is to act stands in the demand.
  head("^either (?<tail>[^,;:]{4,160}?,? or (?:we|I|they|he|she|it)(?:['’]ll)? .+)$", weighty),
  head('^(?<word>if|unless) (?<clause>.{4,250}?), (?:then )?(?<threat>.{4,300})$', bareCondition),
  head(`^(?<threat>.{4,300}?),? ${IF}`, bareCondition),
  head('^(?<tail>.+)$', (groups) => (isImperative(groups['tail'] ?? '') ? weighty(groups) : NOTHING)),
];

/** "UK to recognise Palestine", in a headline. */
const IS_TO = /^(\p{Lu}.{1,60}?) to (\p{Ll}.+)$/u;
const OF_WHOM =
  /^((?:the )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}) (?:will|would|could|faces?|risks?) /u;
const SAID_SO =
  /^(.{2,60}?) (?:says|said|warns|warned|has said|has warned)(?: that)? (?:they|it|he|she|we)(?:['’]ll| will| would) (.+)$/i;

/** The threat in somebody's own words: "we're going to be doing very severe tariffs". */
function bareCondition({ threat = '', ...groups }: Groups): Parts {
  const said = SAID_SO.exec(threat);
  const does = said === null ? IS_TO.exec(threat) : null;
  const [, by, act] = said ?? (nameIn(does?.[1]) === null ? [] : (does ?? []));
  const found = conditional({ ...groups, threat: act ?? threat, issuer: by });
  // "Iran will regret it if it doesn't …": of whom it is told.
  const own = found.target === null && by === undefined ? nameIn(OF_WHOM.exec(threat)?.[1]) : null;
  const parts = { ...found, target: found.target ?? own };
  // Without a deadline "if" is a sentence like any other.
  return parts.deadline === null || parts.demand === null ? NOTHING : parts;
}

/** What is demanded in words that do not say by whom. */
export function bodyOf(text: string): Parts | null {
  return first(BODIES, text);
}
