/** What a command is, and what it may answer. */
import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Decide } from '../domain/decision.js';
import type { Done } from '../domain/done.js';
import type { Entry } from '../domain/entry.js';
import type { GuildSettings } from '../domain/guild.js';
import type { Permission } from '../domain/permission.js';
import type { Refusal, Result } from '../domain/refusal.js';
import type { Changed, ChangeOptions, WholeRecord } from '../store/port/index.js';
import type { GuildPorts } from '../store/port/guild.js';
import type { About } from '../wording/about.js';
import type { HostCheck } from '../wording/en/doctor.js';
import type { Words } from '../wording/index.js';
import type { Args, Label, OptionSpecs, Suggestion } from './option.js';
import type { RecordInstant } from '../domain/instant.js';

/** What is drawn: plain content for what is pushed, components v2 for what is opened. Made by `views`. */
export interface View {
  readonly content?: string;
  readonly components?: readonly APIMessageTopLevelComponent[];
  /** Components v2 (flag 32768): excludes `content`. */
  readonly v2?: boolean;
  readonly silent?: boolean;
  readonly file?: { readonly name: string; readonly content: string | Uint8Array };
  /** Instead of a file: a PNG, with what it shows in words (at most 1,024 characters). */
  readonly picture?: { readonly name: string; readonly image: Uint8Array; readonly description: string };
}

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly value?: string;
  readonly required: boolean;
  readonly long?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** What can be chosen; by default one from a list. */
  readonly choices?: readonly FieldChoice[];
  /** `radios`: one of 2 to 10 that stand there; `boxes`: any number of at most 25. */
  readonly shownAs?: 'list' | 'radios' | 'boxes';
  /** Of boxes: the values that are ticked at first. */
  readonly ticked?: readonly string[];
  /**
   * Makes it a picker of one channel that takes posts, or of one role; the value is an id. `file`: one file, which comes in
   * `Press.files`.
   */
  readonly picks?: 'channel' | 'role' | 'file';
}

interface FieldChoice extends Suggestion {
  readonly description?: string;
}

/** A file that somebody sent in a form, as Discord describes it. Nothing of it is checked. */
export interface SentFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

/** What is in a file that was sent, or why it can't be had. */
export type FetchedFile =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly max: number }
  /** It does not lie where Discord keeps files. */
  | { readonly kind: 'foreign-address' }
  | { readonly kind: 'not-fetched' };

/** A modal: 1 to 5 fields. `key` is a pending row's; `action` names the step of its flow. */
export interface Form {
  readonly key: string;
  readonly action: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** The answer of a handler. Ephemeral unless `everyone`. */
export type Reply =
  | { readonly kind: 'message'; readonly view: View; readonly everyone?: boolean }
  /** Replaces the message whose button was pressed. */
  | { readonly kind: 'update'; readonly view: View }
  | { readonly kind: 'form'; readonly form: Form }
  /** `view`, if any, is drawn below the sentence (a fresh preview, a button that offers the text back). */
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly view?: View };

/** Answers that nothing was changed, and why; `view`, if any, is drawn below the sentence. */
export function refuse(refusal: Refusal, view?: View): Reply {
  return { kind: 'refusal', refusal, ...(view === undefined ? {} : { view }) };
}

/** The answer to a press whose screen is too old to go on from. */
export const expired: Reply = refuse({ why: 'expired' });

/** Who is acting. */
export interface Member {
  /** Discord id. */
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Holds the curator role, or Manage Server. */
  readonly curator: boolean;
  /** Holds Manage Server. */
  readonly manager: boolean;
}

/**
 * Whether the bot can post in a channel, and whether other servers can follow it. `unknown`: gone, or of another server.
 * Permissions by their names on screen.
 */
export type ChannelCheck =
  | { readonly ok: true; readonly publishes: boolean }
  | { readonly ok: false; readonly why: 'unknown' | 'other-kind' | 'archived' | 'locked' }
  | { readonly ok: false; readonly why: 'missing'; readonly permissions: readonly Permission[] };

/** What commands need of Discord beyond their answer. */
export interface Channels {
  /** The permissions the bot lacks in a channel; null when the channel is gone. */
  missingPermissions(channel: string): Promise<readonly Permission[] | null>;
  /** Whether a channel is of this server and the bot can post there. */
  check(guild: string, channel: string): Promise<ChannelCheck>;
  /** Whether a role is of this server. */
  hasRole(guild: string, role: string): Promise<boolean>;
  /** Posts a view; the message's id. Twice with one `nonce` within minutes is one message; only `mention` is pinged. */
  post(
    channel: string,
    view: View,
    manner?: { readonly nonce?: string; readonly mention?: string | null },
  ): Promise<string>;
}

export interface KeepOptions {
  readonly key?: string;
  readonly replaces?: { readonly press: string; readonly done: Done };
}

/**
 * Everything a handler may touch: the ports of its own server, without what only the clock and the courier do. Of a
 * hidden ultimatum `record` gives no more than the tombstone.
 */
