/** What the views need of an ultimatum: its fold and the people who made it. */
import type { Context } from '../discord/command.js';
import { fold } from '../domain/fold.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { incomingLinks } from '../store/port/incoming.js';
import type { About } from '../wording/about.js';

/** What a view needs of an ultimatum; refused where this server has none with that number. */
export async function aboutOf(number: number, context: Context): Promise<Result<About>> {
  const entries = await context.entries(number);
  if (entries.length === 0)
    return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(number) });
  return ok(await aboutFold(number, fold(entries), context));
}

/** What a view needs of an ultimatum that is folded already. */
export async function aboutFold(number: number, ultimatum: Ultimatum, context: Context): Promise<About> {
  const people = await context.people.byKeys(ultimatum.entries.flatMap(({ by }) => by ?? []));
  return {
    number,
    ultimatum,
    people,
    now: context.now,
    incoming: await incomingLinks(number, context.record),
  };
}
