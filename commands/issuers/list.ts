import { slash } from '../../src/discord/command.js';
import { within } from '../../src/discord/views/parts.js';
import { counted, safe, SHOWN } from '../../src/discord/views/text.js';
import type { Known } from './names.js';

/** A message holds 2,000 characters; some are left for the last line. */
const ROOM = 1900;

function issuerLine({ name, aliases, count }: Known): string {
  const also = aliases.map((alias) => safe(alias, SHOWN.name)).join(', ');
  return `- ${safe(name, SHOWN.name)}: ${counted(count, 'record')}${also === '' ? '' : `, also ${also}`}`;
}

/** The issuers as lines of one message, the one with most records first, the rest counted. */
export function issuerLines(all: readonly Known[]): string {
  if (all.length === 0) return 'No issuer yet. The first record makes one.';
  const lines = [...all].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)).map(issuerLine);
  const shown = within(ROOM, lines, (more) => `-# and ${more} more`);
  return ['**Issuers in this server**', ...shown].join('\n');
}

export const issuersList = slash({
  path: ['issuers', 'list'],
  description: 'Who has stated ultimatums, and under which names',
  options: {},
  async run(_, context) {
    const all = await context.server.issuers();
    return { kind: 'message', view: { content: issuerLines(all) } };
  },
});
