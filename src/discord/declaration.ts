/** What can be typed and pressed, as Discord's JSON: made of the declarations of the commands. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../wording/index.js';
import type { Handler, MenuCommand, SlashCommand } from './command.js';
import { POSTABLE_TYPES, type OptionSpec, type OptionSpecs } from './option.js';
import { visible } from './schema.js';

const MANAGE_GUILD = String(PermissionFlagsBits.ManageGuild);
/** Only inside servers: the record is a server's own. */
const where = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

function textOption(
  spec: OptionSpec,
  base: { name: string; description: string; required: boolean },
  words: Words,
) {
  const type = ApplicationCommandOptionType.String as const;
  // Discord allows choices or suggestions, never both.
  if (spec.choices !== undefined) {
    const choices = spec.choices.map(({ name, value }) => ({ name: visible(name(words)), value }));
    return { ...base, type, choices };
  }
  const longest = spec.maxLength === undefined ? {} : { max_length: spec.maxLength };
  return spec.suggested === true
    ? { ...base, type, autocomplete: true as const }
    : { ...base, type, ...longest };
}

function option(name: string, spec: OptionSpec, words: Words): APIApplicationCommandBasicOption {
  const description = spec.description(words);
  const base = { name, description, required: spec.required === true };
  switch (spec.type) {
    case 'string':
      return textOption(spec, base, words);
    case 'integer':
      // A suggested number is declared as text: some phones send what is seen ("U-12 …"), which a number would refuse.
      return spec.suggested === true
        ? textOption(spec, base, words)
        : { ...base, type: ApplicationCommandOptionType.Integer };
    case 'boolean':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'channel':
      return { ...base, type: ApplicationCommandOptionType.Channel, channel_types: [...POSTABLE_TYPES] };
    case 'role':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'attachment':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
  }
}

function options(specs: OptionSpecs, words: Words): APIApplicationCommandBasicOption[] {
  const declared = Object.entries(specs).map(([name, spec]) => option(name, spec, words));
  // Discord wants required options first; the order is otherwise the declaration's.
  return [...declared.filter(({ required }) => required), ...declared.filter(({ required }) => !required)];
}

function subcommand(command: SlashCommand, words: Words): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.path[1] ?? '',
    description: command.description(words),
    options: options(command.options, words),
  };
}

/** The names of the subcommands. Discord shows it to nobody, and still wants one. */
function rootDescription(root: string, commands: readonly SlashCommand[]): string {
  return visible(`/${root} ${commands.map(({ path }) => path[1]).join(', ')}`);
}

function chatCommand(
  root: string,
  commands: readonly SlashCommand[],
  words: Words,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const alone = commands.find(({ path }) => path.length === 1);
  return {
    type: ApplicationCommandType.ChatInput,
    name: root,
    description: alone === undefined ? rootDescription(root, commands) : alone.description(words),
    options:
      alone === undefined
        ? commands.map((command) => subcommand(command, words))
        : options(alone.options, words),
    // Discord knows rights for the root only; a manager's subcommand among others is checked by dispatch alone.
    default_member_permissions: commands.every(({ manager }) => manager === true) ? MANAGE_GUILD : null,
    ...where,
  };
}

function menuCommand({ name }: MenuCommand, words: Words): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: name(words),
    default_member_permissions: null,
    ...where,
  };
}

/** All commands as Discord's bulk registration, described in the language of `words`. */
export function declaration(
  handlers: readonly Handler[],
  words: Words,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const slash = handlers.filter((handler) => handler.kind === 'slash');
  const roots = [...new Set(slash.map(({ path }) => path[0]))];
  const chat = roots.map((root) =>
    chatCommand(
      root,
      slash.filter(({ path }) => path[0] === root),
      words,
    ),
  );
  const menus = handlers.filter((handler) => handler.kind === 'menu');
  return [...chat, ...menus.map((menu) => menuCommand(menu, words))];
}
