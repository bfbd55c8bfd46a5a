/** Views as Discord takes them. */
import {
  ComponentType,
  MessageFlags,
  type APIInteractionResponseCallbackData,
  type RawFile,
} from 'discord.js';
import type { View } from './command.js';

export interface Payload {
  readonly body: APIInteractionResponseCallbackData;
  readonly files: RawFile[];
}

interface PayloadOptions {
  readonly ephemeral?: boolean;
  /** The one role that may be pinged; nobody else ever is. */
  readonly role?: string | null;
  /** The one person who may be. */
  readonly user?: string | null;
}

/** The file or the picture of a view: what is sent, and what is said about it. */
function attached({ file, picture }: View) {
  if (picture !== undefined) {
    const { name, image, description } = picture;
    const files: RawFile[] = [{ name, data: Buffer.from(image), contentType: 'image/png' }];
    return { files, attachments: [{ id: '0', filename: name, description }] };
  }
  if (file === undefined) return { files: [] };
  const files: RawFile[] = [{ name: file.name, data: file.content }];
  return { files, attachments: [{ id: '0', filename: file.name }] };
}

/** A view as Discord takes it. No link previews, no pings but the role and the person named. */
export function messagePayload(
  view: View,
  { ephemeral = false, role = null, user = null }: PayloadOptions = {},
): Payload {
  const flags =
    (view.v2 === true ? MessageFlags.IsComponentsV2 : MessageFlags.SuppressEmbeds) |
    (view.silent === true ? MessageFlags.SuppressNotifications : 0) |
    (ephemeral ? MessageFlags.Ephemeral : 0);
  const { files, attachments } = attached(view);
  return {
    body: {
      ...(view.content === undefined ? {} : { content: view.content }),
      ...(view.components === undefined ? {} : { components: [...view.components] }),
      ...(attachments === undefined ? {} : { attachments }),
      flags,
      allowed_mentions: {
        parse: [],
        roles: role === null ? [] : [role],
        ...(user === null ? {} : { users: [user] }),
      },
    },
    files,
  };
}

/** An edit of a posted message: its flags are left alone, and its mentions are read again by Discord. */
export function editPayload(view: View) {
  return {
    ...(view.content === undefined ? {} : { content: view.content }),
    components: [...(view.components ?? [])],
    allowed_mentions: { parse: [] },
  };
}

/** A sentence above a view, or alone. */
export function withSentence(sentence: string, view: View | undefined): View {
  if (view === undefined) return { content: sentence };
  if (view.v2 !== true) return { ...view, content: `${sentence}\n${view.content ?? ''}` };
  const head = { type: ComponentType.TextDisplay, content: sentence } as const;
  return { ...view, components: [head, ...(view.components ?? [])] };
}
