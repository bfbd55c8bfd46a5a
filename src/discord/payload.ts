import { MessageFlags, type APIMessageTopLevelComponent, type RawFile } from 'discord.js';
import type { View } from './command.js';

/** Discord's own limits. */
const LONGEST_CONTENT = 2000;
const LONGEST_V2_TEXT = 4000;

export interface Drawing {
  /** Seen by the one who pressed only. */
  readonly ephemeral?: boolean;
  /** The only roles that may be pinged. */
  readonly roles?: readonly string[];
}

export interface MessageBody {
  readonly content?: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly roles?: readonly string[] };
}

/** What a REST call takes. */
export interface Payload<Body> {
  readonly body: Body;
  readonly files?: RawFile[];
}

function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** What is left of the text allowed in a components v2 message is counted over all of them. */
function withinLimit(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let left = LONGEST_V2_TEXT;
  const fit = (text: string) => {
    const kept = shortened(text, Math.max(left, 1));
    left -= kept.length;
    return kept;
  };
  return components.map((component) =>
    // 10 is a text display; a long list is drawn with these at the top level.
    component.type === 10 ? { ...component, content: fit(component.content) } : component,
  );
}

function flagsOf(view: View, { ephemeral }: Drawing): number {
  const shape = view.v2 === true ? MessageFlags.IsComponentsV2 : MessageFlags.SuppressEmbeds;
  const silent = view.silent === true ? MessageFlags.SuppressNotifications : 0;
  return shape | silent | (ephemeral === true ? MessageFlags.Ephemeral : 0);
}

function filesOf({ file }: View): { files?: RawFile[] } {
  return file === undefined ? {} : { files: [{ name: file.name, data: Buffer.from(file.text, 'utf8') }] };
}

/** A view as a message. Nobody is ever pinged but the roles that are named. */
export function messagePayload(view: View, drawing: Drawing = {}): Payload<MessageBody> {
  const content = view.v2 === true ? {} : { content: shortened(view.content ?? '', LONGEST_CONTENT) };
  const components = view.components ?? [];
  const roles = drawing.roles === undefined || drawing.roles.length === 0 ? {} : { roles: drawing.roles };
  return {
    body: {
      ...content,
      components: view.v2 === true ? withinLimit(components) : components,
      flags: flagsOf(view, drawing),
      allowed_mentions: { parse: [], ...roles },
    },
    ...filesOf(view),
  };
}

/** The same for an edit: only these flags may change, and an edit pings nobody. */
export function editPayload(view: View): Payload<MessageBody> {
  return messagePayload({ ...view, silent: false });
}
