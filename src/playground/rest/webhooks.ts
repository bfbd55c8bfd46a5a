/** Routes of edits and follow-ups after the first answer. */
import { readMessage } from '../check/message.js';
import { ApiError } from '../api-error.js';
import { noContent, ok, param, type Call, type RouteReply, type Route } from '../http/route.js';
import type { Interaction } from '../interactions.js';
import { messageJson } from '../message-json.js';
import type { LocalMessage } from '../message.js';
import { postAnswer, type AnswerParts } from './interactions.js';

/** What comes after the first answer: edits and follow-ups, by the interaction's token. */
export function webhookRoutes(parts: AnswerParts): Route[] {
  const all = '/webhooks/{webhook_id}/{webhook_token}';
  // Discord describes `@original` as a path of its own beside the one with an id.
  const places = [`${all}/messages/@original`, `${all}/messages/{message_id}`];
  const byInteractionToken = true;
  return [
    { method: 'POST', template: all, byInteractionToken, handle: (call) => ok(followUp(parts, call)) },
    ...places.flatMap((template): Route[] => [
      { method: 'GET', template, byInteractionToken, handle: (call) => ok(read(parts, call)) },
      { method: 'PATCH', template, byInteractionToken, handle: (call) => ok(edit(parts, call)) },
      { method: 'DELETE', template, byInteractionToken, handle: (call) => remove(parts, call) },
    ]),
  ];
}

function interactionOf({ interactions }: AnswerParts, call: Call): Interaction {
  return interactions.byToken(param(call, 'webhook_id'), param(call, 'webhook_token'));
}

function followUp(parts: AnswerParts, call: Call): unknown {
  const interaction = interactionOf(parts, call);
  const { original } = interaction;
  // The first follow-up of a deferral takes its place, as on Discord.
  if (original?.loading === true) return applyEdit(parts, interaction, original, call);
  const message = postAnswer(parts, interaction, call.body, call, []);
  interaction.answer.note({ kind: 'follow-up', message, face: message.face });
  return messageJson(message, parts.world);
}

function read(parts: AnswerParts, call: Call): unknown {
  return messageJson(messageOf(parts, interactionOf(parts, call), call), parts.world);
}

function edit(parts: AnswerParts, call: Call): unknown {
  const interaction = interactionOf(parts, call);
  return applyEdit(parts, interaction, messageOf(parts, interaction, call), call);
}

function applyEdit(parts: AnswerParts, interaction: Interaction, message: LocalMessage, call: Call): unknown {
  parts.messages.edit(message, interaction.channel, readMessage(call.body), call.files);
  interaction.answer.note({ kind: 'edit', message, face: message.face });
  return messageJson(message, parts.world);
}

function remove(parts: AnswerParts, call: Call): RouteReply {
  const interaction = interactionOf(parts, call);
  const message = messageOf(parts, interaction, call);
  parts.messages.delete(message);
  interaction.answer.note({ kind: 'deleted', message });
  return noContent;
}

/** A message of this interaction; the token opens no other. */
function messageOf({ messages }: AnswerParts, interaction: Interaction, call: Call): LocalMessage {
  const id = call.params['message_id'];
  const wanted = id === undefined ? interaction.original : messages.find(id);
  const own = wanted === interaction.original || wanted?.interaction?.id === interaction.id;
  if (wanted === undefined || !own || messages.find(wanted.id) === undefined) throw new ApiError(10008);
  return wanted;
}
