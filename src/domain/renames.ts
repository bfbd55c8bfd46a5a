/** Follows the names of targets through corrections: what names a target goes on naming it. */
import type { CorrectedFields, Entry, LedgerEvent } from './entry.js';

/** The name a target has today, by the name it had. */
export type Renames = ReadonlyMap<string, string>;

function targetsOf(event: LedgerEvent): readonly string[] | null {
  return event.kind === 'recorded' || event.kind === 'terms' ? event.targets : null;
}

/** Names that gave way to others in the same place; a list of another length renames nothing. */
function replaced(was: readonly string[], now: readonly string[]): readonly (readonly [string, string])[] {
  if (was.length !== now.length) return [];
  return was.flatMap((name, place) => {
    const next = now[place];
    return next === undefined || next === name || now.includes(name) ? [] : [[name, next] as const];
  });
}

/** What corrections of the lists of targets renamed. `corrections` are those that hold today, in order. */
export function renamesOf(
  entries: readonly Entry[],
  corrections: readonly { readonly corrects: number; readonly fields: CorrectedFields }[],
): Renames {
  const renames = new Map<string, string>();
  for (const { seq, event } of entries) {
    let was = targetsOf(event);
    if (was === null) continue;
    for (const { corrects, fields } of corrections) {
      if (corrects !== seq || fields.targets == null) continue;
      for (const [old, name] of replaced(was, fields.targets)) renames.set(old, name);
      was = fields.targets;
    }
  }
  return renames;
}

function today(name: string, renames: Renames): string {
  const seen = new Set([name]);
  let current = name;
  for (let next = renames.get(current); next !== undefined; next = renames.get(current)) {
    if (seen.has(next)) return current;
    seen.add(next);
    current = next;
  }
  return current;
}

/** An event whose scope uses the names of today. */
export function renamed(event: LedgerEvent, renames: Renames): LedgerEvent {
  if (renames.size === 0 || !('scope' in event)) return event;
  return { ...event, scope: event.scope.map((name) => today(name, renames)) };
}
