/** The route that takes the first answer to an interaction. */
import { z } from 'zod';
import { openModal, type AnswerStep } from '../answer.js';
import { messageFlags, readMessage } from '../check/message.js';
import { readModal } from '../check/modal.js';
import { parse } from '../check/parse.js';
import { ApiError, invalid } from '../api-error.js';
import { noContent, ok, param, type Call, type RouteReply, type Route } from '../http/route.js';
import { interactionTypes, type Interaction, type Interactions } from '../interactions.js';
import { messageJson } from '../message-json.js';
import type { LocalMessage } from '../message.js';
import type { Messages } from '../messages.js';
import type { World } from '../world.js';

export interface AnswerParts {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
}

/** The first answer to an interaction. */
export function callbackRoutes(parts: AnswerParts): Route[] {
  return [
    {
      method: 'POST',
      template: '/interactions/{interaction_id}/{interaction_token}/callback',
      byInteractionToken: true,
      handle: (call) => callback(parts, call),
    },
  ];
}

const envelope = z.object({ type: z.int(), data: z.unknown().optional() });
const wantsResponse = z.object({ with_response: z.enum(['true', 'false', '1', '0']).optional() });

function callback(parts: AnswerParts, call: Call): RouteReply {
  const interaction = parts.interactions.toAnswer(
    param(call, 'interaction_id'),
    param(call, 'interaction_token'),
  );
  const { type, step } = firstStep(parts, interaction, call);
  interaction.acknowledged = true;
  interaction.answer.note(step);
  const asked = parse(wantsResponse, call.query).with_response ?? 'false';
  return asked === 'true' || asked === '1' ? ok(callbackJson(parts, interaction, type)) : noContent;
}

function firstStep(
  parts: AnswerParts,
  interaction: Interaction,
  call: Call,
): { type: number; step: AnswerStep } {
  try {
    const { type, data } = parse(envelope, call.body);
    const take = allowedTypes(interaction).includes(type) ? answers[type] : undefined;
    if (take === undefined)
      throw invalid(
        'type',
        'INTERACTION_APPLICATION_COMMAND_INVALID_CALLBACK_TYPE',
        `A callback of type ${type} does not answer this`,
      );
    return { type, step: take(parts, interaction, data, call) };
  } catch (error) {
    if (error instanceof ApiError) interaction.refusal = error;
    throw error;
  }
}

/** Which answers Discord takes: a form cannot follow a form, an update needs a message to update. */
function allowedTypes(interaction: Interaction): readonly number[] {
  switch (interaction.type) {
    case interactionTypes.autocomplete:
      return [8];
    case interactionTypes.command:
      return [4, 5, 9];
    case interactionTypes.component:
      return [4, 5, 6, 7, 9];
    case interactionTypes.modal:
      return interaction.source === undefined ? [4, 5] : [4, 5, 6, 7];
    // Of a kind that Discord may invent nothing is known.
    default:
      return Object.keys(answers).map(Number);
  }
}

type FirstAnswer = (parts: AnswerParts, interaction: Interaction, data: unknown, call: Call) => AnswerStep;

const answers: Readonly<Record<number, FirstAnswer>> = {
  4: (parts, interaction, data, call) => {
    const message = postAnswer(parts, interaction, data, call);
    interaction.original = message;
    return { kind: 'message', message, face: message.face };
  },
  5: (parts, interaction, data) => {
    const message = postDeferral(parts, interaction, data);
    interaction.original = message;
    return { kind: 'deferred', message };
  },
  6: (_parts, interaction) => {
    interaction.original = interaction.source;
    return { kind: 'deferred-update' };
  },
  7: (parts, interaction, data, call) => {
    const { source, channel } = interaction;
    if (source === undefined || parts.messages.find(source.id) === undefined) throw new ApiError(10008);
    parts.messages.edit(source, channel, readMessage(data, ['data']), call.files);
    interaction.original = source;
    return { kind: 'update', message: source, face: source.face };
  },
  8: (_parts, _interaction, data) => ({
    kind: 'choices',
    choices: parse(suggestions, data, ['data']).choices,
  }),
  9: (_parts, _interaction, data) => ({ kind: 'modal', modal: openModal(readModal(data, ['data'])) }),
};

const suggestion = z.object({
  name: z.string().min(1).max(100),
  value: z.union([z.string().min(1).max(100), z.number()]),
});
const suggestions = z.object({ choices: z.array(suggestion).max(25) });

/** Post what answers an interaction, seen by all or by that person only. */
export function postAnswer(
  parts: AnswerParts,
  interaction: Interaction,
  data: unknown,
  call: Call,
  at: readonly string[] = ['data'],
): LocalMessage {
  const body = readMessage(data, at);
  return parts.messages.post({
    channel: interaction.channel,
    authorId: parts.world.bot.id,
    body,
    files: call.files,
    visibleTo: isEphemeral(body.flags) ? interaction.userId : undefined,
    interaction: causeOf(interaction),
  });
}

function postDeferral(parts: AnswerParts, interaction: Interaction, data: unknown): LocalMessage {
  const body = readMessage(data, ['data']);
  return parts.messages.post({
    channel: interaction.channel,
    authorId: parts.world.bot.id,
    body: { flags: body.flags },
    files: [],
    loading: true,
    visibleTo: isEphemeral(body.flags) ? interaction.userId : undefined,
    interaction: causeOf(interaction),
  });
}

function isEphemeral(flags: number | null | undefined): boolean {
  return ((flags ?? 0) & messageFlags.ephemeral) !== 0;
}

function causeOf({ id, type, userId, commandName }: Interaction): LocalMessage['interaction'] {
  return { id, type, userId, commandName };
}

function callbackJson({ world }: AnswerParts, interaction: Interaction, type: number): unknown {
  const { original, id } = interaction;
  const base = { id, type: interaction.type };
  if (original === undefined || type === 6) return { interaction: base };
  const about = {
    response_message_id: original.id,
    response_message_loading: original.loading,
    response_message_ephemeral: original.ephemeral,
  };
  return { interaction: { ...base, ...about }, resource: { type, message: messageJson(original, world) } };
}
