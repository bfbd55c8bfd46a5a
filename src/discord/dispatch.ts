import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
} from 'discord.js';
import type { Refusal } from '../domain/refusal.js';
import { Answer } from './answer.js';
import {
  RefusedError,
  type ButtonDoor,
  type Context,
  type Door,
  type FlowDoor,
  type MenuDoor,
  type Reply,
  type SlashDoor,
} from './command.js';
import { actingOf, contextOf, randomKey, type Surroundings } from './context.js';
import type { Log } from './log.js';
import { pressedMessage } from './message.js';
import { withSentence } from './payload.js';
import { phrase } from './phrasebook.js';
import { parseOptions, visible, type OptionValue } from './schema.js';
import { fieldsOf } from './submitted.js';
import { withNotice } from './telling.js';
import type { Wire } from './wire.js';

export type { Log } from './log.js';

export interface Dispatching extends Omit<Surroundings, 'now'> {
  readonly doors: readonly Door[];
  readonly rest: Wire;
  readonly log: Log;
  /** The record's clock. */
  readonly now: () => number;
}

/** Discord gives up after 3 s; by then the wait has to be announced. */
const DEFER_AFTER_MS = 1500;
const MOST_SUGGESTIONS = 25;

type Given = Readonly<Record<string, OptionValue>>;
const refusal = (why: Refusal): Reply => ({ kind: 'refusal', refusal: why });

/** What could not be done for an expected reason is answered as such; everything else is a bug. */
function refusedReply(error: unknown): Reply {
  if (error instanceof RefusedError) return refusal(error.refusal);
  throw error;
}

interface Typed {
  readonly path: readonly string[];
  readonly given: Given;
  readonly focused: string | null;
}

/** The subcommand and its options, out of Discord's nesting. */
function typedOf(data: { readonly name: string; readonly options?: readonly unknown[] }): Typed {
  const top = (data.options ?? []) as readonly {
    name: string;
    type: ApplicationCommandOptionType;
    value?: OptionValue;
    focused?: boolean;
    options?: readonly {
      name: string;
      type: ApplicationCommandOptionType;
      value?: OptionValue;
      focused?: boolean;
    }[];
  }[];
  const sub = top.find((option) => option.type === ApplicationCommandOptionType.Subcommand);
  const options = sub === undefined ? top : (sub.options ?? []);
  const given = options.flatMap((option) =>
    option.value === undefined ? [] : [[option.name, option.value] as const],
  );
  return {
    path: sub === undefined ? [data.name] : [data.name, sub.name],
    given: Object.fromEntries(given),
    focused: options.find((option) => option.focused === true)?.name ?? null,
  };
}

/** The one place between Discord and the front doors. */
export class Dispatch {
  readonly #on: Dispatching;
  readonly #slash = new Map<string, SlashDoor>();
  readonly #menus = new Map<string, MenuDoor>();
  readonly #buttons = new Map<string, ButtonDoor>();
  readonly #flows = new Map<string, FlowDoor>();

  constructor(on: Dispatching) {
    this.#on = on;
    for (const door of on.doors) {
      if (door.kind === 'slash') this.#slash.set(door.path.join(' '), door);
      else if (door.kind === 'menu') this.#menus.set(door.name, door);
      else if (door.kind === 'button') this.#buttons.set(door.name, door);
      else this.#flows.set(door.name, door);
    }
  }

  /** Answers one interaction; never throws. */
  async handle(interaction: APIInteraction): Promise<void> {
    const replaceable =
      'message' in interaction &&
      interaction.message !== undefined &&
      ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    const { id, token, application_id: application } = interaction;
    const answer = new Answer(this.#on.rest, { id, token, application, replaceable });
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        await answer.suggest(await this.#suggest(interaction));
      } else {
        await this.#reply(interaction, answer);
      }
    } catch (error) {
      await this.#failed(error, interaction, answer);
    }
  }

  async #reply(interaction: APIInteraction, answer: Answer): Promise<void> {
    const opensForm = interaction.type !== InteractionType.ModalSubmit;
    let late: Promise<void> = Promise.resolve();
    const timer = setTimeout(() => {
      late = answer.defer().catch((error: unknown) => this.#on.log.warn({ error }, 'deferring failed'));
    }, DEFER_AFTER_MS);
    try {
      const reply = await this.#run(interaction).catch(refusedReply);
      clearTimeout(timer);
      await late;
      await this.#give(reply, answer, opensForm);
    } finally {
      clearTimeout(timer);
    }
  }

