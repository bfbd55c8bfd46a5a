/** A message as Discord writes it in JSON. */
import { componentJson } from './component-json.js';
import { messageFlags } from './check/message.js';
import { userJson } from './json.js';
import type { LocalMessage, StoredFile } from './message.js';
import type { World } from './world.js';

/** A message as Discord shows it to the bot. */
export function messageJson(message: LocalMessage, world: World): Record<string, unknown> {
  const { face } = message;
  const author = world.users.get(message.authorId);
  const mentioned = face.pings.users.flatMap((id) => world.users.get(id) ?? []);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.interaction?.commandName === undefined ? 0 : 20,
    author: author === undefined ? null : userJson(author),
    content: face.content,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: face.pings.everyone,
    mentions: mentioned.map(userJson),
    mention_roles: face.pings.roles,
    attachments: face.files.map((file) => fileJson(file, message.channelId)),
    embeds: face.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: face.components.map((one) => componentJson(one, face.files)),
    pinned: false,
    flags: face.flags | (message.shared?.flags ?? 0) | (message.published ? messageFlags.published : 0),
    ...message.shared?.json,
    ...(message.interaction === undefined ? {} : causeJson(message, world)),
  };
}

function causeJson(message: LocalMessage, world: World): Record<string, unknown> {
  const { interaction } = message;
  if (interaction === undefined) return {};
  const user = world.users.get(interaction.userId);
  return {
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user: user === undefined ? null : userJson(user),
      authorizing_integration_owners: { '0': message.guildId ?? '0' },
    },
  };
}

function fileJson(file: StoredFile, channelId: string): Record<string, unknown> {
  const url = `https://cdn.discordapp.com/attachments/${channelId}/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(file.description === null ? {} : { description: file.description }),
  };
}
