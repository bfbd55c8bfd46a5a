/** Posts, edits and deletes messages, and tells listeners. */
import { checkWhole, messageFlags, type MessageBody } from './check/message.js';
import { walk, type Component } from './check/layout.js';
import type { UploadedFile } from './exchange.js';
import { ApiError, invalid } from './api-error.js';
import {
  LocalMessage,
  pingsOf,
  type Face,
  type MessageOrigin,
  type Shared,
  type StoredFile,
} from './message.js';
import type { Channel } from './model.js';
import type { LinkPreview } from './preview/unfold.js';
import { holds } from './permissions.js';
import type { World } from './world.js';

export type MessageChange = 'posted' | 'edited' | 'deleted';
export type MessageListener = (message: LocalMessage, change: MessageChange) => void;

/** Flags a sender may set; the rest are Discord's own. */
const settable = messageFlags.suppressEmbeds | messageFlags.silent | messageFlags.v2;
const editable = messageFlags.suppressEmbeds | messageFlags.v2;

export interface PostInput {
  readonly channel: Channel;
  readonly authorId: string;
  readonly body: MessageBody;
  readonly files: readonly UploadedFile[];
  readonly visibleTo?: string | undefined;
  readonly interaction?: MessageOrigin['interaction'];
  readonly shared?: Shared | undefined;
  /** A deferral: nothing to show yet. */
  readonly loading?: boolean;
}

/** All messages of the world, the ephemeral ones apart, which no channel lists. */
export class Messages {
  readonly #world: World;
  readonly #byId = new Map<string, LocalMessage>();
  readonly #byChannel = new Map<string, LocalMessage[]>();
  readonly #listeners = new Set<MessageListener>();

  readonly #onError: (error: unknown) => void;

  constructor(world: World, onError: (error: unknown) => void) {
    this.#world = world;
    this.#onError = onError;
  }

  /** What stands in a channel now, oldest first. */
  list(channelId: string): readonly LocalMessage[] {
    return this.#byChannel.get(channelId) ?? [];
  }

  /** A message by its id, deleted ones no longer. */
  find(id: string): LocalMessage | undefined {
    return this.#byId.get(id);
  }

  onChange(listener: MessageListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  post(posting: PostInput): LocalMessage {
    const { body, channel } = posting;
    const face = this.#face(posting, body, undefined);
    if (posting.loading !== true && posting.shared === undefined) checkWhole(face);
    const origin: MessageOrigin = {
      id: this.#world.newId(),
      channelId: channel.id,
      guildId: channel.guildId,
      authorId: posting.authorId,
      at: this.#world.now(),
      nonce: body.nonce ?? undefined,
      visibleTo: posting.visibleTo,
      interaction: posting.interaction,
      shared: posting.shared,
    };
    const message = new LocalMessage(origin, face);
    this.#byId.set(message.id, message);
    if (posting.visibleTo === undefined) this.#listed(channel.id).push(message);
    this.#tell(message, 'posted');
    return message;
  }

  /** Apply an edit: what the body does not name stays. */
  edit(
    message: LocalMessage,
    channel: Channel,
    body: MessageBody,
    files: readonly UploadedFile[],
  ): LocalMessage {
    const face = this.#face({ channel, authorId: message.authorId, body, files }, body, message.face);
    checkWhole(face);
    message.show(face, this.#world.now());
    this.#tell(message, 'edited');
    return message;
  }

  /** Hands it on to the servers that follow its channel. */
  publish(message: LocalMessage): LocalMessage {
    message.published = true;
    this.#tell(message, 'edited');
    return message;
  }

  /** Shows its links unfolded. */
  unfold(message: LocalMessage, previews: readonly LinkPreview[]): void {
    message.previews = previews;
    this.#tell(message, 'edited');
  }

  delete(message: LocalMessage): void {
    message.deleted = true;
    this.#byId.delete(message.id);
    const rest = this.list(message.channelId).filter((one) => one !== message);
    this.#byChannel.set(message.channelId, rest);
    this.#tell(message, 'deleted');
  }

  #listed(channelId: string): LocalMessage[] {
    const list = this.#byChannel.get(channelId) ?? [];
    this.#byChannel.set(channelId, list);
    return list;
  }

  #tell(message: LocalMessage, change: MessageChange): void {
    for (const listener of this.#listeners) {
      // Whoever looks on has no say in whether a message is posted.
      try {
        listener(message, change);
      } catch (error) {
        this.#onError(error);
      }
    }
  }

