/** A person at a Discord client: types, presses, chooses and submits. */
import type { PersonAnswer, OfferedChoice } from '../answer.js';
import { controlsOf } from '../check/layout.js';
import type { Control } from '../check/controls.js';
import { messageFlags, readMessage } from '../check/message.js';
import { interactionTypes, type InteractionInput, type Interactions } from '../interactions.js';
import { messageJson } from '../message-json.js';
import { LocalMessage } from '../message.js';
import type { Messages } from '../messages.js';
import { takesMessages, type Channel, type Guild, type User } from '../model.js';
import { holds, type PermissionName } from '../permissions.js';
import type { CommandRegistry, RegisteredCommand } from '../registry.js';
import { sharedOf, type SharedSeed } from '../shared.js';
import { labelOf } from '../text.js';
import type { Uploads } from '../uploads.js';
import type { World } from '../world.js';
import { Entities } from './entities.js';
import { checkCount, chosenId, fillForm, type FieldValues } from './form.js';
import { offeredCommands } from './offer.js';
import {
  findTyped,
  nest,
  readLine,
  sendOptions,
  sendPartial,
  typedName,
  type TypedValues,
} from './typing.js';

export interface PersonParts {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly registry: CommandRegistry;
  readonly uploads: Uploads;
  /** What each person's client did last: a form opens in answer to that. */
  readonly last: Map<string, PersonAnswer>;
  /** From where a form was opened. */
  readonly doings: WeakMap<PersonAnswer, InteractionInput>;
}

/** A message by itself, by its id, or as one of those an answer showed. */
export type ShownMessage = LocalMessage | PersonAnswer | string;

/** A person at a Discord client, in one channel. What a client does not offer throws. */
export class PersonClient {
  readonly user: User;
  readonly channel: Channel;
  readonly #parts: PersonParts;

  constructor(parts: PersonParts, user: User, channel: Channel) {
    this.#parts = parts;
    this.user = user;
    this.channel = channel;
    this.#demand('ViewChannel');
  }

  /** The same person in another channel. */
  in(channelNameOrId: string): PersonClient {
    const here = this.#guild?.channels.values() ?? [];
    const near = [...here].find(
      (one) => one.id === channelNameOrId || one.name === channelNameOrId.replace(/^#/, ''),
    );
    return new PersonClient(this.#parts, this.user, near ?? this.#parts.world.channel(channelNameOrId));
  }

  /** The commands this person's client offers here. */
  commands(): readonly RegisteredCommand[] {
    return offeredCommands(this.#parts, this.user, this.channel);
  }

  /** Send a slash command: a whole line, or the names alone with the options beside them. */
  type(line: string, options?: TypedValues): PersonAnswer {
    this.#demandCommands();
    const typed = findTyped(line, this.commands());
    const entities = this.#entities();
    const sent = sendOptions(typed, { ...readLine(typed), ...options }, entities);
    return this.#command(typed.command, entities, { options: nest(typed, sent) }, typedName(typed));
  }

  /** What is suggested while an option is being typed. */
  async suggest(
    line: string,
    options: TypedValues,
    focused: string,
    text: string,
  ): Promise<readonly OfferedChoice[]> {
    this.#demandCommands();
    const typed = findTyped(line, this.commands());
    const entities = this.#entities();
    const sent = sendPartial(typed, { ...readLine(typed), ...options }, focused, text, entities);
    const answer = this.#parts.interactions.start({
      type: interactionTypes.autocomplete,
      userId: this.user.id,
      channel: this.channel,
      commandName: typedName(typed),
      data: this.#commandData(typed.command, entities, { options: nest(typed, sent) }),
    });
    return (await answer.done).choices ?? [];
  }

  /** Long-press a message, Apps, a command. */
  apps(commandName: string, target: ShownMessage): PersonAnswer {
    this.#demandCommands();
    const message = this.#see(target)[0];
    if (message === undefined) throw new Error('There is no message to press');
    if (message.ephemeral) throw new Error('Apps cannot be used on a message only one person sees');
    const command = this.commands().find((one) => one.type === 3 && one.declaration.name === commandName);
    if (command === undefined) throw new Error(`"${commandName}" is not among the apps of a message`);
    const entities = this.#entities();
    entities.user(message.authorId);
    const resolved = {
      ...entities.resolved,
      messages: { [message.id]: messageJson(message, this.#parts.world) },
    };
    const more = { target_id: message.id, resolved };
    return this.#command(command, entities, more, command.declaration.name);
  }

  /** Press a button, by its custom id or by what is written on it. */
  press(shown: ShownMessage, which: string): PersonAnswer {
    const { message, control } = this.#find(shown, which, (one) => one.type === 2);
    if (control.type === 2 && control.style === 5) throw new Error(`[${labelOf(control)}] leads to a page`);
    return this.#component(message, control, {});
  }

  /** Choose in a select, found by its custom id or its placeholder; options by value or label, others by name. */
  choose(shown: ShownMessage, which: string, values: readonly string[]): PersonAnswer {
    const { message, control } = this.#find(shown, which, (one) => one.type !== 2);
    if (control.type === 2) throw new Error(`"${which}" is a button`);
    const entities = this.#entities();
    const chosen = values.map((value) => chosenId(control, value, entities));
    checkCount(control, chosen.length, which);
    const { resolved } = entities;
    return this.#component(message, control, {
      values: chosen,
      ...(resolved === undefined ? {} : { resolved }),
    });
  }

  /** Send the form that is open: the one this person's last action (or the given one) was answered with. */
  submit(fields: FieldValues, opener = this.#parts.last.get(this.user.id)): PersonAnswer {
    const doing = opener === undefined ? undefined : this.#parts.doings.get(opener);
    if (opener?.modal === undefined || doing === undefined)
      throw new Error(`${this.user.name} has no form open`);
    const data = fillForm(opener.modal, fields, this.#entities());
    return this.#start({ ...doing, type: interactionTypes.modal, data });
  }

  /** Upload a file for a form; the result is its id, which the form's field takes. */
  upload(name: string, content: string | Uint8Array): string {
    return this.#parts.uploads.add(this.user.id, name, Buffer.from(content));
  }

  /** Write a message, here or in another channel. */
  say(channelNameOrId: string, text: string): LocalMessage {
    return this.share(channelNameOrId, { content: text });
  }

  /** Post what is more than text: a poll, stickers, a forwarded message; of another app also embeds and components. */
  share(channelNameOrId: string, seed: SharedSeed): LocalMessage {
    const { channel } = this.in(channelNameOrId);
    const { messages, world } = this.#parts;
    if (!world.mayWrite(this.user.id, channel))
      throw new Error(`${this.user.name} may not write in #${channel.name}`);
    const { content, embeds, components } = seed;
    const flags = components === undefined ? 0 : messageFlags.v2;
    const body = readMessage({ content, embeds, components, flags });
    const shared = sharedOf(seed, {
      now: world.now(),
      newId: () => world.newId(),
      jsonOf: (message) => messageJson(message, world),
    });
    return messages.post({ channel, authorId: this.user.id, body, files: [], shared });
  }

  get #guild(): Guild | undefined {
    return this.channel.guildId === undefined ? undefined : this.#parts.world.guild(this.channel.guildId);
  }

  #entities(): Entities {
    return new Entities(this.#parts.world, this.#guild, this.user.id, this.#parts.uploads);
  }

  #start(doing: InteractionInput): PersonAnswer {
    const answer = this.#parts.interactions.start(doing);
    this.#parts.last.set(this.user.id, answer);
    this.#parts.doings.set(answer, doing);
    return answer;
  }

