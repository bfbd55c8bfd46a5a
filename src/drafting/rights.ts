import type { Context } from '../discord/command.js';
import { curatorRoleOf } from '../domain/guild.js';
import type { Refusal } from '../domain/refusal.js';

type Asking = Pick<Context, 'member' | 'settings'>;

/** Why a member may not touch the record; null where they may. */
export function needsCurator({ member, settings }: Asking): Refusal | null {
  return member.curator ? null : { why: 'needs-curator', role: curatorRoleOf(settings) };
}

/** Buttons outlive rights: a press of a manager's screen is checked like the command that opened it. */
export function needsManager({ member }: Pick<Context, 'member'>): Refusal | null {
  return member.manager ? null : { why: 'needs-manage-server' };
}
