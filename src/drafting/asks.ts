/** What has to be answered before a draft can be saved: whom a name stands for, and whose time zone it is in. */
import type { Draft } from '../codec/draft.js';
import type { Context } from '../discord/command.js';
import type { Ask } from '../discord/views/index.js';
import { placeOf } from '../domain/place.js';
import { placeText } from '../wording/dates.js';
import type { Words } from '../wording/index.js';
import type { Text } from '../wording/parts.js';
import { clipped, typed } from '../wording/typed.js';
import { draftToCommand, type DraftedCommand } from './draft-to-command.js';
import { nameQuestion, withName, type NameQuestion } from './names.js';
import { zoneQuestion, type ZoneQuestion } from './zone-question.js';

/** Code points of a name in a question and on a button. */
const MAX_NAME = 60;

function nameAsk({ drafts, lists }: Words, { typed: given, known }: NameQuestion): Ask {
  const { asks } = drafts;
  const names = known.map((name): Text => [typed(name, MAX_NAME)]);
  return {
    text: asks.name(typed(given, MAX_NAME), lists.or(names)),
    acts: [
      ...known.map((name, index) => ({
        action: `name.${index}`,
        label: asks.takeName(clipped(name, MAX_NAME)),
      })),
      { action: 'name.keep', label: asks.keepName(clipped(given, MAX_NAME)) },
    ],
  };
}

function zoneAsk(words: Words, { issuer, zones }: ZoneQuestion): Ask {
  const { asks } = words.drafts;
  const server = zones.at(-1) ?? '';
  return {
    text: asks.zone(typed(issuer, MAX_NAME), placeText(words, server)),
    acts: zones.map((zone, index) => {
      const place = placeOf(zone) ?? zone;
      const label = zone === server ? asks.serverZone(place) : asks.takeZone(place);
      return { action: `zone.${index}`, label: clipped(label, MAX_NAME) };
    }),
  };
}

/** The first question that is still open; null where there is none. The name comes first: a zone may be known of it. */
export async function askOf(drafted: DraftedCommand): Promise<Ask | null> {
  const { draft, ultimatum, context } = drafted.draftContext;
  const name = await nameQuestion(draft, ultimatum, context);
  if (name !== null) return nameAsk(context.words, name);
  const zone = zoneQuestion(drafted);
  return zone === null ? null : zoneAsk(context.words, zone);
}

/** The draft with the name that was chosen: `choice` is the place of one on record, or `keep`. */
export async function answerName(draft: Draft, choice: string, context: Context): Promise<Draft> {
  const drafted = await draftToCommand(draft, context);
  if (!drafted.ok) return draft;
  const { draft: cleaned, ultimatum } = drafted.value.draftContext;
  const question = await nameQuestion(cleaned, ultimatum, context);
  const name = choice === 'keep' ? null : question?.known[Number(choice)];
  return question === null || name === undefined ? draft : withName(cleaned, question, name);
}

/** The draft with the zone that was chosen, which counts as typed from now on. */
export async function answerZone(draft: Draft, choice: string, context: Context): Promise<Draft> {
  const drafted = await draftToCommand(draft, context);
  const question = drafted.ok ? zoneQuestion(drafted.value) : null;
  const zone = question?.zones[Number(choice)];
  return zone === undefined ? draft : { ...draft, typed: { ...draft.typed, zone }, picked: null };
}
