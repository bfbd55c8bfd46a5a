/** Decides a new record. */
import type { Statement, CommandOf } from '../entry.js';
import { refuse } from '../refusal.js';
import { isZone } from '../when.js';
import { filled, firstOf, linked, notInFuture } from './checks.js';
import { append, type VerbContext, type Decision } from './context.js';

/** Without any source the words themselves are the statement, unsourced. */
function behind(command: CommandOf<'record'>): readonly Statement[] {
  if (command.statements.length > 0) return command.statements;
  const quote = command.deadline?.words ?? null;
  return [{ quote, url: null, outlet: null, grade: 'unsourced', archive: null, seenIn: null }];
}

/** The first entry of an ultimatum. Its deadline may be missing; issuer, target and demand may not. */
export function record(command: CommandOf<'record'>, context: Pick<VerbContext, 'now' | 'by'>): Decision {
  const { targets } = command;
  const zones = [command.zone, command.deadline?.zone ?? command.zone];
  const badZone = zones.find((zone) => !isZone(zone));
  const refusal = firstOf(
    () => (command.issuers.length === 0 ? { why: 'missing', field: 'issuer' } : null),
    () => (targets.length === 0 ? { why: 'missing', field: 'target' } : null),
    () => filled('demand', command.demand),
    () => (badZone === undefined ? null : { why: 'bad-zone', given: badZone }),
    () => notInFuture('stated', command.stated, context.now),
    () => linked(command.statements),
  );
  if (refusal !== null) return refuse(refusal);
  return append(
    context,
    { stated: command.stated, statements: behind(command) },
    {
      kind: 'recorded',
      issuers: command.issuers,
      targets,
      demand: command.demand,
      threat: command.threat,
      zone: command.zone,
      ...(command.zoneFrom === undefined ? {} : { zoneFrom: command.zoneFrom }),
      tags: command.tags,
      deadline: command.deadline,
    },
  );
}
