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

const commands: readonly ApplicationCommandDataResolvable[] = [
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

export interface Bot {
  readonly client: Client<true>;
  /** Waits for every handler that runs; rejects with what the first one threw. */
  readonly settled: () => Promise<void>;
}

/** A bot with the commands above that answers as told. */
export async function botOf(discord: LocalDiscord, handler: Handler): Promise<Bot> {
  const client = await readyClient(discord);
  await client.application.commands.set(commands);
  const runs: Promise<unknown>[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    const run = handler(interaction);
    run.catch(() => undefined);
    runs.push(run);
  });
  return { client, settled: async () => void (await Promise.all(runs)) };
}

/** A handler for slash commands only. */
export function onCommand(run: (interaction: ChatInputCommandInteraction) => Promise<unknown>): Handler {
  return async (interaction) => {
    if (interaction.isChatInputCommand()) await run(interaction);
  };
}

export const record = '/ultimatum record issuer:Donald Trump target:Russia';
