/** The words and links of a message that was laid out with components (v2): news bots post so. */
import { ComponentType } from 'discord.js';
import { z } from 'zod';

/** Containers in sections in containers: Discord nests three deep. */
const DEEPEST = 5;
/** Discord allows 40 in a message. */
const MOST = 100;

const part = z.looseObject({
  type: z.enum(ComponentType),
  content: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  components: z.unknown().optional(),
  accessory: z.unknown().optional(),
});
type ComponentPart = z.infer<typeof part>;

function partsIn(components: unknown, deep = 0): readonly ComponentPart[] {
  if (!Array.isArray(components) || deep > DEEPEST) return [];
  return components.slice(0, MOST).flatMap((one) => {
    const read = part.safeParse(one).data;
    if (read === undefined) return [];
    return [read, ...partsIn(read.components, deep + 1), ...partsIn([read.accessory], deep + 1)];
  });
}

/** What is to be read in it, in order, without the marks of headings and small print. */
export function textsIn(components: unknown): readonly string[] {
  return partsIn(components).flatMap(({ type, content }) =>
    type === ComponentType.TextDisplay && content !== undefined
      ? [content.replaceAll(/^(?:#{1,3}|-#) /gm, '')]
      : [],
  );
}

/** Where its buttons lead. */
export function linksIn(components: unknown): readonly string[] {
  return partsIn(components).flatMap(({ type, url }) =>
    type === ComponentType.Button && url !== undefined && /^https?:\/\//.test(url) ? [url] : [],
  );
}
