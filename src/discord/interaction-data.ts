/** The parts of an interaction that we need, out of whatever shape arrives. */
import { ApplicationCommandOptionType, MessageFlags } from 'discord.js';
import type { InteractionAddress } from './answer.js';
import type { OptionValue } from './schema.js';

/** Any object, its fields not known yet. */
export type FormInput = Readonly<Record<string, unknown>>;

/** The fields of a value of any shape; none where it is no object. */
export function fieldsIn(value: unknown): FormInput {
  return typeof value === 'object' && value !== null ? (value as FormInput) : {};
}

function listIn(value: unknown): readonly FormInput[] {
  return Array.isArray(value) ? value.map(fieldsIn) : [];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Where an interaction is to be answered; null where it cannot be. */
export function addressOf(interaction: unknown): InteractionAddress | null {
  const { id, token, application_id: application, message } = fieldsIn(interaction);
  if (!isText(id) || !isText(token)) return null;
  const flags = Number(fieldsIn(message).flags ?? 0);
  const replaceable = (flags & MessageFlags.Ephemeral) !== 0;
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  return { id, token, application: isText(application) ? application : '', replaceable, v2 };
}

/** Whose turn it is: the server and the person. */
export function originOf(interaction: unknown): { readonly server: string; readonly person: string } {
  const { guild_id: guild, member, user } = fieldsIn(interaction);
  const { id } = fieldsIn(fieldsIn(member).user ?? user);
  return { server: isText(guild) ? guild : '', person: isText(id) ? id : '' };
}

export interface TypedOptions {
  readonly path: readonly string[];
  readonly given: Readonly<Record<string, OptionValue>>;
  /** The option that is being typed. */
  readonly focused: string | null;
}

const isValue = (value: unknown): value is OptionValue =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** The subcommand and its options, out of Discord's nesting. */
export function typedOf(data: unknown): TypedOptions {
  const { name, options: all } = fieldsIn(data);
  const top = listIn(all);
  const sub = top.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  const options = sub === undefined ? top : listIn(sub.options);
  const given = options.flatMap((option) =>
    isText(option.name) && isValue(option.value) ? [[option.name, option.value] as const] : [],
  );
  const focused = options.find((option) => option.focused === true)?.name;
  return {
    path: [name, sub?.name].filter(isText),
    given: Object.fromEntries(given),
    focused: isText(focused) ? focused : null,
  };
}

/** A `custom_id` taken apart: `name:subject:marker` under a post, `key:action` in a private flow. */
export interface Pressed {
  readonly name: string;
  readonly subject: string;
  readonly isPublic: boolean;
  /** Of a select. */
  readonly values: readonly string[];
}

/** Discord's own limits. */
const LONGEST_ID = 100;
const MOST_VALUES = 25;

/** What was pressed or sent in; null where its `custom_id` is none of ours. */
export function pressedOf(data: unknown): Pressed | null {
  const { custom_id: id, values } = fieldsIn(data);
  if (!isText(id) || id.length > LONGEST_ID) return null;
  const [name = '', subject, marker, ...more] = id.split(':');
  if (name === '' || subject === undefined || more.length > 0) return null;
  const picked = Array.isArray(values) ? values.filter(isText).slice(0, MOST_VALUES) : [];
  return { name, subject, isPublic: marker !== undefined, values: picked };
}
