/** The door of decisions: a command becomes entries to append, or a refusal. */
import type { Command, Entry, NewEntry } from '../entry.js';
import type { DecisionContext } from '../decision.js';
import { cleanCommand } from './clean-command.js';
import { betweenLapses, decidePlain } from './plain.js';
import { correct } from './correct.js';
import { foldOrNull } from '../fold.js';
import { refuse, type Result } from '../refusal.js';

/**
 * What a command appends to the entries there are, or why it changes nothing. Pure: `now` is a parameter. First the
 * clock lets pass what is over, then the verb decides, then the clock once more (rules 10).
 */
export function decide(
  entries: readonly Entry[],
  given: Command,
  request: DecisionContext,
): Result<readonly NewEntry[]> {
  const command = cleanCommand(given);
  const last = entries.at(-1);
  if (request.seen !== undefined && last !== undefined && last.seq > request.seen) {
    return refuse({ why: 'changed-since', entry: last });
  }
  const hidden = foldOrNull(entries)?.hidden ?? null;
  if (hidden !== null && command.verb !== 'lapse' && command.verb !== 'unhide' && command.verb !== 'hide') {
    return refuse({ why: 'hidden', number: request.number ?? 0 });
  }
  if (command.verb !== 'correct') return decidePlain(entries, command, request);
  return betweenLapses(entries, request, (context) =>
    context === null
      ? refuse({ why: 'not-found', what: 'ultimatum', given: '' })
      : correct(command, context, request),
  );
}
