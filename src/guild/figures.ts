/** The figures of an issuer, under any of its names. */
import type { Context } from '../discord/command.js';
import { figuresOf, type RecordFigures } from '../domain/figures/record.js';
import { ok, refuse, type Result } from '../domain/refusal.js';

/** Refused where nothing that may be seen was recorded under the name. */
export async function issuerFigures(
  given: string,
  { server, figures, now }: Context,
): Promise<Result<{ readonly name: string; readonly record: RecordFigures }>> {
  const name = await server.issuer(given);
  const cases = await figures.issuerCases(name);
  if (cases.length === 0) return refuse({ why: 'not-found', what: 'issuer', given });
  return ok({ name, record: figuresOf(cases, now) });
}
