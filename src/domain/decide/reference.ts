/** Decides what names another ultimatum of the server: replacements and links (rules 30, 34). */
import type { OtherUltimatums } from '../decision.js';
import type { Command, CommandOf } from '../entry.js';
import { refuse } from '../refusal.js';
import type { State } from '../state.js';
import { firstOf, type Check } from './checks.js';
import { note, type VerbContext, type Decision } from './context.js';
import { revise } from './revise.js';

/** The other ultimatums that a command names; its decision has to see them. */
export function namedBy(command: Command): readonly number[] {
  switch (command.verb) {
    case 'replace':
      return [command.by];
    case 'link':
      return [command.to];
    default:
      return [];
  }
}

/** Whether what replaced `number`, and what replaced that, leads back to `self`. */
function leadsTo(own: number, number: number, others: OtherUltimatums): boolean {
  const seen = new Set<number>();
  for (
    let next: number | null = number;
    next !== null && !seen.has(next);
    next = others.get(next)?.supersededBy ?? null
  ) {
    if (next === own) return true;
    seen.add(next);
  }
  return false;
}

/** An existing, visible ultimatum of this server, and not itself. */
function checkOther(number: number, own: number, { others }: VerbContext): Check {
  if (number === own) return { why: 'bad-reference', number, reason: 'itself' };
  if (others === undefined) return null;
  const other = others.get(number);
  if (other === undefined) return { why: 'bad-reference', number, reason: 'missing' };
  return other.hidden ? { why: 'bad-reference', number, reason: 'hidden' } : null;
}

function checkCircle(command: CommandOf<'replace'>, { others = new Map() }: VerbContext): Check {
  const { by: number } = command;
  return leadsTo(command.self, number, others) ? { why: 'bad-reference', number, reason: 'circle' } : null;
}

/** From which states the issuer can put another ultimatum in the place of this one. */
const RUNNING: readonly State[] = ['open', 'suspended', 'passed'];

/** Another ultimatum takes its place. */
export function replace(command: CommandOf<'replace'>, context: VerbContext): Decision {
  const refusal = firstOf(
    () => checkOther(command.by, command.self, context),
    () => checkCircle(command, context),
  );
  if (refusal !== null) return refuse(refusal);
  return revise(command, context, RUNNING, { kind: 'superseded', by: command.by });
}

/** How it belongs to another ultimatum; shown on both. */
export function link(command: CommandOf<'link'>, context: VerbContext): Decision {
  const { to, as } = command;
  const known = context.ultimatum.links.some((other) => other.to === to && other.as === as);
  const refusal = firstOf(
    () => checkOther(to, command.self, context),
    () => (known ? { why: 'bad-reference', number: to, reason: 'linked-already' } : null),
  );
  return refusal === null ? note(context, { kind: 'linked', to, as }) : refuse(refusal);
}
