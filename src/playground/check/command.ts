/** Checks the declarations of commands as Discord does. */
import { z } from 'zod';
import { ApiError, invalid } from '../api-error.js';
import { parse } from './parse.js';

/** Discord's numbers for the kinds of option. */
export const optionTypes = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

const chatName = z
  .string()
  .min(1)
  .max(32)
  .refine(
    (name) => /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) && name === name.toLowerCase(),
    {
      message: 'Command name is invalid',
      params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
    },
  );
const description = z.string().min(1).max(100);
const translations = (value: z.ZodString) => z.record(z.string(), value).nullish();

const choice = z.object({
  name: z.string().min(1).max(100),
  name_localizations: translations(z.string().min(1).max(100)),
  value: z.union([z.string().min(1).max(100), z.number()]),
});

const leaf = z.object({
  type: z.int().min(3).max(11),
  name: chatName,
  name_localizations: translations(z.string().min(1).max(32)),
  description,
  description_localizations: translations(description),
  required: z.boolean().optional(),
  choices: z.array(choice).max(25).nullish(),
  autocomplete: z.boolean().optional(),
  channel_types: z.array(z.int()).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.int().min(0).max(6000).nullish(),
  max_length: z.int().min(1).max(6000).nullish(),
});

const leaves = z.array(leaf).max(25);
const named = {
  name: chatName,
  name_localizations: translations(z.string().min(1).max(32)),
  description,
  description_localizations: translations(description),
};
const subcommand = z.object({ ...named, type: z.literal(1), options: leaves.optional() });
const group = z.object({ ...named, type: z.literal(2), options: z.array(subcommand).min(1).max(25) });
const option = z.union([group, subcommand, leaf]);

const shared = {
  name_localizations: translations(z.string().min(1).max(32)),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).nullish(),
  nsfw: z.boolean().optional(),
};
const chatCommand = z.object({
  ...shared,
  ...named,
  type: z.literal(1).optional(),
  options: z.array(option).max(25).optional(),
});
const menuCommand = z.object({
  ...shared,
  type: z.union([z.literal(2), z.literal(3)]),
  name: z.string().min(1).max(32),
  // Discord takes an empty description here and refuses any other.
  description: z.literal('').optional(),
});

export type LeafOption = z.infer<typeof leaf>;
export type CommandOption = z.infer<typeof option>;
export type CommandDeclaration = z.infer<typeof chatCommand> | z.infer<typeof menuCommand>;

const commandList = z.array(z.looseObject({ type: z.int().optional() }));

/** Check the list a bot puts, command by command, each fault at its place. */
export function checkCommands(body: unknown): CommandDeclaration[] {
  const list = parse(commandList, body ?? []);
  const checked = list.map((one, index) => checkCommand(one, one.type ?? 1, [String(index)]));
  if (checked.filter((one) => (one.type ?? 1) === 1).length > 100) throw new ApiError(30032);
  const names = checked.map((one) => `${one.type ?? 1} ${one.name}`);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0)
    throw invalid(
      `${twice}`,
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    );
  return checked;
}

function checkCommand(value: unknown, type: number, at: readonly string[]): CommandDeclaration {
  if (type !== 1) return parse(menuCommand, value, at);
  const command = parse(chatCommand, value, at);
  const options = command.options ?? [];
  const nested = options.filter((one) => one.type <= 2).length;
  if (nested > 0 && nested < options.length)
    throw wrong([...at, 'options'], 'Subcommands and options do not mix');
  checkOptions(options, [...at, 'options']);
  const size = weight(command);
  if (size > 8000)
    throw invalid(
      at.join('.'),
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (8000), is ${size}`,
    );
  return command;
}

function checkOptions(options: readonly CommandOption[], at: readonly string[]): void {
  let optional = false;
  for (const [index, one] of options.entries()) {
    const here = [...at, `${index}`];
    if (options.findIndex((other) => other.name === one.name) !== index)
      throw invalid(
        here.join('.'),
        'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
        `${one.name} is declared twice`,
      );
    if (isLeaf(one)) {
      if (one.required === true && optional)
        throw invalid(
          here.join('.'),
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        );
      optional ||= one.required !== true;
      checkLeaf(one, here);
    } else checkOptions(one.options ?? [], [...here, 'options']);
  }
}

function checkLeaf(one: LeafOption, at: readonly string[]): void {
  const { string, integer, number } = optionTypes;
  const isText = one.type === string;
  const isNumber = one.type === integer || one.type === number;
  const choices = one.choices ?? [];
  if (one.autocomplete === true && choices.length > 0) throw wrong(at, 'Choices exclude autocomplete');
  if ((one.autocomplete === true || choices.length > 0) && !isText && !isNumber)
    throw wrong(at, 'Only texts and numbers have choices or suggestions');
  if (choices.some(({ value }) => (typeof value === 'string') !== isText))
    throw wrong([...at, 'choices'], 'The values must be of the type of the option');
}

/** A single option, not a subcommand or a group of them. */
export function isLeaf(one: CommandOption): one is LeafOption {
  return one.type > optionTypes.group;
}

function wrong(at: readonly string[], message: string): ApiError {
  return invalid(at.join('.'), 'APPLICATION_COMMAND_OPTIONS_INVALID', message);
}

interface CountedNode {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly value?: string | number | undefined;
  readonly name_localizations?: Record<string, string> | null | undefined;
  readonly description_localizations?: Record<string, string> | null | undefined;
  readonly options?: readonly CountedNode[] | undefined;
  readonly choices?: readonly CountedNode[] | null | undefined;
}

/** Names, descriptions and values together, the longest translation of each counting. */
function weight(one: CountedNode): number {
  const own =
    longest(one.name, one.name_localizations) + longest(one.description, one.description_localizations);
  const value = typeof one.value === 'string' ? one.value.length : 0;
  return [...(one.options ?? []), ...(one.choices ?? [])].reduce(
    (sum, inner) => sum + weight(inner),
    own + value,
  );
}

function longest(text: string | undefined, others: Record<string, string> | null | undefined): number {
  return Math.max(text?.length ?? 0, ...Object.values(others ?? {}).map((other) => other.length));
}
