/** What the views need of an ultimatum: its fold and the people who made it. */
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Context } from '../discord/command.js';
import type { About } from '../wording/about.js';
import { fold } from '../domain/fold.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';

/** What a view needs of an ultimatum of this server; refused where there is none. */
export async function aboutOf(number: number, context: Context): Promise<Result<About>> {
  const entries = await context.entries(number);
  if (entries.length === 0)
    return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(number) });
  return ok(await aboutFold(number, fold(entries), context));
}

export async function aboutFold(number: number, ultimatum: Ultimatum, context: Context): Promise<About> {
  const people = await context.people.byKeys(ultimatum.entries.flatMap(({ by }) => by ?? []));
  return { number, ultimatum, people, now: context.now };
}
