/** Routes of channels and their messages. */
import { z } from 'zod';
import { readMessage } from '../check/message.js';
import { parse } from '../check/parse.js';
import { ApiError } from '../api-error.js';
import { noContent, ok, param, type Call, type RouteReply, type Route } from '../http/route.js';
import type { RateLimits } from '../http/limits.js';
import { channelJson } from '../json.js';
import { messageJson } from '../message-json.js';
import type { LocalMessage } from '../message.js';
import { checkDeliverable, type Messages } from '../messages.js';
import { isThread, takesMessages, type Channel } from '../model.js';
import type { Nonces } from '../nonces.js';
import { holds, type PermissionName } from '../permissions.js';
import type { World } from '../world.js';

export interface ChannelParts {
  readonly world: World;
  readonly messages: Messages;
  readonly nonces: Nonces;
  readonly limits: Pick<RateLimits, 'takeEdit'>;
}

/** Channels and the messages in them. */
export function channelRoutes(parts: ChannelParts): Route[] {
  const one = '/channels/{channel_id}';
  const list = '/channels/{channel_id}/messages';
  const single = '/channels/{channel_id}/messages/{message_id}';
  return [
    { method: 'GET', template: one, handle: (call) => ok(channelJson(seenChannel(parts, call))) },
    { method: 'PATCH', template: one, handle: (call) => ok(channelJson(changeThread(parts, call))) },
    { method: 'GET', template: list, handle: (call) => ok(newest(parts, call)) },
    { method: 'POST', template: list, bucket: 'send', handle: (call) => ok(send(parts, call)) },
    { method: 'GET', template: single, handle: (call) => ok(fetchOne(parts, call)) },
    { method: 'PATCH', template: single, bucket: 'edit', handle: (call) => ok(edit(parts, call)) },
    { method: 'DELETE', template: single, handle: (call) => remove(parts, call) },
    {
      method: 'POST',
      template: '/channels/{channel_id}/messages/{message_id}/crosspost',
      bucket: 'publish',
      handle: (call) => ok(publish(parts, call)),
    },
    {
      method: 'POST',
      template: '/channels/{channel_id}/typing',
      handle: (call) => (seenChannel(parts, call), noContent),
    },
  ];
}

/** The channel of a call. One that is gone is unknown, one out of sight or of a server left is no access. */
function seenChannel({ world }: ChannelParts, call: Call): Channel {
  const id = param(call, 'channel_id');
  const channel = world.channelById(id);
  if (channel === undefined) throw new ApiError(10003);
  if (!holds(world.permissions(world.bot.id, channel), 'ViewChannel')) throw new ApiError(50001);
  return channel;
}

function demand({ world }: ChannelParts, channel: Channel, name: PermissionName): void {
  if (!holds(world.permissions(world.bot.id, channel), name)) throw new ApiError(50013);
}

const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: z.coerce.bigint().optional(),
  after: z.coerce.bigint().optional(),
});

function newest(parts: ChannelParts, call: Call): unknown {
  const channel = seenChannel(parts, call);
  const { limit, before, after } = parse(page, call.query);
  const bits = parts.world.permissions(parts.world.bot.id, channel);
  // Not an error on Discord: whoever may not read the history sees none.
  if (!holds(bits, 'ReadMessageHistory')) return [];
  const matching = parts.messages.list(channel.id).filter(({ id }) => {
    const number = BigInt(id);
    return (before === undefined || number < before) && (after === undefined || number > after);
  });
  const chosen = after === undefined ? matching.slice(-limit) : matching.slice(0, limit);
  return chosen.toReversed().map((message) => messageJson(message, parts.world));
}

function send(parts: ChannelParts, call: Call): unknown {
  const { world, messages, nonces } = parts;
  const channel = seenChannel(parts, call);
  const body = readMessage(call.body);
  if (!takesMessages(channel)) throw new ApiError(50008);
  demand(parts, channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages');
  if (call.files.length > 0) demand(parts, channel, 'AttachFiles');
  if (!world.mayWrite(world.bot.id, channel)) throw new ApiError(160005);
  if (channel.archived) throw new ApiError(50083);
  checkDeliverable(world, channel);
  const nonce = body.enforce_nonce === true ? (body.nonce ?? undefined) : undefined;
  const firstId = nonces.recall(channel.id, nonce);
  if (firstId !== undefined) return messageJson(existing(messages, firstId), world);
  const message = messages.post({ channel, authorId: world.bot.id, body, files: call.files });
  nonces.remember(channel.id, nonce, message.id);
  return { ...messageJson(message, world), nonce: body.nonce };
}

function fetchOne(parts: ChannelParts, call: Call): unknown {
  const channel = seenChannel(parts, call);
  demand(parts, channel, 'ReadMessageHistory');
  return messageJson(messageOf(parts, channel, call), parts.world);
}

function edit(parts: ChannelParts, call: Call): unknown {
  const channel = seenChannel(parts, call);
  const message = messageOf(parts, channel, call);
  const body = readMessage(call.body);
  if (message.authorId !== parts.world.bot.id) throw new ApiError(50005);
  if (channel.archived) throw new ApiError(50083);
  if (message.published && !parts.limits.takeEdit(message.id)) throw new ApiError(20022);
  return messageJson(parts.messages.edit(message, channel, body, call.files), parts.world);
}

/** An own message needs the right to send, another's the right to manage messages as well. */
function publish(parts: ChannelParts, call: Call): unknown {
  const channel = seenChannel(parts, call);
  if (channel.kind !== 'announcement') throw new ApiError(50024);
  demand(parts, channel, 'SendMessages');
  const message = messageOf(parts, channel, call);
  if (message.authorId !== parts.world.bot.id) demand(parts, channel, 'ManageMessages');
  if (message.published) throw new ApiError(40033);
  return messageJson(parts.messages.publish(message), parts.world);
}

function remove(parts: ChannelParts, call: Call): RouteReply {
  const channel = seenChannel(parts, call);
  const message = messageOf(parts, channel, call);
  if (message.authorId !== parts.world.bot.id) demand(parts, channel, 'ManageMessages');
  parts.messages.delete(message);
  return noContent;
}

/** A message of this channel that the channel lists; an ephemeral one is unknown here. */
function messageOf({ messages }: ChannelParts, channel: Channel, call: Call): LocalMessage {
  const message = existing(messages, param(call, 'message_id'));
  if (message.channelId !== channel.id || message.ephemeral) throw new ApiError(10008);
  return message;
}

function existing(messages: Messages, id: string): LocalMessage {
  const message = messages.find(id);
  if (message === undefined) throw new ApiError(10008);
  return message;
}

const threadChange = z.object({ archived: z.boolean().optional(), locked: z.boolean().optional() });

/** Of all a channel can be changed in, only waking or closing a thread is a bot's daily business. */
function changeThread(parts: ChannelParts, call: Call): Channel {
  const channel = seenChannel(parts, call);
  const { archived, locked } = parse(threadChange, call.body);
  const wakes = archived === false && locked === undefined && !channel.locked;
  demand(parts, channel, wakes ? 'SendMessagesInThreads' : 'ManageThreads');
  if (!isThread(channel)) return channel;
  channel.archived = archived ?? channel.archived;
  channel.locked = locked ?? channel.locked;
  return channel;
}
