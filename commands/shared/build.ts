import type { Context } from '../../src/discord/command.js';
import type { Question } from '../../src/discord/views/index.js';
import type { Command, Said } from '../../src/domain/command.js';
import type { Reading } from '../../src/domain/reading.js';
import { ok, refuse, type Refusal, type Result } from '../../src/domain/refusal.js';
import { correctionOf } from './correction.js';
import type { Draft } from './draft.js';
import { deadlineOf, groundOf, names, type Deadline, type Ground } from './ground.js';
import { outcomeOf } from './outcome.js';
import { statementsOf } from './statements.js';

/** A draft understood: the command, the deadline as it was read, and what is still open. */
export interface Built {
  readonly command: Command;
  readonly reading: Reading | null;
  /** The words have several readings; the command holds the first until one is picked. */
  readonly question: Question | null;
  readonly ground: Ground;
}

type Half = Result<{ readonly command: Command; readonly deadline: Deadline | null }>;
const whole = (command: Command, deadline: Deadline | null = null): Half => ok({ command, deadline });

/** What a draft asks for, read against the present; the first fault as a refusal. */
export async function build(draft: Draft, context: Context): Promise<Result<Built>> {
  const ground = await groundOf(draft, context);
  if (!ground.ok) return ground;
  const half = await commandOf(ground.value);
  if (!half.ok) return half;
  const { command, deadline } = half.value;
  const { reading = null, question = null } = deadline ?? {};
  return ok({ command, reading, question, ground: ground.value });
}

async function commandOf(ground: Ground): Promise<Half> {
  const { draft, spoken, context } = ground;
  const { typed, verb } = draft;
  const said: Said = { stated: spoken.when, statements: statementsOf(draft) };
  switch (verb) {
    case 'record':
      return recordOf(ground, said);
    case 'move':
    case 'resume': {
      const deadline = deadlineOf(ground);
      if (!deadline.ok) return deadline;
      return whole({ verb, deadline: deadline.value.reading, ...said }, deadline.value);
    }
    case 'suspend':
    case 'withdraw':
    case 'source':
      return verb === 'source' && typed.archive !== undefined && typed.source !== undefined
        ? archiveOf(ground, typed.source, typed.archive, said)
        : whole({ verb, ...said });
    case 'replace':
      return whole({ verb, by: Number(typed.by), self: draft.number ?? 0, ...said });
    case 'terms': {
      const targets = typed.target === undefined ? null : names(typed.target);
      return whole({ verb, demand: typed.demand ?? null, threat: typed.threat ?? null, targets, ...said });
    }
    case 'outcome': {
      const outcome = outcomeOf(ground);
      return outcome.ok
        ? whole({ verb, target: typed.target ?? null, outcome: outcome.value, ...said })
        : outcome;
    }
    case 'dispute':
      return whole({ verb, reason: typed.reason ?? '', ...said });
    case 'hide':
      // Hiding what is hidden already is how it is undone.
      return whole({
        verb: ground.ultimatum?.hidden == null ? 'hide' : 'unhide',
        reason: typed.reason ?? '',
      });
    case 'correct':
      return correctionOf(ground, context);
  }
}

async function recordOf(ground: Ground, said: Said): Promise<Half> {
  const { draft, context, place } = ground;
  const { typed } = draft;
  const missing = (['issuer', 'target', 'demand'] as const).find((field) => typed[field] === undefined);
  if (missing !== undefined) return refuse({ why: 'missing', field: missing } satisfies Refusal);
  const deadline = deadlineOf(ground);
  if (!deadline.ok) return deadline;
  const { reading } = deadline.value;
  return whole(
    {
      verb: 'record',
      issuer: await context.store.issuer(context.guild, typed.issuer ?? ''),
      targets: names(typed.target),
      demand: typed.demand ?? '',
      threat: typed.threat ?? null,
      zone: place.zone,
      tags: names(typed.tag),
      deadline: reading.precision === 'none' ? null : reading,
      ...said,
    },
    deadline.value,
  );
}

/** A capture of a link that is known already; with a new link it comes with the statement. */
function archiveOf({ ultimatum }: Ground, url: string, archive: string, said: Said): Half {
  const known = ultimatum?.statements.some((statement) => statement.url === url) ?? false;
  return whole(known ? { verb: 'archive', url, archive } : { verb: 'source', ...said });
}
