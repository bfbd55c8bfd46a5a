/** The texts of `/help` as lines. */
import type { Words } from './index.js';
import { item, plain, type Line } from './parts.js';

/** In the order in which they are offered; the first is where to begin. */
export const HELP_TOPICS = [
  'start',
  'deadlines',
  'moves',
  'outcomes',
  'sources',
  'countdowns',
  'review',
] as const satisfies readonly (keyof Words['help']['topics'])[];
export type HelpTopicKey = (typeof HELP_TOPICS)[number];

/** One topic, whole. */
export function helpLines({ help }: Words, topic: HelpTopicKey): readonly Line[] {
  const { intro, items, outro } = help.topics[topic];
  return [plain(intro), ...items.map(item), ...(outro === undefined ? [] : [plain(outro)])];
}
