/** Undo, while the announcement of an entry still waits. */
import { parseUndo, type Undo } from '../codec/draft.js';
import { expired, refuse, type FlowHandler } from '../discord/command.js';
import { closedView } from '../discord/views/index.js';
import type { Command } from '../domain/entry.js';
import { decide } from '../domain/decide/index.js';
import { mayUndo } from './rights.js';

export const UNDO_FLOW = 'undo';

/** Hides a record that has just been made; any other entry is taken out of the fold. The reason is kept in the log. */
function undoCommand({ seq }: Undo): Command {
  const reason = 'undone';
  if (seq === 1) return { verb: 'hide', reason };
  return { verb: 'correct', entry: seq, fields: {}, removes: true, reason };
}

export const undoFlow: FlowHandler = {
  kind: 'flow',
  name: UNDO_FLOW,
  async run(press, context) {
    const undo = parseUndo(press.state);
    if (undo === null || context.now >= undo.until) return expired;
    const { verb, number } = undo;
    const refusal = mayUndo(verb, context);
    if (refusal !== null) return refuse(refusal);
    const options = { now: context.now, by: await context.person(), number };
    const command = undoCommand(undo);
    const changed = await context.change(number, (entries) => decide(entries, command, options), {
      consumes: { press: press.key, done: () => ({ kind: 'undone', number }) },
    });
    if (!changed.ok) return refuse(changed.refusal);
    return { kind: 'update', view: closedView(context.words.drafts.undone(number)) };
  },
};