  async #give(reply: Reply, answer: Answer, opensForm: boolean): Promise<void> {
    switch (reply.kind) {
      case 'message':
        return answer.message(reply.view, reply.everyone === true);
      case 'update':
        return answer.update(reply.view);
      case 'refusal':
        return answer.message(withSentence(phrase(reply.refusal), reply.view));
      case 'form':
        // A form must be the first answer, and none can follow a form.
        if (answer.deferred || !opensForm)
          return answer.message({ content: 'That took too long. Press it again.' });
        return answer.form(reply.form);
    }
  }

  /** One catch: the reader gets a reference, the log the whole story. */
  async #failed(error: unknown, interaction: APIInteraction, answer: Answer): Promise<void> {
    const reference = randomKey().slice(0, 8);
    this.#on.log.error(
      { err: error, reference, interaction: interaction.id, guild: interaction.guild_id },
      'an interaction failed',
    );
    if (answer.answered && !answer.deferred) return;
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return;
    const content = `Something went wrong here, and nothing was saved. Try again; if it stays so, tell the admins the reference ${reference}.`;
    try {
      await answer.message({ content });
    } catch (again) {
      this.#on.log.warn({ err: again, reference }, 'the answer did not arrive');
    }
  }

  async #context(interaction: APIInteraction): Promise<Context | null> {
    const acting = actingOf(interaction);
    if (acting === null) return null;
    const settings = await this.#on.store.settings(acting.guild);
    return contextOf(acting, settings, { ...this.#on, now: this.#on.now() });
  }

  async #run(interaction: APIInteraction): Promise<Reply> {
    const context = await this.#context(interaction);
    if (context === null) return refusal({ why: 'not-in-a-server' });
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        return withNotice(await this.#command(interaction, context), context);
      case InteractionType.MessageComponent:
        return this.#pressed(interaction, context);
      case InteractionType.ModalSubmit:
        return this.#submitted(interaction, context);
      default:
        return refusal({ why: 'expired' });
    }
  }

  async #command({ data }: APIApplicationCommandInteraction, context: Context): Promise<Reply> {
    if (data.type === ApplicationCommandType.Message) {
      const message = data.resolved.messages[data.target_id];
      const menu = this.#menus.get(data.name);
      if (menu === undefined || message === undefined) return refusal({ why: 'expired' });
      return menu.run(pressedMessage(message, context.guild), context);
    }
    if (data.type !== ApplicationCommandType.ChatInput) return refusal({ why: 'expired' });
    const { path, given } = typedOf(data);
    const door = this.#slash.get(path.join(' '));
    if (door === undefined) return refusal({ why: 'expired' });
    // Admins may override what a command was registered with: checked again.
    if (door.manager === true && !context.member.manager) return refusal({ why: 'needs-manage-server' });
    const args = parseOptions(door.options, given);
    return args.ok ? door.run(args.value, context) : refusal(args.refusal);
  }

  async #pressed({ data }: APIMessageComponentInteraction, context: Context): Promise<Reply> {
    const [name = '', subject = '', marker] = data.custom_id.split(':');
    const values = 'values' in data ? data.values : [];
    if (marker === undefined) return this.#flow(name, subject, { values, fields: {} }, context);
    const button = this.#buttons.get(name);
    return button === undefined ? refusal({ why: 'expired' }) : button.run(subject, context);
  }

  #submitted({ data }: APIModalSubmitInteraction, context: Context): Promise<Reply> {
    const [key = '', action = ''] = data.custom_id.split(':');
    return this.#flow(key, action, { values: [], fields: fieldsOf(data.components) }, context);
  }

  /** A private flow goes on from its row in the store, so it works after a restart and for its own person only. */
  async #flow(
    key: string,
    action: string,
    given: { readonly values: readonly string[]; readonly fields: Readonly<Record<string, string>> },
    context: Context,
  ): Promise<Reply> {
    const row = await context.store.pending(key);
    const flow = row === null ? undefined : this.#flows.get(row.flow);
    if (row === null || flow === undefined || row.guild !== context.guild) return refusal({ why: 'expired' });
    if (row.user !== context.member.id) return refusal({ why: 'not-yours' });
    if (row.done !== null) return refusal({ why: 'already-pressed', what: row.done });
    return flow.run({ key, action, state: row.state, ...given }, context);
  }

  async #suggest(
    interaction: Extract<APIInteraction, { type: InteractionType.ApplicationCommandAutocomplete }>,
  ) {
    const context = await this.#context(interaction);
    const { path, given, focused } = typedOf(interaction.data);
    const door = this.#slash.get(path.join(' '));
    if (context === null || focused === null || door?.suggest === undefined) return [];
    const texts = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
    const found = await door.suggest(focused, texts[focused] ?? '', texts, context);
    return found
      .slice(0, MOST_SUGGESTIONS)
      .map(({ name, value }) => ({ name: visible(name), value: value.slice(0, 100) }))
      .filter(({ name, value }) => name !== '' && value !== '');
  }
}
