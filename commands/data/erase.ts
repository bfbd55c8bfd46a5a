/** `/data erase`: deletes everything about a server, once a manager has typed a word. */
import {
  refuse,
  slash,
  type Context,
  type FlowHandler,
  type Form,
  type Press,
  type Reply,
} from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { closedView } from '../../src/discord/views/index.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { needsManager } from '../../src/drafting/rights.js';
import { eraseLines } from '../../src/wording/data.js';
import type { Words } from '../../src/wording/index.js';

const FLOW = 'erase';
const FIELD = 'word';

function confirmForm({ data: { erase } }: Words, key: string): Form {
  const { form, word } = erase;
  const field = { id: FIELD, label: form.label, placeholder: word, required: true, maxLength: 20 };
  return { key, action: 'sure', title: form.title, fields: [field] };
}

async function eraseNow({ key, fields }: Press<unknown>, { server, words }: Context): Promise<Reply> {
  const { word, wrongWord, done } = words.data.erase;
  if (fields[FIELD]?.trim().toUpperCase() !== word)
    return { kind: 'message', view: closedView(wrongWord) };
  const erased = await server.eraseServer(key);
  return erased.ok
    ? { kind: 'update', view: closedView(done(erased.value.ultimatums, erased.value.entries)) }
    : refuse(erased.refusal);
}

export const dataEraseFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    if (refusal !== null) return refuse(refusal);
    if (press.action === 'sure') return eraseNow(press, context);
    if (press.action === 'yes') return { kind: 'form', form: confirmForm(context.words, press.key) };
    await context.people.finishPending(press.key, { kind: 'cancelled' });
    return { kind: 'update', view: closedView(context.words.data.erase.cancelled) };
  },
};

export const dataErase = slash({
  path: ['data', 'erase'],
  description: ({ data }) => data.erase.description,
  manager: true,
  options: {},
  async run(_, context) {
    const { words, record } = context;
    const ultimatums = (await record.nextNumber()) - 1;
    const key = await context.keep(FLOW, {});
    const { confirm, cancel } = words.data.erase;
    const buttons = row([
      flowButton(key, 'yes', confirm, { danger: true }),
      flowButton(key, 'no', cancel),
    ]);
    return { kind: 'message', view: opened([text(drawLines(eraseLines(words, ultimatums))), buttons]) };
  },
});
