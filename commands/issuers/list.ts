/** `/issuers list`: who has stated ultimatums, and under which names. */
import { slash } from '../../src/discord/command.js';
import { drawLine, drawLines } from '../../src/discord/draw.js';
import { within } from '../../src/discord/views/parts.js';
import type { KnownIssuer } from '../../src/guild/issuers.js';
import type { Words } from '../../src/wording/index.js';
import { issuerLines } from '../../src/wording/issuers.js';
import { head, plain, small } from '../../src/wording/parts.js';

/** A message holds 2,000 characters; some are left for the heading and the last line. */
const BUDGET = 1900;

/** The issuers as the content of one message, those that don't fit counted. */
export function issuersContent(words: Words, all: readonly KnownIssuer[]): string {
  const { heading, empty, more } = words.issuers.list;
  if (all.length === 0) return drawLines([plain(empty)]);
  const drawn = issuerLines(words, all).map(drawLine);
  return [drawLine(head(heading)), ...within(BUDGET, drawn, (count) => drawLine(small(more(count))))].join(
    '\n',
  );
}

export const issuersList = slash({
  path: ['issuers', 'list'],
  description: ({ issuers }) => issuers.list.description,
  options: {},
  async run(_, { server, words }) {
    return { kind: 'message', view: { content: issuersContent(words, await server.issuers()) } };
  },
});
