import type { MenuDoor, PressedMessage } from '../../src/discord/command.js';
import { at } from '../../src/domain/when.js';
import { keepDraft, newDraft } from '../shared/draft.js';
import { formFields, FROM_POST } from '../shared/fields.js';
import { mayBegin } from '../shared/save.js';

const MOST_QUOTE = 1000;

/** A quotation in the post, else the post itself. */
export function quoteOf({ text }: PressedMessage): string {
  const quoted = /[“"]([^”"]{8,})[”"]/.exec(text)?.[1];
  return (quoted ?? text.replaceAll(/https?:\/\/\S+/g, '').trim()).slice(0, MOST_QUOTE);
}

/** The first link that is a source; Discord's own addresses are not. */
export function linkOf({ links }: PressedMessage): string {
  return links.find((link) => !/^https?:\/\/([\w-]+\.)*(discord(app)?\.(com|net))\//.test(link)) ?? '';
}

/** Long-press a news post, Apps: the form of five, filled from the post; link and time come from it too. */
export const recordMenu: MenuDoor = {
  kind: 'menu',
  name: 'Record an ultimatum',
  async run(message, context) {
    const refusal = mayBegin('record', context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const typed = { quote: quoteOf(message), source: linkOf(message) };
    const draft = { ...newDraft('record', typed, null), posted: at(message.at), seenIn: message.url };
    const key = await keepDraft(draft, context);
    const fields = formFields(FROM_POST, draft.typed, 'record');
    return { kind: 'form', form: { key, action: 'retype', title: 'Record an ultimatum', fields } };
  },
};
