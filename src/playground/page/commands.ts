/** Finds the commands that match what is typed. */
import type { CommandOption, LeafOption } from '../check/command.js';
import type { ChannelView, CommandView, Hello } from '../client/protocol.js';

/** A command that can be typed: its full name and its options, required ones first as registered. */
export interface Typable {
  /** `ultimatum record`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly LeafOption[];
}

const LEAVES = 3;
const isLeaf = (option: CommandOption): option is LeafOption => option.type >= LEAVES;

function below(name: string, description: string, options: readonly CommandOption[]): readonly Typable[] {
  const leaves = options.filter(isLeaf);
  if (leaves.length === options.length) return [{ name, description, options: leaves }];
  return options.flatMap((one) =>
    isLeaf(one) ? [] : below(`${name} ${one.name}`, one.description, one.options ?? []),
  );
}

/** All that can be typed after a slash. */
export function typable(commands: readonly CommandView[]): readonly Typable[] {
  return commands.flatMap(({ type, declaration }) => {
    if (type !== 1) return [];
    const options = 'options' in declaration ? (declaration.options ?? []) : [];
    const description = 'description' in declaration ? String(declaration.description) : '';
    return below(declaration.name, description, options);
  });
}

/** Those that fit what is typed, those that begin with it first. */
export function matching(all: readonly Typable[], typed: string): readonly Typable[] {
  const words = typed.replace(/^\//, '').trim().toLowerCase();
  const begins = all.filter(({ name }) => name.startsWith(words));
  const holds = all.filter(({ name }) => !name.startsWith(words) && name.includes(words));
  return [...begins, ...holds];
}

/** What a client says before it sends an option; '' where there is nothing to say. */
export function problemOf(option: LeafOption, value: string | undefined): string {
  if (value === undefined || value === '')
    return option.required === true ? 'This option is required. Specify a value.' : '';
  const { min_length: least, max_length: most } = option;
  if (least != null && value.length < least) return `At least ${least} characters.`;
  if (most != null && value.length > most) return `At most ${most} characters, not ${value.length}.`;
  const numeric = option.type === 4 || option.type === 10;
  if (numeric && (value.trim() === '' || Number.isNaN(Number(value)))) return 'A number is needed.';
  if (option.type === 5 && !/^(true|false)$/.test(value)) return 'Either true or false.';
  return '';
}

/** The channels an option or a select takes; all of them where it says nothing. */
export function channelsFor(
  types: readonly number[] | null | undefined,
  channels: readonly ChannelView[],
): readonly ChannelView[] {
  return types == null || types.length === 0 ? channels : channels.filter(({ type }) => types.includes(type));
}

/** The roles people choose from: those of apps are left out. */
export function rolesFor(hello: Hello | null) {
  return hello?.guilds.flatMap(({ roles }) => roles.filter(({ managed }) => !managed)) ?? [];
}

/** A name with its sign; the role of everybody has the sign in its name. */
export const marked = (mark: string, name: string) => (name.startsWith(mark) ? name : `${mark}${name}`);
