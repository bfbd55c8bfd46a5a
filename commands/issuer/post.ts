/** The figures as they are opened for whoever asked, and posted for everyone by a press. */
import { z } from 'zod';
import { expired, refuse, type Context, type FlowHandler, type View } from '../../src/discord/command.js';
import { flowButton, type Button } from '../../src/discord/views/buttons.js';
import { issuerView, leaderboardView } from '../../src/discord/views/index.js';
import type { Result } from '../../src/domain/refusal.js';
import { ok } from '../../src/domain/refusal.js';
import { issuerFigures } from '../../src/guild/figures.js';

const FLOW = 'figures';
/** Whose figures; null for those of every issuer. */
const stateSchema = z.object({ issuer: z.string().nullable() });
type FiguresState = z.output<typeof stateSchema>;

async function draw(
  { issuer }: FiguresState,
  context: Context,
  buttons: readonly Button[],
): Promise<Result<View>> {
  const { figures, now, settings, words } = context;
  const { inclusionRule } = settings;
  if (issuer === null) {
    const board = await figures.leaderboard(now);
    return ok(leaderboardView(words, board, inclusionRule, buttons));
  }
  const found = await issuerFigures(issuer, context);
  return found.ok ? ok(issuerView(words, { ...found.value, inclusionRule }, buttons)) : found;
}

/** The figures with Post here. */
export async function figuresScreen(state: FiguresState, context: Context): Promise<Result<View>> {
  const key = await context.keep(FLOW, state);
  return draw(state, context, [flowButton(key, 'post', context.words.buttons.post)]);
}

/** Posts the figures as they are at the press. */
export const figuresFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run({ state: kept }, context) {
    const state = stateSchema.safeParse(kept).data;
    if (state === undefined) return expired;
    const drawn = await draw(state, context, []);
    if (!drawn.ok) return refuse(drawn.refusal);
    if (!context.mayPost()) return refuse({ why: 'too-many-posts' });
    return { kind: 'message', everyone: true, view: drawn.value };
  },
};