export interface Context extends GuildPorts {
  /** Record's time, ms UTC, read once by dispatch. */
  readonly now: RecordInstant;
  readonly guild: string;
  readonly channel: string;
  readonly member: Member;
  readonly settings: GuildSettings;
  /** Where this installation serves the public pages, without a slash at its end; null where it serves none. */
  readonly publicUrl: string | null;
  /** The language of the answer. */
  readonly words: Words;
  readonly channels: Channels;
  /** What the bot may do in `channel`, as Discord sent it along; null where it did not. */
  readonly botPermissions: bigint | null;
  /** What is in a file that was sent, at most `max` bytes; asks Discord only, and never rejects. */
  fetchFile(file: SentFile, max: number): Promise<FetchedFile>;
  /** What is found out about the installation itself, for managers. */
  installation(): Promise<readonly HostCheck[]>;
  /** Whether this member and this server may have one more public post now; if so it is counted. */
  mayPost(): boolean;
  /** The member's person key, made on first use. */
  person(): Promise<string>;
  /** The picture of its timeline as PNG; null where it cannot be drawn. */
  picture(about: About): Promise<Uint8Array | null>;
  /** A random key for pending rows, 22 characters. */
  key(): string;
  /**
   * Keeps the state of a private flow of this member under `key`, by default a new one, which it answers. `replaces` is
   * a press that is used up in the same transaction, with what it then says to whoever presses it again.
   * @throws RefusedError where nothing can be kept.
   */
  keep(flow: string, state: unknown, options?: KeepOptions): Promise<string>;
  /** `store.change` for this guild, channel, instant and announcement delay. */
  change(
    number: number | null,
    decide: Decide,
    how?: Pick<ChangeOptions, 'consumes' | 'names'>,
  ): Promise<Result<Changed>>;
  /** `store.acceptProposal` for this guild, channel, instant and announcement delay; `by` is the curator's person key. */
  accept(
    id: number,
    by: string,
    decide: Decide,
    how?: Pick<ChangeOptions, 'names'>,
  ): Promise<Result<Changed>>;
  /** What may be shown: of a hidden ultimatum no more than the tombstone (rules 24). */
  readonly entries: (number: number) => Promise<readonly Entry[]>;
  /** The record whole, what is hidden included, and what was set up: only for the copy that managers take home. */
  readonly whole: WholeRecord;
}

/** A page and the name of who published it. */
export interface Outlet {
  readonly url: string;
  readonly name: string;
}

/** A message that was long-pressed. */
export interface PressedMessage {
  readonly id: string;
  readonly channel: string;
  readonly text: string;
  readonly url: string;
  /** ms UTC; of what is forwarded or previewed, when that was published. */
  readonly at: RecordInstant;
  readonly links: readonly string[];
  /** Who published the pages previewed in it. */
  readonly outlets: readonly Outlet[];
}

/** A press in a private flow: a button, a select, a submitted form. */
export interface Press<State> {
  readonly key: string;
  readonly action: string;
  readonly state: State;
  /** A select's values. */
  readonly values: readonly string[];
  /** A form's fields; several values of one stand with `; ` between them. */
  readonly fields: Readonly<Record<string, string>>;
  /** The files of a form by their fields; absent: none. */
  readonly files?: Readonly<Record<string, SentFile>>;
}

export interface SlashCommand {
  readonly kind: 'slash';
  /** `['ultimatum', 'record']`, or `['help']`. */
  readonly path: readonly [string] | readonly [string, string];
  readonly description: Label;
  readonly options: OptionSpecs;
  /** Registered with Manage Server, and checked again. */
  readonly manager?: boolean;
  suggest?(
    option: string,
    typed: string,
    given: Readonly<Record<string, string>>,
    context: Context,
  ): Promise<readonly Suggestion[]>;
  run(
    args: Readonly<Record<string, string | number | boolean | undefined>>,
    context: Context,
  ): Promise<Reply>;
}

export interface MenuCommand {
  readonly kind: 'menu';
  /** As seen under Apps. */
  readonly name: Label;
  run(message: PressedMessage, context: Context): Promise<Reply>;
}

/** A button anyone may press under a post: `custom_id` is `name:subject:marker`. */
export interface ButtonHandler {
  readonly kind: 'button';
  readonly name: string;
  run(subject: string, context: Context): Promise<Reply>;
}

/** A private flow: `custom_id` is `key:action`, the state is the pending row's. */
export interface FlowHandler {
  readonly kind: 'flow';
  readonly name: string;
  run(press: Press<unknown>, context: Context): Promise<Reply>;
}

export type Handler = SlashCommand | MenuCommand | ButtonHandler | FlowHandler;

/** Declares a slash command; the arguments' types follow from its options. */
export function slash<const S extends OptionSpecs>(
  command: Omit<SlashCommand, 'kind' | 'options' | 'run'> & {
    readonly options: S;
    run(args: Args<S>, context: Context): Promise<Reply>;
  },
): SlashCommand {
  // Dispatch parses with the schema made of these very options, so the wider type is what arrives.
  return { ...command, kind: 'slash', run: (args, context) => command.run(args as Args<S>, context) };
}
