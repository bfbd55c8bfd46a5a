/** Schemas of what the page sends, and how a person's action is carried out. */
import { z } from 'zod';
import type { PersonAnswer } from '../answer.js';
import type { PersonClient } from '../person/person.js';
import type { ClientAction, ActionResult, PersonAction, StageVerb } from './protocol.js';

const text = z.string().max(6000);
const options = z.record(z.string(), text);
const id = z.string().max(100);

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), line: text, options }),
  z.object({ kind: z.literal('suggest'), line: text, options, focused: id, text }),
  z.object({ kind: z.literal('press'), message: id, control: id }),
  z.object({ kind: z.literal('choose'), message: id, control: id, values: z.array(id).max(25) }),
  z.object({
    kind: z.literal('submit'),
    fields: z.record(z.string(), z.union([text, z.boolean(), z.array(id).max(25)])),
  }),
  z.object({ kind: z.literal('apps'), command: id, message: id }),
  z.object({ kind: z.literal('say'), text: z.string().min(1).max(2000) }),
]) satisfies z.ZodType<ClientAction>;

export const acting = z.object({ as: id, channel: id, act }) satisfies z.ZodType<PersonAction>;

export const stageVerb = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), rate: z.union([z.literal(0), z.literal(1), z.literal(60)]) }),
  z.object({ kind: z.literal('next') }),
  z.object({ kind: z.literal('to'), at: z.int() }),
  z.object({ kind: z.literal('load'), story: id, whole: z.boolean() }),
  z.object({ kind: z.literal('step') }),
  z.object({ kind: z.literal('rest') }),
  z.object({ kind: z.literal('fault'), fault: z.enum(['slow', 'limited', 'down']), on: z.boolean() }),
  z.object({ kind: z.literal('forbid'), channel: id, on: z.boolean() }),
]) satisfies z.ZodType<StageVerb>;

/** Carries out what a person did, and waits for Discord's first word on it. What a client does not offer is a reason. */
export async function perform(person: PersonClient, what: ClientAction): Promise<ActionResult> {
  try {
    if (what.kind === 'suggest') {
      const choices = await person.suggest(what.line, what.options, what.focused, what.text);
      return { ok: true, choices };
    }
    if (what.kind === 'say') {
      person.say(person.channel.id, what.text);
      return { ok: true };
    }
    const answer = await answerTo(person, what).done;
    return { ok: true, ...(answer.modal === undefined ? {} : { modal: answer.modal.declaration }) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function answerTo(
  person: PersonClient,
  what: Exclude<ClientAction, { kind: 'suggest' | 'say' }>,
): PersonAnswer {
  switch (what.kind) {
    case 'command':
      return person.type(what.line, what.options);
    case 'press':
      return person.press(what.message, what.control);
    case 'choose':
      return person.choose(what.message, what.control, what.values);
    case 'submit':
      return person.submit(what.fields);
    case 'apps':
      return person.apps(what.command, what.message);
  }
}
