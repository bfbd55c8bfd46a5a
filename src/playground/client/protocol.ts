/** What the page and the local Discord send to each other. Types only; instants are ms UTC of the record's clock. */
import type { ModalDeclaration } from '../check/modal.js';
import type { CommandDeclaration } from '../check/command.js';
import type { Component } from '../check/layout.js';
import type { EmbedBody } from '../check/message.js';
import type { Pings } from '../message.js';
import type { LinkPreview } from '../preview/unfold.js';

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** Discord's language of this person. */
  readonly locale: string;
  /** IANA; where this person's client shows its times. */
  readonly zone: string;
  /** Names of roles; "Owner" where the server is theirs. */
  readonly roles: readonly string[];
}

export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Discord's number of the kind. */
  readonly type: number;
  readonly mayWrite: boolean;
}

export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly ChannelView[];
  /** What has not ended, the next one first. */
  readonly events: readonly EventView[];
  /** `managed`: of an app, which nobody can be given. */
  readonly roles: readonly { readonly id: string; readonly name: string; readonly managed: boolean }[];
}

export interface EventView {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly starts: number;
}

/** The world as one person sees it; sent when the socket opens and whenever it changes. */
export interface Hello {
  readonly type: 'hello';
  readonly me: PersonView;
  readonly people: readonly PersonView[];
  readonly guilds: readonly GuildView[];
  /** This person's conversation with the bot, once there is one. */
  readonly direct: ChannelView | null;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** What it shows, in words. */
  readonly description: string | null;
  readonly size: number;
  /** On this machine. */
  readonly url: string;
}

/** A link as it is unfolded. Its pictures bear the address that the card names them by. */
export interface PreviewView extends Pick<LinkPreview, 'url' | 'card'> {
  readonly files: readonly FileView[];
}

export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly at: number;
  readonly editedAt: number | null;
  readonly content: string;
  readonly embeds: readonly EmbedBody[];
  readonly components: readonly Component[];
  readonly files: readonly FileView[];
  readonly previews: readonly PreviewView[];
  readonly pings: Pings;
  readonly ephemeral: boolean;
  readonly loading: boolean;
  readonly silent: boolean;
  /** Handed on to the servers that follow its channel. */
  readonly published: boolean;
  /** Who used which command, above an answer: `/ultimatum record`, or the name in a menu. */
  readonly cause: { readonly userId: string; readonly command: string | null } | null;
}

export interface MessageEvent {
  readonly type: 'message';
  readonly change: 'posted' | 'edited' | 'deleted';
  readonly message: MessageView;
}

/** The time machine, the outbox and the faults, as whoever runs the stage tells them. */
export interface StageView {
  /** The record's time at the real instant `real`, running at `rate`; 0 stands still. */
  readonly clock: { readonly record: number; readonly real: number; readonly rate: number };
  /** IANA zone in which the strip shows its times. */
  readonly zone: string;
  readonly due: readonly DueView[];
  readonly ledger: readonly LedgerView[];
  readonly stories: readonly StorySeen[];
  readonly story: StoryTold | null;
  readonly faults: FaultsView;
  /** Whether something that was asked of the stage is still being done. */
  readonly busy: boolean;
}

export interface DueView {
  readonly at: number;
  readonly what: string;
  readonly why: string;
  readonly channel: string | null;
}

export interface LedgerView extends DueView {
  readonly id: number;
  readonly status: 'pending' | 'claimed' | 'sent' | 'skipped' | 'failed' | 'cancelled';
  readonly attempts: number;
  readonly failure: string | null;
}

interface StorySeen {
  readonly id: string;
  readonly title: string;
  /** The way it takes: "moved earlier, then lapsed". */
  readonly path: string;
}

interface StoryTold extends StorySeen {
  readonly done: number;
  readonly steps: number;
  /** What happens next; null at its end. */
  readonly next: string | null;
}

export interface FaultsView {
  /** Ids of channels the bot may not enter. */
  readonly forbidden: readonly string[];
  readonly slow: boolean;
  readonly limited: boolean;
  /** Until when Discord is down; null while it is up. */
  readonly downUntil: number | null;
}

interface StageEvent {
  readonly type: 'stage';
  readonly stage: StageView;
}

export type ClientEvent = Hello | MessageEvent | StageEvent;

/** What a person does at their client. */
export type ClientAction =
  | { readonly kind: 'command'; readonly line: string; readonly options: OptionsTyped }
  | {
      readonly kind: 'suggest';
      readonly line: string;
      readonly options: OptionsTyped;
      readonly focused: string;
      readonly text: string;
    }
  | { readonly kind: 'press'; readonly message: string; readonly control: string }
  | {
      readonly kind: 'choose';
      readonly message: string;
      readonly control: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'submit'; readonly fields: FieldsTyped }
  | { readonly kind: 'apps'; readonly command: string; readonly message: string }
  | { readonly kind: 'say'; readonly text: string };

type OptionsTyped = Readonly<Record<string, string>>;
export type FieldsTyped = Readonly<Record<string, string | boolean | readonly string[]>>;

export interface PersonAction {
  readonly as: string;
  readonly channel: string;
  readonly act: ClientAction;
}

/** What came of it; messages arrive over the socket. */
export type ActionResult =
  | {
      readonly ok: true;
      readonly modal?: ModalDeclaration;
      /** The id of a file that was uploaded. */
      readonly upload?: string;
      readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
    }
  | { readonly ok: false; readonly reason: string };

export interface CommandView {
  readonly id: string;
  readonly type: 1 | 2 | 3;
  readonly declaration: CommandDeclaration;
}

export type StageVerb =
  | { readonly kind: 'run'; readonly rate: 0 | 1 | 60 }
  | { readonly kind: 'next' }
  | { readonly kind: 'to'; readonly at: number }
  | { readonly kind: 'load'; readonly story: string; readonly whole: boolean }
  | { readonly kind: 'step' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'fault'; readonly fault: 'slow' | 'limited' | 'down'; readonly on: boolean }
  | { readonly kind: 'forbid'; readonly channel: string; readonly on: boolean };

/** Whoever runs the stage: the local Discord's page shows its state and passes on what is asked of it. */
export interface StageDoor {
  state(): Promise<StageView>;
  /** Resolves when it is done; rejects with an Error whose message says what to do instead. */
  act(verb: StageVerb): Promise<void>;
  /** Told when the state may have changed; the result ends it. */
  onChange(listener: () => void): () => void;
}
