/**
 * Makes an interaction of what came over the gateway. Discord documents what it sends, and still sends less, more or
 * something else now and then: what is not of the documented kind counts as not sent, so that nothing behind this throws.
 */
import {
  ApplicationCommandType,
  GatewayDispatchEvents,
  InteractionType,
  type APIInteraction,
} from 'discord.js';
import { z } from 'zod';
import type { Log } from './log.js';
import { isSnowflake } from './snowflake.js';

/** A path of Discord's API is made of it. */
const TOKEN = /^[^\s/?#\\]{1,2000}$/;
const LOCALE = /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/;
const BITS = /^\d{1,30}$/;

const text = z.string().catch('');
const absent = <T>(schema: z.ZodType<T>) => schema.optional().catch(undefined);
const snowflake = z.string().refine(isSnowflake);
const record = z.record(z.string(), z.unknown()).catch({});
/** The items of the expected type; none if the value is no list. */
const items = <T>(item: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((one) => item.safeParse(one).data ?? []));

const value = absent(z.union([z.string(), z.number(), z.boolean()]));
const leaf = z.looseObject({ name: z.string(), type: z.number(), value, focused: absent(z.boolean()) });
const branch = leaf.extend({ options: items(leaf) });
const option = leaf.extend({ options: items(branch) });

const command = z.looseObject({
  id: text,
  name: text,
  type: z.number().catch(ApplicationCommandType.ChatInput),
  options: items(option),
  target_id: text,
  resolved: z
    .looseObject({
      messages: record,
      users: record,
      members: record,
      roles: record,
      channels: record,
      attachments: record,
    })
    .catch({ messages: {}, users: {}, members: {}, roles: {}, channels: {}, attachments: {} }),
});
const press = z.looseObject({
  custom_id: text,
  component_type: z.number().catch(0),
  values: items(z.string()),
});
const submission = z.looseObject({ custom_id: text, components: items(z.looseObject({})) });

const user = z.looseObject({ id: snowflake, username: text, global_name: absent(z.string()) });
const member = z.looseObject({
  user,
  nick: absent(z.string()),
  roles: items(snowflake),
  permissions: z.string().regex(BITS).catch('0'),
});

const envelope = z.looseObject({
  id: snowflake,
  token: z.string().regex(TOKEN),
  application_id: absent(snowflake),
  type: z.enum(InteractionType).catch(InteractionType.Ping),
  data: z.unknown().optional(),
  guild_id: absent(snowflake),
  channel_id: absent(snowflake),
  channel: absent(z.looseObject({ id: snowflake })),
  member: absent(member),
  user: absent(user),
  message: absent(z.looseObject({ id: text, flags: z.number().int().catch(0) })),
  locale: z.string().regex(LOCALE).catch('en-US'),
  app_permissions: absent(z.string().regex(BITS)),
});
type Envelope = z.infer<typeof envelope>;

/** Made once: a schema costs more to make than to use. */
const anything = z.looseObject({});
const orNothing = anything.catch({});

/** The message that was long-pressed keeps its id and its channel even where it came without. */
function withTarget(data: z.infer<typeof command>, channel: string): object {
  const { target_id: target, resolved } = data;
  const messages = Object.entries(resolved.messages).flatMap(([id, one]) => {
    const message = anything.safeParse(one).data;
    if (message === undefined || !isSnowflake(id)) return [];
    const of = isSnowflake(message['channel_id']) ? message['channel_id'] : channel;
    return [[id, { ...message, id, channel_id: of }] as const];
  });
  return { ...data, target_id: target, resolved: { ...resolved, messages: Object.fromEntries(messages) } };
}

function dataOf({ type, data }: Envelope, channel: string): object {
  const given = orNothing.parse(data);
  switch (type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete:
      return withTarget(command.parse(given), channel);
    case InteractionType.MessageComponent:
      return press.parse(given);
    case InteractionType.ModalSubmit:
      return submission.parse(given);
    default:
      return given;
  }
}

/**
 * Returns the interaction; null where it has no id and token to answer it by. Never throws. `application` is the bot's
 * own id, for an interaction that came without it.
 */
export function readInteraction(payload: unknown, application: string): APIInteraction | null {
  const read = envelope.safeParse(payload).data;
  if (read === undefined) return null;
  const channel = read.channel ?? (read.channel_id === undefined ? undefined : { id: read.channel_id });
  const interaction = {
    ...read,
    application_id: read.application_id ?? application,
    channel,
    data: dataOf(read, channel?.id ?? ''),
  };
  // Everything that is read of it was checked above; the union has dozens of fields that nobody here reads.
  return interaction as unknown as APIInteraction;
}

/** Who interactions are for. */
export interface InteractionReceiver {
  /** The id of the application. */
  readonly application: string;
  readonly handle: (interaction: APIInteraction) => Promise<void>;
}

/**
 * Gives an event of the gateway to `receiver` where it is an interaction. Never throws: an event of any shape is one
 * event, and the next one is taken as well.
 */
export function receiveEvent(event: unknown, receiver: InteractionReceiver, log: Log): void {
  const failed = (error: unknown) =>
    log.error({ err: error }, 'an event of the gateway could not be handled');
  try {
    const { t: kind, d: payload } = Object(event) as { t?: unknown; d?: unknown };
    if (kind !== GatewayDispatchEvents.InteractionCreate) return;
    const interaction = readInteraction(payload, receiver.application);
    if (interaction === null) log.warn({}, 'an interaction came without what is needed to answer it');
    else receiver.handle(interaction).catch(failed);
  } catch (error) {
    failed(error);
  }
}
