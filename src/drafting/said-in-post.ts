/** The day on which a post says that something was said, offered where it is another one than that of the post. */
import type { Draft } from '../codec/draft.js';
import type { Context } from '../discord/command.js';
import type { Act } from '../discord/views/index.js';
import { plainText } from '../wording/plain-text.js';
import { localDate, type When } from '../domain/when.js';
import { readMoment } from '../language/index.js';
import { whenText } from '../wording/dates.js';
import type { Text } from '../wording/parts.js';
import { typed } from '../wording/typed.js';
import { retyped } from './draft.js';
import { draftContextOf, type DraftContext } from './draft-context.js';

/** Code points of the words for a day. */
const MAX_WORDS = 40;

/** The day that the post names, in the zone that holds; null where it names none, or its own. */
function saidEarlier({ draft, statedAt, zoneChoice: { zone } }: DraftContext): When | null {
  const { said, posted } = draft;
  if (said === null || posted === null || statedAt.from !== 'post') return null;
  const moment = readMoment(said, { now: posted.start, zone });
  if (moment.kind === 'unreadable' || moment.clock) return null;
  return localDate(moment.when.start, zone) === localDate(posted.start, zone) ? null : moment.when;
}

/** What is said below the preview. */
export function saidEarlierNote(draftContext: DraftContext): Text | null {
  const { said } = draftContext.draft;
  if (said === null || saidEarlier(draftContext) === null) return null;
  return draftContext.context.words.drafts.notes.saidEarlier(typed(said, MAX_WORDS));
}

/** The button that takes that day for the statement. */
export function saidEarlierActs(draftContext: DraftContext): readonly Act[] {
  const day = saidEarlier(draftContext);
  if (day === null) return [];
  const { words } = draftContext.context;
  const name = plainText(whenText(words, day, draftContext.zoneChoice.zone));
  return [{ action: 'said', label: words.drafts.buttons.saidOn(name) }];
}

/** The draft with that day as the one of the statement; unchanged where none is offered. */
export async function saidOnDay(draft: Draft, context: Context): Promise<Draft> {
  const found = await draftContextOf(draft, context);
  const day = found.ok ? saidEarlier(found.value) : null;
  if (!found.ok || day === null) return draft;
  return retyped(draft, { stated: localDate(day.start, found.value.zoneChoice.zone) });
}
