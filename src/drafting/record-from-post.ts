/** A new record from a post: whatever was understood of it is a proposal, and the form corrects it. */
import type { Draft, Typed } from '../codec/draft.js';
import { type Context, type PressedMessage, type Reply } from '../discord/command.js';
import { at } from '../domain/when.js';
import { knownName, proposeRecord, type RecordProposal } from '../language/proposal/index.js';
import { keepDraft, newDraft } from './draft.js';
import { postForm } from './form-fields.js';
import { readingContextOf } from './moment.js';
import { sourceOf } from './post-source.js';
import { refusedToBegin } from './may-begin.js';

/** How many names on record are compared with a name of the post. */
const MAX_NAMES = 10;

/** The name on record that a name of the post stands for, else the name itself. */
async function nameOf(
  field: 'issuer' | 'target',
  name: string | null,
  { record }: Context,
): Promise<string | undefined> {
  return name === null ? undefined : knownName(name, await record.names(field, name, MAX_NAMES));
}

async function typedOf(
  { issuer, target, demand, threat, deadline, quote }: RecordProposal,
  context: Context,
): Promise<Typed> {
  const [issuerName, targetName] = await Promise.all([
    nameOf('issuer', issuer, context),
    nameOf('target', target, context),
  ]);
  return {
    issuer: issuerName,
    target: targetName,
    demand: demand ?? undefined,
    threat: threat ?? undefined,
    deadline: deadline ?? undefined,
    quote: quote ?? undefined,
  };
}

async function draftOf(message: PressedMessage, context: Context): Promise<Draft> {
  const { link, outlet } = sourceOf(message);
  const posted = at(message.at);
  const zoneChoice = { zone: context.settings.zone, from: 'server' } as const;
  const proposal = proposeRecord(message.text, readingContextOf(posted, zoneChoice, context));
  const draft = newDraft('record', { ...(await typedOf(proposal, context)), source: link }, null);
  return { ...draft, outlet, posted, said: proposal.said, seenIn: message.url };
}

/** Opens the form of a new record, filled from the post; its link and its time come along. */
export async function recordFromPost(message: PressedMessage, context: Context): Promise<Reply> {
  const refused = await refusedToBegin('record', null, context);
  if (refused !== null) return refused;
  const draft = await draftOf(message, context);
  const key = await keepDraft(draft, context);
  const { words } = context;
  const fields = postForm(draft.typed, words);
  return { kind: 'form', form: { key, action: 'retype', title: words.menus.record.title, fields } };
}
