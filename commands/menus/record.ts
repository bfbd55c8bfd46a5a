import type { Context, MenuCommand, PressedMessage } from '../../src/discord/command.js';
import { at } from '../../src/domain/when.js';
import { knownName, proposeRecord, type Proposal } from '../../src/language/proposal/index.js';
import type { Typed } from '../../src/codec/draft.js';
import { keepDraft, newDraft } from '../../src/drafting/draft.js';
import { postForm } from '../../src/drafting/form-fields.js';
import { readingContextOf } from '../../src/drafting/draft-context.js';
import { mayBegin } from '../../src/drafting/save.js';
import { sourceOf } from '../../src/drafting/post-source.js';

const NAMES = 10;

async function named(field: 'issuer' | 'target', name: string | null, { record }: Context) {
  return name === null ? undefined : knownName(name, await record.names(field, name, NAMES));
}

async function typedOf(proposal: Proposal, context: Context): Promise<Typed> {
  const { issuer, target, demand, threat, deadline, quote } = proposal;
  const [by, of] = await Promise.all([named('issuer', issuer, context), named('target', target, context)]);
  const told = { demand: demand ?? undefined, threat: threat ?? undefined, deadline: deadline ?? undefined };
  return { issuer: by, target: of, ...told, quote: quote ?? undefined };
}

/** The draft of a post, whatever in it was understood: everything is a proposal, and the form mends it. */
async function draftOf(message: PressedMessage, context: Context) {
  const { link, outlet } = sourceOf(message);
  const place = { zone: context.settings.zone, from: 'server' } as const;
  const proposal = proposeRecord(message.text, readingContextOf(at(message.at), place, context));
  const typed = await typedOf(proposal, context);
  const draft = newDraft('record', { ...typed, source: link }, null);
  return { ...draft, outlet, posted: at(message.at), seenIn: message.url };
}

/** Long-press a news post, Apps: the form of five, filled from the post; link and time come from it too. */
export const recordMenu: MenuCommand = {
  kind: 'menu',
  name: 'Record an ultimatum',
  async run(message, context) {
    const refusal = mayBegin('record', context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const draft = await draftOf(message, context);
    const key = await keepDraft(draft, context);
    const { words } = context;
    const fields = postForm(draft.typed, words);
    return { kind: 'form', form: { key, action: 'retype', title: words.menus.record.title, fields } };
  },
};
