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
  name: string,
  spec: OptionSpec,
  base: { name: string; description: string; required: boolean },
) {
  const type = ApplicationCommandOptionType.String as const;
  // Discord allows choices or suggestions, never both.
  if (spec.choices !== undefined) {
    const choices = spec.choices.map((choice) => ({ name: visible(choice.name), value: choice.value }));
    return { ...base, name, type, choices };
  }
  const longest = spec.maxLength === undefined ? {} : { max_length: spec.maxLength };
  return spec.suggested === true
    ? { ...base, type, autocomplete: true as const }
    : { ...base, type, ...longest };
}

function option(name: string, spec: OptionSpec): APIApplicationCommandBasicOption {
  const base = { name, description: spec.description, required: spec.required === true };
  switch (spec.type) {
    case 'string':
      return textOption(name, spec, base);
    case 'integer':
      // A suggested number is declared as text: some phones send what is seen ("U-12 …"), which a number would refuse.
      return spec.suggested === true
        ? textOption(name, spec, base)
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

function options(specs: OptionSpecs): APIApplicationCommandBasicOption[] {
  const declared = Object.entries(specs).map(([name, spec]) => option(name, spec));
  // Discord wants required options first; the order is otherwise the declaration's.
  return [...declared.filter(({ required }) => required), ...declared.filter(({ required }) => !required)];
}

function subcommand(door: SlashCommand): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: door.path[1] ?? '',
    description: door.description,
    options: options(door.options),
  };
}

function rootDescription(root: string, doors: readonly SlashCommand[]): string {
  return visible(
    `${root.charAt(0).toUpperCase()}${root.slice(1)}: ${doors.map(({ path }) => path[1]).join(', ')}`,
  );
}

function chatCommand(
  root: string,
  doors: readonly SlashCommand[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const alone = doors.find(({ path }) => path.length === 1);
  return {
    type: ApplicationCommandType.ChatInput,
    name: root,
    description: alone?.description ?? rootDescription(root, doors),
    options: alone === undefined ? doors.map(subcommand) : options(alone.options),
    // Discord knows rights for the root only; a manager's subcommand among others is checked by dispatch alone.
    default_member_permissions: doors.every(({ manager }) => manager === true) ? MANAGE_GUILD : null,
    ...where,
  };
}

function menuCommand(door: MenuCommand): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: door.name,
    default_member_permissions: null,
    ...where,
  };
}

/** All front doors as Discord's bulk registration. */
export function declaration(doors: readonly Handler[]): RESTPostAPIApplicationCommandsJSONBody[] {
  const slash = doors.filter((door) => door.kind === 'slash');
  const roots = [...new Set(slash.map(({ path }) => path[0]))];
  const chat = roots.map((root) =>
    chatCommand(
      root,
      slash.filter(({ path }) => path[0] === root),
    ),
  );
  return [...chat, ...doors.filter((door) => door.kind === 'menu').map(menuCommand)];
}
