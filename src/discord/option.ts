/** What a command's options are declared with: one record gives Discord's JSON, the zod schema and the argument types. */
import { ChannelType } from 'discord.js';
import type { Words } from '../wording/index.js';

/** Kinds of channel that take posts of a bot, for options and selects: text, announcement, and the threads of both. */
export const POSTABLE_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

type OptionType = 'string' | 'integer' | 'boolean' | 'channel' | 'role' | 'attachment';

/** A word of the catalogue, taken when the language is known: `(words) => words.board.set.description`. */
export type Label = (words: Words) => string;

/** Something offered while a person types. `name` is what is seen and may come back as the value. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** A fixed choice of an option. Its name is what is seen and may come back as the value. */
export interface OptionChoice {
  readonly name: Label;
  readonly value: string;
}

export interface OptionSpec {
  readonly type: OptionType;
  /** At most 100 characters, without markup. */
  readonly description: Label;
  readonly required?: boolean;
  readonly choices?: readonly OptionChoice[];
  /** Named source of suggestions; commands give the function in their declaration's `suggest`. */
  readonly suggested?: boolean;
  readonly maxLength?: number;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

interface ValueOf {
  readonly string: string;
  readonly integer: number;
  readonly boolean: boolean;
  /** Snowflake; of a channel that takes posts, as far as Discord's screens go. */
  readonly channel: string;
  /** Snowflake. */
  readonly role: string;
  /** URL. */
  readonly attachment: string;
}

/** The arguments a declaration gives its `run`. */
export type Args<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K]['required'] extends true
    ? ValueOf[S[K]['type']]
    : ValueOf[S[K]['type']] | undefined;
};
