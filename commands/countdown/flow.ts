/** The screen of a countdown that is not saved yet: its next posts, a preview, and the buttons. */
import {
  expired,
  refuse,
  type Context,
  type FlowHandler,
  type Press,
  type Reply,
  type View,
} from '../../src/discord/command.js';
import { drawLines, drawText } from '../../src/discord/draw.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { closedView, postView } from '../../src/discord/views/index.js';
import { line, opened, text } from '../../src/discord/views/parts.js';
import { needsManager } from '../../src/drafting/rights.js';
import {
  postNow,
  saveCountdown,
  unsavedCountdownSchema,
  whyNotRunning,
  type UnsavedCountdown,
} from '../../src/guild/countdowns.js';
import { countdownPreview } from '../../src/wording/countdown.js';
import { relative } from '../../src/wording/dates.js';
import { mention, type Text } from '../../src/wording/parts.js';

const FLOW = 'countdown';

const closing = (answer: Text): Reply => ({ kind: 'update', view: closedView(answer) });

/** `post` is what would be posted now, once it was asked for. */
function screen(
  unsaved: UnsavedCountdown,
  key: string,
  { now, words }: Context,
  post: View['components'] = [],
): View {
  const labels = words.countdown.preview;
  const buttons = row([
    flowButton(key, 'save', labels.save, { first: true }),
    flowButton(key, 'preview', labels.show),
    flowButton(key, 'cancel', labels.cancel),
  ]);
  return opened([text(drawLines(countdownPreview(words, unsaved, now))), buttons, ...post]);
}

/** Shows a countdown before it is saved; not where nothing can be posted. */
export async function ask(unsaved: UnsavedCountdown, context: Context): Promise<Reply> {
  const refusal = await whyNotRunning(unsaved, context);
  if (refusal !== null) return refuse(refusal);
  const key = await context.keep(FLOW, unsaved);
  return { kind: 'message', view: screen(unsaved, key, context) };
}

/** The very message, its button included, or that there would be none. */
async function preview(unsaved: UnsavedCountdown, key: string, context: Context): Promise<Reply> {
  const { words } = context;
  const described = await postNow(unsaved, context);
  const post = described === null ? null : postView(words, { ...described, marker: 'preview' });
  const { nothing, nothingInWeek } = words.countdown.preview;
  const none = [line(), text(drawText(unsaved.scope.kind === 'week' ? nothingInWeek : nothing))];
  const shown = post === null ? none : [line(), text(post.content ?? null), ...(post.components ?? [])];
  return { kind: 'update', view: screen(unsaved, key, context, shown) };
}

async function save(unsaved: UnsavedCountdown, key: string, context: Context): Promise<Reply> {
  const { words, now } = context;
  const saved = await saveCountdown(unsaved, key, context);
  if (!saved.ok) return refuse(saved.refusal);
  const { id, next, channel } = saved.value;
  return closing(words.countdown.saved(id, relative(words, next, now), mention('channel', channel)));
}

async function act(
  { key, action }: Press<unknown>,
  unsaved: UnsavedCountdown,
  context: Context,
): Promise<Reply> {
  if (action === 'save') return save(unsaved, key, context);
  if (action === 'preview') return preview(unsaved, key, context);
  await context.people.finishPending(key, { kind: 'cancelled' });
  return closing(context.words.countdown.cancelled);
}

export const countdownFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    if (refusal !== null) return refuse(refusal);
    const parsed = unsavedCountdownSchema.safeParse(press.state);
    return parsed.success ? act(press, parsed.data, context) : expired;
  },
};