  #command(
    command: RegisteredCommand,
    entities: Entities,
    more: Record<string, unknown>,
    commandName: string,
  ): PersonAnswer {
    return this.#start({
      type: interactionTypes.command,
      userId: this.user.id,
      channel: this.channel,
      commandName,
      data: this.#commandData(command, entities, more),
    });
  }

  #commandData(
    command: RegisteredCommand,
    entities: Entities,
    more: Record<string, unknown>,
  ): Record<string, unknown> {
    const { resolved } = entities;
    return {
      id: command.id,
      name: command.declaration.name,
      type: command.type,
      ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
      ...(resolved === undefined ? {} : { resolved }),
      ...more,
    };
  }

  #component(message: LocalMessage, control: Control, more: Record<string, unknown>): PersonAnswer {
    const data = { id: control.id, custom_id: control.custom_id, component_type: control.type, ...more };
    const channel = this.#parts.world.channel(message.channelId);
    return this.#start({
      type: interactionTypes.component,
      userId: this.user.id,
      channel,
      data,
      source: message,
    });
  }

  #find(
    shown: ShownMessage,
    which: string,
    kind: (one: Control) => boolean,
  ): { message: LocalMessage; control: Control } {
    const all = this.#see(shown).flatMap((message) =>
      controlsOf(message.face.components).map((control) => ({ message, control })),
    );
    const fitting = all.filter(({ control }) => kind(control));
    const found =
      fitting.find(({ control }) => control.custom_id === which) ??
      fitting.find(({ control }) => (control.type === 2 ? labelOf(control) : control.placeholder) === which);
    if (found === undefined)
      throw new Error(`There is no "${which}" on this message:\n${textOf(this.#see(shown))}`);
    if (found.control.disabled === true) throw new Error(`"${which}" is disabled`);
    return found;
  }

  /** The messages meant, as far as this person can see them. */
  #see(shown: ShownMessage): readonly LocalMessage[] {
    const { messages, world } = this.#parts;
    const meant = typeof shown === 'string' ? messages.find(shown) : shown;
    if (meant === undefined) throw new Error('There is no such message, or no longer');
    const all = meant instanceof LocalMessage ? [meant] : meant.messages;
    const seen = all.filter((one) => !one.deleted && (one.visibleTo ?? this.user.id) === this.user.id);
    const reachable = seen.filter((one) =>
      holds(world.permissions(this.user.id, world.channel(one.channelId)), 'ViewChannel'),
    );
    if (reachable.length === 0) throw new Error(`${this.user.name} does not see this message`);
    return reachable;
  }

  #demandCommands(): void {
    this.#demand('UseApplicationCommands');
    if (!takesMessages(this.channel)) throw new Error(`Nothing can be typed in #${this.channel.name}`);
  }

  #demand(name: PermissionName): void {
    const { world } = this.#parts;
    if (!holds(world.permissions(this.user.id, this.channel), name))
      throw new Error(`${this.user.name} lacks ${name} in #${this.channel.name}`);
  }
}

function textOf(messages: readonly LocalMessage[]): string {
  return messages.map((message) => message.text()).join('\n');
}
