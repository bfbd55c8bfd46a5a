/** `/countdown log`: what was posted, late, skipped or failed, page by page. */
import { z } from 'zod';
import {
  expired,
  refuse,
  slash,
  type Context,
  type FlowHandler,
  type Reply,
} from '../../src/discord/command.js';
import { LEDGER_PAGE, ledgerView } from '../../src/discord/views/index.js';
import { LOG_SHOWN } from '../../src/domain/delivery.js';
import type { Words } from '../../src/wording/index.js';
import { needsManager } from '../../src/drafting/rights.js';
import { wholeIn } from '../../src/drafting/whole-number.js';

const FLOW = 'countdown-log';

const CHOICES = LOG_SHOWN.map((value) => ({
  value,
  name: ({ screens }: Words) => screens.deliveries.shown[value],
}));

const lookSchema = z.object({ channel: z.string().nullable(), shown: z.enum(LOG_SHOWN) });
type Look = z.infer<typeof lookSchema>;

/** One page; its row is written at each turn, so that the buttons work after a restart. */
async function draw(
  kind: 'message' | 'update',
  key: string,
  look: Look,
  page: number,
  context: Context,
): Promise<Reply> {
  const { guild, now, posts, settings, words } = context;
  await context.keep(FLOW, look, { key });
  const { shown, channel } = look;
  const found = await posts.log({
    shown,
    ...(channel === null ? {} : { channel }),
    now,
    limit: LEDGER_PAGE + 1,
    offset: page * LEDGER_PAGE,
  });
  const [rows, more] = [found.slice(0, LEDGER_PAGE), found.length > LEDGER_PAGE];
  return { kind, view: ledgerView(words, { key, guild, rows, more, page, ...look, zone: settings.zone }) };
}

export const countdownLog = slash({
  path: ['countdown', 'log'],
  description: ({ countdown }) => countdown.log.description,
  manager: true,
  options: {
    channel: { type: 'channel', description: ({ countdown }) => countdown.log.channel },
    status: { type: 'string', description: ({ countdown }) => countdown.log.status, choices: CHOICES },
  },
  run({ channel, status }, context) {
    const shown = LOG_SHOWN.find((filter) => filter === status) ?? 'all';
    return draw('message', context.key(), { channel: channel ?? null, shown }, 0, context);
  },
});

export const countdownLogFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run(press, context) {
    const refusal = needsManager(context);
    if (refusal !== null) return refuse(refusal);
    const look = lookSchema.safeParse(press.state);
    if (!look.success) return expired;
    const shown = LOG_SHOWN.find((filter) => filter === press.values[0]) ?? look.data.shown;
    const [, page = ''] = press.action.split('.');
    return draw('update', press.key, { ...look.data, shown }, wholeIn(page) ?? 0, context);
  },
};