  #face(posting: PostInput, body: MessageBody, before: Face | undefined): Face {
    const content = body.content === undefined ? (before?.content ?? '') : (body.content ?? '');
    const components =
      body.components === undefined ? (before?.components ?? []) : numbered(body.components ?? []);
    const files = [...keptFiles(body, before), ...posting.files.map((file) => this.#stored(file, body))];
    checkFileReferences(components, files);
    return {
      content,
      embeds: body.embeds === undefined ? (before?.embeds ?? []) : (body.embeds ?? []),
      components,
      flags: flagsOf(posting, before),
      files,
      pings: pingsOf(textFor(content, components), this.#mentionRules(posting)),
    };
  }

  #mentionRules(posting: PostInput): Parameters<typeof pingsOf>[1] {
    const { channel, authorId, body } = posting;
    const roles = [...(this.#world.guilds.get(channel.guildId ?? '')?.roles.values() ?? [])];
    return {
      allowed: body.allowed_mentions,
      mayMentionAll: holds(this.#world.permissions(authorId, channel), 'MentionEveryone'),
      mentionableRoles: new Set(roles.filter((role) => role.mentionable).map((role) => role.id)),
    };
  }

  #stored({ index, name, contentType, bytes }: UploadedFile, { attachments }: MessageBody): StoredFile {
    const description = attachments?.find(({ id }) => String(id) === index)?.description ?? null;
    return { id: this.#world.newId(), name, contentType, bytes, description };
  }
}

function flagsOf(posting: PostInput, before: Face | undefined): number {
  const asked = posting.body.flags ?? 0;
  if (before !== undefined) {
    const kept = before.flags & ~messageFlags.suppressEmbeds & ~messageFlags.loading;
    const suppressed = posting.body.flags === undefined ? before.flags & messageFlags.suppressEmbeds : 0;
    return kept | suppressed | (asked & editable);
  }
  const own = posting.visibleTo === undefined ? 0 : messageFlags.ephemeral;
  return (asked & settable) | own | (posting.loading === true ? messageFlags.loading : 0);
}

/** An edit without `attachments` keeps what is there; with it, only what it lists. */
function keptFiles(body: MessageBody, before: Face | undefined): readonly StoredFile[] {
  const files = before?.files ?? [];
  if (body.attachments === undefined) return files;
  return files.filter((file) => body.attachments?.some((one) => String(one.id) === file.id));
}

function checkFileReferences(components: readonly Component[], files: readonly StoredFile[]): void {
  for (const one of walk(components)) {
    const name = one.type === 13 ? /^attachment:\/\/(.+)$/.exec(one.file.url)?.[1] : undefined;
    if (name !== undefined && !files.some((file) => file.name === name))
      throw invalid(
        'components',
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `No attachment ${name}`,
      );
  }
}

function textFor(content: string, components: readonly Component[]): string {
  const texts = walk(components).flatMap((one) => (one.type === 10 ? [one.content] : []));
  return [content, ...texts].join('\n');
}

/** Give every component the number Discord gives it, in reading order. */
function numbered(components: readonly Component[]): Component[] {
  const copies = structuredClone([...components]);
  const all = walk(copies);
  const taken = new Set(all.flatMap((one) => (one.id === undefined || one.id === 0 ? [] : [one.id])));
  let next = 1;
  for (const one of all) {
    if (one.id !== undefined && one.id !== 0) continue;
    while (taken.has(next)) next += 1;
    one.id = next;
    next += 1;
  }
  return copies;
}

/** Refuse a message to someone who takes none. */
export function checkDeliverable(world: World, channel: Channel): void {
  const recipient = world.users.get(channel.recipientId ?? '');
  if (recipient?.acceptsDirectMessages === false) throw new ApiError(50007);
}
