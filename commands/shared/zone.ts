import type { Suggestion } from '../../src/discord/option.js';
import { ok, refuse, type Result } from '../../src/domain/refusal.js';
import { isZone } from '../../src/domain/when.js';

/** A zone as people type it. */
export function readZone(typed: string): Result<string> {
  return isZone(typed) ? ok(typed) : refuse({ why: 'bad-zone', given: typed });
}

export function suggestZone(typed: string): readonly Suggestion[] {
  return isZone(typed) ? [{ name: typed, value: typed }] : [];
}
