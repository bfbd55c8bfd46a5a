/** A message that stays live: what it shows changes when it is edited. */
import type { LinkPreview } from './preview/unfold.js';
import type { Control } from './check/controls.js';
import { controlsOf, type Component } from './check/layout.js';
import { messageFlags, type AllowedMentions, type EmbedBody } from './check/message.js';
import { labelOf, readableText } from './text.js';

/** A file that hangs on a message. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** What it shows, in words. */
  readonly description: string | null;
}

/** Whom a message rings. */
export interface Pings {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** What a message shows at one moment. */
export interface Face {
  readonly content: string;
  readonly embeds: readonly EmbedBody[];
  readonly components: readonly Component[];
  readonly flags: number;
  readonly files: readonly StoredFile[];
  readonly pings: Pings;
}

/** A button or select as a person sees it. */
export interface ControlView {
  readonly kind: 'button' | 'link' | 'select';
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly disabled: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** What a message holds that only people and other apps send: its fields as Discord has them, and how they read. */
export interface Shared {
  readonly flags: number;
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

export interface MessageOrigin {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly authorId: string;
  readonly at: number;
  readonly nonce?: string | number | undefined;
  /** The only person who sees it: an ephemeral answer. */
  readonly visibleTo?: string | undefined;
  /** The interaction it answers. */
  readonly interaction?: MessageCause | undefined;
  /** A poll, stickers, a forwarded message. */
  readonly shared?: Shared | undefined;
}

export interface MessageCause {
  readonly id: string;
  readonly type: number;
  readonly userId: string;
  /** As a client names it: `/ultimatum record`, or the name in a menu. */
  readonly commandName: string | undefined;
}

/** One message, live: its face changes when it is edited. */
export class LocalMessage {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly authorId: string;
  readonly at: number;
  readonly nonce: string | number | undefined;
  readonly visibleTo: string | undefined;
  readonly interaction: MessageCause | undefined;
  readonly shared: Shared | undefined;
  readonly #faces: [Face, ...Face[]];
  editedAt: number | undefined;
  deleted = false;
  /** Handed on to the servers that follow its channel. */
  published = false;
  /** Its links as they are unfolded; those of ephemeral messages never are. */
  previews: readonly LinkPreview[] = [];

  constructor(origin: MessageOrigin, face: Face) {
    this.id = origin.id;
    this.channelId = origin.channelId;
    this.guildId = origin.guildId;
    this.authorId = origin.authorId;
    this.at = origin.at;
    this.nonce = origin.nonce;
    this.visibleTo = origin.visibleTo;
    this.interaction = origin.interaction;
    this.shared = origin.shared;
    this.#faces = [face];
  }

  /** What it shows now. */
  get face(): Face {
    return this.#faces.at(-1) ?? this.#faces[0];
  }

  /** Everything it ever showed, oldest first. */
  get faces(): readonly Face[] {
    return this.#faces;
  }

  get content(): string {
    return this.face.content;
  }

  get files(): readonly StoredFile[] {
    return this.face.files;
  }

  get pings(): Pings {
    return this.face.pings;
  }

  get ephemeral(): boolean {
    return this.visibleTo !== undefined;
  }

  /** "Thinking…": deferred, nothing to read yet. */
  get loading(): boolean {
    return (this.face.flags & messageFlags.loading) !== 0;
  }

  /** Sent without a push. */
  get silent(): boolean {
    return (this.face.flags & messageFlags.silent) !== 0;
  }

  /** Everything readable in it, line by line. */
  text(): string {
    return [readableText(this.face), ...(this.shared?.lines ?? [])].filter((line) => line !== '').join('\n');
  }

  /** Its buttons and selects in reading order. */
  controls(): readonly ControlView[] {
    return controlsOf(this.face.components).map(seen);
  }

  show(face: Face, at: number): void {
    this.#faces.push(face);
    this.editedAt = at;
  }
}

function seen(one: Control): ControlView {
  const disabled = one.disabled === true;
  if (one.type !== 2)
    return {
      kind: 'select',
      label: one.placeholder ?? '',
      customId: one.custom_id,
      url: undefined,
      disabled,
      options: one.type === 3 ? one.options : [],
    };
  const url = one.url ?? undefined;
  const customId = one.custom_id ?? undefined;
  return {
    kind: url === undefined ? 'button' : 'link',
    label: labelOf(one),
    customId,
    url,
    disabled,
    options: [],
  };
}

interface MentionRules {
  readonly allowed: AllowedMentions | null | undefined;
  /** The author may ring @everyone and roles that are not mentionable. */
  readonly mayMentionAll: boolean;
  readonly mentionableRoles: ReadonlySet<string>;
}

/** Whom a text rings, given what its sender allowed. */
export function pingsOf(text: string, rules: MentionRules): Pings {
  const { allowed, mayMentionAll, mentionableRoles } = rules;
  const kinds =
    allowed?.parse ?? (allowed === undefined || allowed === null ? ['users', 'roles', 'everyone'] : []);
  const ids = (pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].map((hit) => hit[1] ?? '')),
  ];
  const users = ids(/<@!?(\d+)>/g).filter((id) => kinds.includes('users') || allowed?.users?.includes(id));
  const roles = ids(/<@&(\d+)>/g)
    .filter((id) => kinds.includes('roles') || allowed?.roles?.includes(id))
    .filter((id) => mayMentionAll || mentionableRoles.has(id));
  const everyone = /@(everyone|here)/.test(text) && kinds.includes('everyone') && mayMentionAll;
  return { everyone, users, roles };
}
