import type { Context } from '../discord/command.js';
import { COMPLIANCES, FOLLOW_THROUGHS, type CorrectedFields } from '../domain/entry.js';
import type { Command } from '../domain/command.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import { deadlineOf, momentOf, names, type Deadline, type DraftContext } from './draft-context.js';

interface Corrected {
  readonly command: Command;
  readonly deadline: Deadline | null;
}

/** `/ultimatum correct`: the fields typed replace those of the entry; words are read from when that entry was stated. */
export function correctionOf(ground: DraftContext, context: Context): Result<Corrected> {
  const { draft, entries, place } = ground;
  const { typed } = draft;
  const entry = entries.find(({ seq }) => seq === Number(typed.entry));
  if (entry === undefined)
    return refuse({ why: 'not-found', what: 'entry', given: typed.entry ?? '', last: entries.length });
  const stated = typed.stated === undefined ? null : momentOf('stated', typed.stated, place.zone, context);
  if (stated?.ok === false) return stated;
  const said = stated?.value.when ?? entry.stated;
  const deadline = typed.deadline === undefined ? null : deadlineOf(ground, said);
  if (deadline?.ok === false) return deadline;
  const compliance = COMPLIANCES.find((one) => one === typed.compliance);
  const followThrough = FOLLOW_THROUGHS.find((one) => one === typed['follow-through']);
  const fields: CorrectedFields = {
    ...(deadline === null ? {} : { deadline: deadline.value.reading }),
    ...(stated === null ? {} : { stated: stated.value.when }),
    ...(typed.issuer === undefined ? {} : { issuer: typed.issuer }),
    ...(typed.target === undefined ? {} : { targets: names(typed.target) }),
    ...(typed.demand === undefined ? {} : { demand: typed.demand }),
    ...(typed.threat === undefined ? {} : { threat: typed.threat }),
    ...(typed.quote === undefined ? {} : { quote: typed.quote }),
    ...(typed.source === undefined ? {} : { url: typed.source }),
    ...(compliance === undefined ? {} : { compliance }),
    ...(followThrough === undefined ? {} : { followThrough }),
  };
  const reason = typed.reason ?? '';
  const command = { verb: 'correct', entry: entry.seq, fields, removes: false, reason } as const;
  return ok({ command, deadline: deadline?.value ?? null });
}
