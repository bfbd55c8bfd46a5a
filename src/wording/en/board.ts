/** `/board` in English. */
import type { Part } from '../parts.js';
import { t } from '../text.js';

const upkeep = t`It is edited when something changes, at most once every 5 minutes, and pings nobody.`;

export const board = {
  set: {
    description: 'Keep one message in a channel that always shows what is running',
    channel: 'Where to put the board',
  },
  remove: {
    description: 'Remove the board of a channel',
    channel: 'Where the board is',
  },
  willAppear: (channel: Part) => t`The board will appear in ${channel} shortly. ${upkeep}`,
  willReplace: (channel: Part) =>
    t`The board will appear in ${channel} shortly and replace the one there. ${upkeep}`,
  removed: (channel: Part) => t`The board in ${channel} was removed.`,
  missing: (channel: Part) => t`There is no board in ${channel}.`,
};
