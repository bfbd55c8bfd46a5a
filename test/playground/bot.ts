import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ApplicationCommandDataResolvable,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
} from 'discord.js';
import type { LocalDiscord } from '../../src/playground/index.js';
import { readyClient } from './harness.js';

export const commands: readonly ApplicationCommandDataResolvable[] = [
  {
    name: 'ultimatum',
    description: 'The record',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'record',
        description: 'Record one',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'issuer',
            description: 'Who',
            required: true,
            autocomplete: true,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'target',
            description: 'To whom',
            required: true,
          },
          {
            type: ApplicationCommandOptionType.String,
            name: 'grade',
            description: 'How good',
            choices: [
              { name: 'News report', value: 'report' },
              { name: 'Primary', value: 'primary' },
            ],
          },
          { type: ApplicationCommandOptionType.Channel, name: 'channel', description: 'Where' },
          { type: ApplicationCommandOptionType.Integer, name: 'days', description: 'How long', minValue: 1 },
        ],
      },
    ],
  },
  { name: 'setup', description: 'For administrators', defaultMemberPermissions: ['ManageGuild'] },
  { name: 'Record an ultimatum', type: ApplicationCommandType.Message },
];

export type Handler = (interaction: Interaction) => Promise<unknown>;

/** A bot with the commands above that answers as told; what it throws is kept for the test to see. */
export async function botOf(
  discord: LocalDiscord,
  handler: Handler,
): Promise<{ client: Client<true>; errors: unknown[] }> {
  const client = await readyClient(discord);
  await client.application.commands.set(commands);
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    handler(interaction).catch((error: unknown) => errors.push(error));
  });
  return { client, errors };
}

/** A handler for slash commands only. */
export function onCommand(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>): Handler {
  return async (interaction) => {
    if (interaction.isChatInputCommand()) await run(interaction);
  };
}

export const record = '/ultimatum record issuer:Donald Trump target:Russia';
