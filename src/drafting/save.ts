/** Saves a draft: a curator's is recorded, a member's becomes a proposal. The first press counts. */
import type { Draft } from '../codec/draft.js';
import { refuse, type Context, type Press, type Reply } from '../discord/command.js';
import { closedView } from '../discord/views/index.js';
import type { Command } from '../domain/entry.js';
import { decide } from '../domain/decide/index.js';
import { namedBy } from '../domain/decide/reference.js';
import type { Refusal } from '../domain/refusal.js';
import { answerSaved } from './answer-saved.js';
import { draftToCommand } from './draft-to-command.js';
import { showPreview } from './preview.js';
import { mayBegin } from './rights.js';

/** Answers the press that confirms a draft. What is no longer clear is shown again instead. */
export async function save(press: Press<Draft>, context: Context): Promise<Reply> {
  const draft = press.state;
  const refusal = mayBegin(draft.verb, context);
  if (refusal !== null) return refuse(refusal);
  const drafted = await draftToCommand(draft, context);
  if (!drafted.ok || drafted.value.question !== null) {
    const replaces = { press: press.key, done: { kind: 'replaced', because: 'checked-again' } } as const;
    return showPreview(draft, context, 'update', { replaces });
  }
  const { command } = drafted.value;
  return context.member.curator ? record(press, command, context) : propose(press, command, context);
}

async function record(press: Press<Draft>, command: Command, context: Context): Promise<Reply> {
  const { number, seen } = press.state;
  const options = {
    now: context.now,
    by: await context.person(),
    ...(number === null ? {} : { number }),
    ...(seen === null ? {} : { seen }),
  };
  const changed = await context.change(
    number,
    (entries, others) => decide(entries, command, { ...options, others }),
    {
      names: namedBy(command),
      consumes: {
        press: press.key,
        done: (saved) => ({ kind: 'saved', verb: command.verb, number: saved }),
      },
    },
  );
  if (!changed.ok) return refuseRecord(changed.refusal, press, context);
  return answerSaved(press.state, command, changed.value, context);
}

/** The press was used before, or can be tried again as it is: a fresh preview would only be in the way. */
const NOT_ABOUT_THE_DRAFT = new Set<Refusal['why']>(['already-pressed', 'expired', 'busy', 'disk-full']);

/** Somebody else was faster: says what they did, above a fresh preview. */
async function refuseRecord(refusal: Refusal, press: Press<Draft>, context: Context): Promise<Reply> {
  if (NOT_ABOUT_THE_DRAFT.has(refusal.why)) return refuse(refusal);
  const replaces = { press: press.key, done: { kind: 'replaced', because: 'refused' } } as const;
  const fresh = await showPreview(press.state, context, 'message', { replaces });
  return refuse(refusal, fresh.kind === 'form' ? undefined : fresh.view);
}

async function propose(press: Press<Draft>, command: Command, context: Context): Promise<Reply> {
  const { people, guild, channel, member, now, words } = context;
  const by = await context.person();
  const { number } = press.state;
  const proposed = await people.propose(
    { guild, user: member.id, by, number, command, channel, recorded: now },
    { press: press.key, done: () => ({ kind: 'proposed' }) },
  );
  if (!proposed.ok) return refuse(proposed.refusal);
  return { kind: 'update', view: closedView(words.done({ kind: 'proposed' })) };
}
