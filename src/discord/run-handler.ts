/** Finds the handler of an interaction by its command, button, form or menu, and runs it. */
import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
} from 'discord.js';
import { BUTTONS_WORK_MS } from '../domain/caps.js';
import { expired, refuse, type Context, type Press, type Reply } from './command.js';
import { fieldsOf } from './form-values.js';
import type { Handlers } from './handlers.js';
import { pressedOf, typedOf } from './interaction-data.js';
import { pressedMessage } from './message.js';
import { parseOptions } from './schema.js';
import { filesOf } from './sent-files.js';

/** Runs the handler of an interaction; what nobody handles any more is answered as expired. */
export async function runHandler(
  handlers: Handlers,
  interaction: APIInteraction,
  context: Context,
): Promise<Reply> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return runCommand(handlers, interaction, context);
    case InteractionType.MessageComponent:
      return runPress(handlers, interaction, context);
    case InteractionType.ModalSubmit:
      return runForm(handlers, interaction, context);
    default:
      return expired;
  }
}

async function runCommand(
  handlers: Handlers,
  { data }: APIApplicationCommandInteraction,
  context: Context,
): Promise<Reply> {
  if (data.type === ApplicationCommandType.Message) {
    const message = data.resolved.messages[data.target_id];
    const menu = handlers.menu(data.name);
    if (menu === undefined || message === undefined) return expired;
    return menu.run(pressedMessage(message, context.guild), context);
  }
  if (data.type !== ApplicationCommandType.ChatInput) return expired;
  const { path, given } = typedOf(data);
  const command = handlers.slash(path);
  if (command === undefined) return expired;
  // Admins may override what a command was registered with: checked again.
  if (command.manager === true && !context.member.manager) return refuse({ why: 'needs-manage-server' });
  const args = parseOptions(command.options, given, context.words);
  return args.ok ? command.run(args.value, context) : refuse(args.refusal);
}

async function runPress(
  handlers: Handlers,
  { data }: APIMessageComponentInteraction,
  context: Context,
): Promise<Reply> {
  const pressed = pressedOf(data);
  if (pressed === null) return expired;
  const { name, subject, isPublic, values } = pressed;
  if (!isPublic) return runFlow(handlers, name, subject, { values, fields: {} }, context);
  const button = handlers.button(name);
  return button === undefined ? expired : button.run(subject, context);
}

async function runForm(
  handlers: Handlers,
  { data }: APIModalSubmitInteraction,
  context: Context,
): Promise<Reply> {
  const sent = pressedOf(data);
  if (sent === null) return expired;
  const given = { values: [], fields: fieldsOf(data.components), files: filesOf(data) };
  return runFlow(handlers, sent.name, sent.subject, given, context);
}

/** A private flow goes on from its row in the store, so it works after a restart and for its own person only. */
async function runFlow(
  handlers: Handlers,
  key: string,
  action: string,
  given: Pick<Press<unknown>, 'values' | 'fields' | 'files'>,
  context: Context,
): Promise<Reply> {
  const row = await context.people.pending(key);
  const flow = row === null ? undefined : handlers.flow(row.flow);
  if (row === null || flow === undefined || row.guild !== context.guild) return expired;
  if (context.now - row.created > BUTTONS_WORK_MS) return expired;
  if (row.user !== context.member.id) return refuse({ why: 'not-yours' });
  if (row.done !== null) return refuse({ why: 'already-pressed', done: row.done });
  return flow.run({ key, action, state: row.state, ...given }, context);
}
