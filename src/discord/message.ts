import type { APIMessage } from 'discord.js';
import type { PressedMessage } from './command.js';

const LINK = /https?:\/\/[^\s<>()[\]"']+/g;

/** A long-pressed message: its own text, or that of the preview Discord made of a bare link. */
export function pressedMessage(message: APIMessage, guild: string): PressedMessage {
  const { id, channel_id: channel, content, timestamp, embeds } = message;
  const previews = embeds.map(({ title, description }) => [title, description].filter(Boolean).join('\n'));
  const links = [...content.matchAll(LINK)].map(([link]) => link);
  const embedded = embeds.flatMap(({ url }) => url ?? []);
  return {
    id,
    channel,
    text: [content, ...previews].filter((part) => part !== '').join('\n'),
    url: `https://discord.com/channels/${guild}/${channel}/${id}`,
    at: Date.parse(timestamp),
    links: [...new Set([...links, ...embedded])],
  };
}
