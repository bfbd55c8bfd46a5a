import type { Context } from '../discord/command.js';
import type { Question } from '../wording/preview.js';
import { cleanLine, cleanText } from '../domain/clean.js';
import type { Command, Evidence } from '../domain/command.js';
import type { Reading } from '../domain/reading.js';
import { ok, refuse, type Refusal, type Result } from '../domain/refusal.js';
import { isHidden } from '../domain/visible.js';
import { correctionOf } from './correction.js';
import { TYPED, type Draft, type Typed, type TypedName } from '../codec/draft.js';
import { deadlineOf, draftContextOf, names, type Deadline, type DraftContext } from './draft-context.js';
import { outcomeOf } from './outcome.js';
import { statementsOf } from './statements.js';

/** A draft understood: the command, the deadline as it was read, and what is still open. */
export interface Built {
  readonly command: Command;
  readonly reading: Reading | null;
  /** The words have several readings; the command holds the first until one is picked. */
  readonly question: Question | null;
  readonly ground: DraftContext;
}

type Half = Result<{ readonly command: Command; readonly deadline: Deadline | null }>;
const whole = (command: Command, deadline: Deadline | null = null): Half => ok({ command, deadline });

/** Links stay as they were given. */
const LINKS = new Set<TypedName>(['source', 'second-source', 'archive']);
const SEVERAL_LINES = new Set<TypedName>(['demand', 'threat', 'quote', 'reason', 'note']);

/** The texts as they are kept. One of which nothing would be seen is not there: then it is missing. */
function cleanTyped(typed: Typed): Typed {
  const entries = TYPED.map((name) => {
    const text = typed[name] ?? '';
    if (LINKS.has(name)) return [name, text] as const;
    return [name, SEVERAL_LINES.has(name) ? cleanText(text) : cleanLine(text)] as const;
  });
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

/** What a draft asks for, read against the present; the first fault as a refusal. */
export async function build(draft: Draft, context: Context): Promise<Result<Built>> {
  const ground = await draftContextOf({ ...draft, typed: cleanTyped(draft.typed) }, context);
  if (!ground.ok) return ground;
  const half = await commandOf(ground.value);
  if (!half.ok) return half;
  const { command, deadline } = half.value;
  const { reading = null, question = null } = deadline ?? {};
  return ok({ command, reading, question, ground: ground.value });
}

async function commandOf(ground: DraftContext): Promise<Half> {
  const { draft, spoken, context } = ground;
  const { typed, verb } = draft;
  const said: Evidence = { stated: spoken.when, statements: statementsOf(draft) };
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
      return replaceOf(ground, said);
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

/** What takes its place is an ultimatum of this server that can be seen (rules 34). */
async function replaceOf({ draft, context }: DraftContext, said: Evidence): Promise<Half> {
  const by = Number(draft.typed.by);
  const entries = await context.entries(by);
  if (entries.length === 0)
    return refuse({ why: 'not-found', what: 'ultimatum', given: `U-${draft.typed.by ?? ''}` });
  if (isHidden(entries)) return refuse({ why: 'hidden', number: by });
  return whole({ verb: 'replace', by, self: draft.number ?? 0, ...said });
}

async function recordOf(ground: DraftContext, said: Evidence): Promise<Half> {
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
      issuer: await context.server.issuer(typed.issuer ?? ''),
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
function archiveOf({ ultimatum }: DraftContext, url: string, archive: string, said: Evidence): Half {
  const known = ultimatum?.statements.some((statement) => statement.url === url) ?? false;
  return whole(known ? { verb: 'archive', url, archive } : { verb: 'source', ...said });
}
