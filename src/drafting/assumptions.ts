/** What a draft assumed beside the reading of its deadline: the day it was said, and whose time zone holds. */
import type { Reading } from '../domain/reading.js';
import { onDay, placeText, whenText } from '../wording/dates.js';
import type { Text } from '../wording/parts.js';
import { setsDeadline } from './draft.js';
import type { DraftContext } from './draft-context.js';
import type { DraftedCommand } from './draft-to-command.js';
import { DAY } from '../domain/durations.js';

/** A statement older than this is more likely a slip of the year than history. */
const LONG_AGO = 370 * DAY;

/** The day, or the month or year, that was taken for the statement, in the issuer's zone. */
export function statedDay({ statedAt, zoneChoice, context }: DraftContext): Text {
  return whenText(context.words, statedAt.when, zoneChoice.zone);
}

/** Of a recent post nothing is assumed: its day stands above the preview. */
function statedAssumption(draftContext: DraftContext): readonly Text[] {
  const { statedAt, context } = draftContext;
  const { assumptions } = context.words.drafts;
  const old = context.now - statedAt.when.start > LONG_AGO;
  if (statedAt.from === 'post' && !old) return [];
  const on = onDay(context.words, statedAt.when, draftContext.zoneChoice.zone);
  const stated = statedAt.from === 'today' ? assumptions.statedToday(on) : assumptions.stated(on);
  return [old ? assumptions.longAgo(stated) : stated];
}

/** Nothing is assumed about the zone where the words of the deadline name their own. */
function zoneAssumption(
  { zoneChoice, context }: DraftContext,
  readings: readonly Reading[],
): readonly Text[] {
  const { assumptions } = context.words.drafts;
  const place = placeText(context.words, zoneChoice.zone);
  if (zoneChoice.from === 'stated') {
    const used = readings.every((reading) => reading.zone === zoneChoice.zone);
    return used ? [assumptions.typedZone(place)] : [];
  }
  const named = readings.length > 0 && readings.every(({ zoneFrom }) => zoneFrom === 'stated');
  if (named) return [];
  return [zoneChoice.from === 'server' ? assumptions.serverZone(place) : assumptions.issuerZone(place)];
}

/** What was assumed for a draft that sets a deadline; empty for any other. Each is a part of a sentence. */
export function assumptionsOf({ draftContext, reading, question }: DraftedCommand): readonly Text[] {
  if (!setsDeadline(draftContext.draft.verb)) return [];
  const readings = question?.candidates ?? (reading === null ? [] : [reading]);
  return [...statedAssumption(draftContext), ...zoneAssumption(draftContext, readings)];
}
