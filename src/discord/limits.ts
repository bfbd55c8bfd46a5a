/** Discord's limits on commands. */
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;
const MAX = { commands: 100, menus: 5, options: 25, choices: 25, text: 100, total: 8000 } as const;

/** What the limits look at, of commands, options and choices alike. */
interface CountedPart {
  readonly type?: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly value?: string | number;
  readonly options?: readonly CountedPart[];
  readonly choices?: readonly CountedPart[];
}

function characters(part: CountedPart): number {
  const own =
    part.name.length +
    (part.description ?? '').length +
    (typeof part.value === 'string' ? part.value.length : 0);
  return [...(part.options ?? []), ...(part.choices ?? [])].reduce(
    (sum, inner) => sum + characters(inner),
    own,
  );
}

function choiceFaults(where: string, choices: readonly CountedPart[]): string[] {
  const short = (text: string) => text.length >= 1 && text.length <= MAX.text;
  return [
    ...(choices.length > MAX.choices ? [`${where}: more than ${MAX.choices} choices`] : []),
    ...choices
      .filter(({ name, value }) => !short(name) || !short(String(value)))
      .map(({ name }) => `${where}: the choice "${name}" needs 1 to ${MAX.text} characters`),
  ];
}

function chatFaults(part: CountedPart, above = ''): string[] {
  const where = `${above}${above === '' ? '/' : ' '}${part.name}`;
  const options = part.options ?? [];
  const description = part.description ?? '';
  const names = options.map(({ name }) => name);
  return [
    ...(NAME.test(part.name) && part.name === part.name.toLowerCase()
      ? []
      : [`${where}: not a name Discord takes`]),
    ...(description.length >= 1 && description.length <= MAX.text
      ? []
      : [`${where}: its description needs 1 to ${MAX.text} characters`]),
    ...(options.length > MAX.options ? [`${where}: more than ${MAX.options} options`] : []),
    ...(new Set(names).size === names.length ? [] : [`${where}: the same name twice`]),
    ...choiceFaults(where, part.choices ?? []),
    ...options.flatMap((option) => chatFaults(option, where)),
  ];
}

function menuFaults({ name }: CountedPart): string[] {
  return name.length >= 1 && name.length <= 32 ? [] : [`${name}: a menu's name needs 1 to 32 characters`];
}

/** What Discord would refuse in a registration, each a sentence; empty when all is well. */
export function faultsOf(body: readonly RESTPostAPIApplicationCommandsJSONBody[]): readonly string[] {
  const parts: readonly CountedPart[] = JSON.parse(JSON.stringify(body));
  const [chat, menus] = [parts.filter(({ type }) => type === 1), parts.filter(({ type }) => type !== 1)];
  return [
    ...(chat.length > MAX.commands ? [`more than ${MAX.commands} commands`] : []),
    ...(menus.length > MAX.menus ? [`more than ${MAX.menus} menus`] : []),
    ...parts
      .filter((part) => characters(part) > MAX.total)
      .map(({ name }) => `/${name}: more than ${MAX.total} characters in all`),
    ...chat.flatMap((part) => chatFaults(part)),
    ...menus.flatMap(menuFaults),
  ];
}
