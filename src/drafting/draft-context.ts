/** What a draft speaks of: the ultimatum, whose time zone holds, and when it was said. */
import type { Draft } from '../codec/draft.js';
import type { Context } from '../discord/command.js';
import type { Entry } from '../domain/entry.js';
import { foldOrNull } from '../domain/fold.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { dayOf } from '../domain/when.js';
import { momentOf, type StatedAt } from './moment.js';
import { chooseZone, type ZoneChoice } from './zone.js';

export interface DraftContext {
  readonly draft: Draft;
  readonly context: Context;
  /** Those of the ultimatum it is about; none for a new record. */
  readonly entries: readonly Entry[];
  readonly ultimatum: Ultimatum | null;
  readonly zoneChoice: ZoneChoice;
  readonly statedAt: StatedAt;
}

/** When it was said: as typed, else when the post was published, else today. */
function statedAtOf({ typed, posted }: Draft, zone: string, context: Context): Result<StatedAt> {
  if (typed.stated !== undefined) return momentOf('stated', typed.stated, zone, context);
  if (posted !== null) return ok({ when: posted, clock: true, from: 'post' });
  return ok({ when: dayOf(context.now, zone), clock: false, from: 'today' });
}

/** Loads what a draft speaks of; refused where there is no such ultimatum, zone or day. */
export async function draftContextOf(draft: Draft, context: Context): Promise<Result<DraftContext>> {
  const entries = draft.number === null ? [] : await context.entries(draft.number);
  const ultimatum = foldOrNull(entries);
  if (draft.number !== null && ultimatum === null)
    return refuse({ why: 'not-found', what: 'ultimatum', given: ultimatumId(draft.number) });
  const { zone: typed, issuer: issuers } = draft.typed;
  const zoneChoice = await chooseZone({ typed, ultimatum, issuers }, context);
  if (!zoneChoice.ok) return zoneChoice;
  const statedAt = statedAtOf(draft, zoneChoice.value.zone, context);
  if (!statedAt.ok) return statedAt;
  return ok({
    draft,
    context,
    entries,
    ultimatum,
    zoneChoice: zoneChoice.value,
    statedAt: statedAt.value,
  });
}
