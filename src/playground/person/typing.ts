/** Parses a typed command line into options. */
import { isLeaf, optionTypes, type CommandOption, type LeafOption } from '../check/command.js';
import type { RegisteredCommand } from '../registry.js';
import type { Entities } from './entities.js';

type TypedValue = string | number | boolean;
export type TypedValues = Readonly<Record<string, TypedValue>>;

/** A command found by what was typed: itself, the way down to the subcommand, and that one's options. */
export interface TypedCommand {
  readonly command: RegisteredCommand;
  readonly path: readonly { readonly type: number; readonly name: string }[];
  readonly options: readonly LeafOption[];
  /** What was typed after the names. */
  readonly rest: string;
}

/** Find the command a line begins with; what is not registered cannot be typed. */
export function findTyped(line: string, commands: readonly RegisteredCommand[]): TypedCommand {
  const [first, ...words] = line.trim().replace(/^\//, '').split(' ');
  const command = commands.find((one) => one.type === 1 && one.declaration.name === first);
  if (command === undefined) throw new Error(`There is no command /${first ?? ''} to be typed here`);
  const declared = 'options' in command.declaration ? (command.declaration.options ?? []) : [];
  return descend({ command, path: [], rest: words.join(' ') }, declared);
}

function descend(so: Omit<TypedCommand, 'options'>, declared: readonly CommandOption[]): TypedCommand {
  const options = declared.filter(isLeaf);
  if (options.length === declared.length) return { ...so, options };
  const [word = '', ...words] = so.rest.split(' ');
  const next = declared.find((one) => !isLeaf(one) && one.name === word);
  if (next === undefined || isLeaf(next))
    throw new Error(`/${so.command.declaration.name} has no subcommand "${word}"`);
  const path = [...so.path, { type: next.type, name: next.name }];
  return descend({ ...so, path, rest: words.join(' ') }, next.options ?? []);
}

/** The command as a client names it above an answer: `/ultimatum record`. */
export function typedName({ command, path }: TypedCommand): string {
  return `/${[command.declaration.name, ...path.map(({ name }) => name)].join(' ')}`;
}

/** Read `name:value name:value`: a value runs until the next name the command knows. */
export function readLine(typed: TypedCommand): TypedValues {
  if (typed.rest.trim() === '') return {};
  const names = typed.options.map((one) => one.name).toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'g');
  const hits = names.length === 0 ? [] : [...typed.rest.matchAll(pattern)];
  if (hits[0]?.index !== 0) throw new Error(`The client takes no text before an option: "${typed.rest}"`);
  const pairs = hits.map((hit, index): [string, string] => {
    const value = typed.rest.slice(hit.index + hit[0].length, hits[index + 1]?.index);
    return [hit[1] ?? '', value.trim()];
  });
  return Object.fromEntries(pairs);
}

interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value: TypedValue;
  readonly focused?: true;
}

/** The options as the client sends them; a required one missing keeps the command from being sent. */
export function sendOptions(typed: TypedCommand, values: TypedValues, entities: Entities): SentOption[] {
  const missing = typed.options.find((one) => one.required === true && values[one.name] === undefined);
  if (missing !== undefined) throw new Error(`The option "${missing.name}" is required`);
  return Object.entries(values).map(([name, value]) => sendOption(optionOf(typed, name), value, entities));
}

/** The options while one of them is being typed: nothing is required yet. */
export function sendPartial(
  typed: TypedCommand,
  values: TypedValues,
  focused: string,
  text: string,
  entities: Entities,
): SentOption[] {
  const option = optionOf(typed, focused);
  if (option.autocomplete !== true) throw new Error(`The option "${focused}" suggests nothing`);
  const others = Object.entries(values).filter(([name]) => name !== focused);
  const sent = others.map(([name, value]) => sendOption(optionOf(typed, name), value, entities));
  return [...sent, { name: focused, type: option.type, value: text, focused: true }];
}

/** The options below the way down, as Discord nests them. */
export function nest(typed: TypedCommand, sent: readonly SentOption[]): Record<string, unknown>[] {
  return typed.path.toReversed().reduce<Record<string, unknown>[]>(
    (options, { type, name }) => [{ type, name, options }],
    sent.map((one) => ({ ...one })),
  );
}

function optionOf(typed: TypedCommand, name: string): LeafOption {
  const option = typed.options.find((one) => one.name === name);
  if (option === undefined) throw new Error(`/${typed.command.declaration.name} has no option "${name}"`);
  return option;
}

function sendOption(option: LeafOption, value: TypedValue, entities: Entities): SentOption {
  return { name: option.name, type: option.type, value: convert(option, value, entities) };
}

function convert(option: LeafOption, value: TypedValue, entities: Entities): TypedValue {
  const text = String(value);
  switch (option.type) {
    case optionTypes.string:
      return textValue(option, text);
    case optionTypes.integer:
    case optionTypes.number:
      return numberValue(option, text);
    case optionTypes.boolean:
      if (text !== 'true' && text !== 'false') throw new Error(`"${option.name}" is either true or false`);
      return text === 'true';
    case optionTypes.user:
      return entities.user(text);
    case optionTypes.channel:
      return entities.channel(text, option.channel_types);
    case optionTypes.role:
      return entities.role(text);
    case optionTypes.mentionable:
      return entities.mentionable(text);
    default:
      throw new Error(`An option of type ${option.type} cannot be filled here`);
  }
}

function textValue(option: LeafOption, text: string): string {
  const chosen = choiceOf(option, text);
  if (chosen !== undefined) return String(chosen);
  const [least, most] = [option.min_length ?? 1, option.max_length ?? 6000];
  if (text.length < least || text.length > most)
    throw new Error(`"${option.name}" takes ${least} to ${most} characters, not ${text.length}`);
  return text;
}

function numberValue(option: LeafOption, text: string): number {
  const value = Number(choiceOf(option, text) ?? text);
  const whole = option.type !== optionTypes.integer || Number.isInteger(value);
  const tooLow = value < (option.min_value ?? -Infinity);
  if (!whole || tooLow || value > (option.max_value ?? Infinity) || Number.isNaN(value) || text.trim() === '')
    throw new Error(`"${option.name}" does not take ${text}`);
  return value;
}

/** A choice by what is shown or by what is sent; where there are choices, nothing else can be sent. */
function choiceOf(option: LeafOption, text: string): string | number | undefined {
  const choices = option.choices ?? [];
  if (choices.length === 0) return undefined;
  const chosen =
    choices.find((one) => one.name === text) ?? choices.find((one) => String(one.value) === text);
  if (chosen === undefined) throw new Error(`"${text}" is no choice of "${option.name}"`);
  return chosen.value;
}
