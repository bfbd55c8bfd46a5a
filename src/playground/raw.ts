/** Sends interactions of any shape, for tests of hostile input. */
import { z } from 'zod';
import { PersonAnswer } from './answer.js';
import type { Interactions } from './interactions.js';
import type { Messages } from './messages.js';
import type { Channel } from './model.js';
import type { World } from './world.js';

export interface RawParts {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly dispatch: (event: string, data: unknown, guildId: string | undefined) => void;
}

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const text = optional(z.string());
const holder = optional(z.object({ id: text }));

/** As much of an interaction as is needed to take an answer to it; whatever else stands in it, or is missing. */
const answerable = z.object({
  id: z.string(),
  token: z.string(),
  type: z.number().catch(0),
  channel_id: text,
  user: holder,
  member: optional(z.object({ user: holder })),
  message: holder,
  data: optional(z.object({ name: text })),
});

const inGuild = z.object({ guild_id: z.string().regex(/^\d{1,20}$/) });

/**
 * Sends any JSON to the bot as an event, unchecked. Where it has an `id` and a `token`, the bot can answer it, and the
 * result is what it answered; else the result says so by failing.
 */
export function dispatchRaw(parts: RawParts, event: string, data: unknown): PersonAnswer {
  const answer = answerTo(parts, data);
  parts.dispatch(event, data, inGuild.safeParse(data).data?.guild_id);
  return answer;
}

function answerTo({ world, messages, interactions }: RawParts, data: unknown): PersonAnswer {
  const read = answerable.safeParse(data);
  if (!read.success) {
    const unanswerable = new PersonAnswer('');
    unanswerable.fail('What was sent has no id and no token, so it cannot be answered');
    return unanswerable;
  }
  const { id, token, type, channel_id: channelId, user, member, message } = read.data;
  return interactions.expect({
    id,
    token,
    type,
    userId: member?.user?.id ?? user?.id ?? '',
    channel: world.channelById(channelId ?? '') ?? nowhere(channelId),
    commandName: read.data.data?.name,
    source: messages.find(message?.id ?? ''),
  }).answer;
}

/** The channel of an interaction that names none that exists. */
function nowhere(id = '0'): Channel {
  return {
    id,
    name: '',
    kind: 'dm',
    guildId: undefined,
    parentId: undefined,
    recipientId: undefined,
    ownerId: undefined,
    overwrites: [],
    archived: false,
    locked: false,
  };
}
