/** Who may do what: checked before anything opens and again at each press, because buttons outlive rights. */
import { type DraftVerb, VERBS } from '../domain/verbs.js';
import type { Context } from '../discord/command.js';
import { curatorRoleOf } from '../domain/guild.js';
import type { Refusal } from '../domain/refusal.js';

type Actor = Pick<Context, 'member' | 'settings'>;

/** Why a member may not touch the record; null where they may. */
export function needsCurator({ member, settings }: Actor): Refusal | null {
  return member.curator ? null : { why: 'needs-curator', role: curatorRoleOf(settings) };
}

/** Why a member may not manage the server's settings; null where they may. */
export function needsManager({ member }: Pick<Context, 'member'>): Refusal | null {
  return member.manager ? null : { why: 'needs-manage-server' };
}

/** Why a member may not begin with a verb; null where they may. Without review nobody proposes anything. */
export function mayBegin(verb: DraftVerb, actor: Actor): Refusal | null {
  const { by } = VERBS[verb];
  if (by === 'manager') return needsManager(actor);
  return by === 'curator' || !actor.settings.review ? needsCurator(actor) : null;
}

/** Why a member may not undo what was done with a verb; null where they may. Only curators record, so only they undo. */
export function mayUndo(verb: DraftVerb, actor: Actor): Refusal | null {
  return VERBS[verb].by === 'manager' ? needsManager(actor) : needsCurator(actor);
}
