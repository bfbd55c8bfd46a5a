/** `/proposals`: what somebody proposed, what became of it, and taking back what still waits. */
import {
  expired,
  refuse,
  slash,
  type ButtonHandler,
  type Context,
  type FlowHandler,
  type Reply,
  type View,
} from '../../src/discord/command.js';
import { drawLine, drawLines, drawText } from '../../src/discord/draw.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { line, opened, text } from '../../src/discord/views/parts.js';
import { shownProposal } from '../../src/drafting/review/queue.js';
import { takeBack } from '../../src/drafting/review/decide.js';
import { wholeIn } from '../../src/drafting/whole-number.js';
import { courseText } from '../../src/wording/own-proposals.js';
import { plain, title, type Line, type Text } from '../../src/wording/parts.js';
import { hiddenProposalLine, unreadableProposalLine } from '../../src/wording/review.js';
import { shortLines } from '../review/layout.js';

const FLOW = 'proposals';
type Own = Awaited<ReturnType<Context['people']['ownProposals']>>[number];

/** Three that wait and the latest that were decided fit one screen. */
const MOST_DECIDED = 5;

/** What was proposed: all of one that waits, of others the heading and the sides. */
async function linesOf(proposal: Own, context: Context): Promise<readonly Line[]> {
  const { words, member } = context;
  const shown = await shownProposal(proposal, member.name, context);
  if (shown.state === 'hidden') return [hiddenProposalLine(words, shown.number, member.name)];
  if (shown.state === 'unreadable') return [unreadableProposalLine(words, member.name)];
  const lines = shortLines(words, shown);
  return proposal.status === 'proposed' ? lines : lines.slice(0, 2);
}

async function itemOf(proposal: Own, key: string, context: Context) {
  const { words } = context;
  const lines = await linesOf(proposal, context);
  const buttons = [flowButton(key, `take.${proposal.id}`, words.proposals.takeBack)];
  return [
    text(drawLines([...lines, plain(courseText(words, proposal))])),
    ...(proposal.status === 'proposed' ? [row(buttons)] : []),
    line(),
  ];
}

async function screen(key: string, done: Text | null, context: Context): Promise<View> {
  const { words, people, member } = context;
  await context.keep(FLOW, {}, { key });
  const own = await people.ownProposals(member.id);
  const waiting = own.filter(({ status }) => status === 'proposed');
  const decided = own.filter(({ status }) => status !== 'proposed').slice(0, MOST_DECIDED);
  const items = await Promise.all([...waiting, ...decided].map((one) => itemOf(one, key, context)));
  return opened([
    ...(done === null ? [] : [text(drawText(done)), line()]),
    text(drawLine(title(words.proposals.heading))),
    ...(items.length === 0 ? [text(drawText(words.proposals.none))] : items.flat()),
  ]);
}

async function open(context: Context): Promise<Reply> {
  return { kind: 'message', view: await screen(context.key(), null, context) };
}

export const proposalsFlow: FlowHandler = {
  kind: 'flow',
  name: FLOW,
  async run({ key, action }, context) {
    const [name, about = ''] = action.split('.');
    const id = wholeIn(about);
    if (name !== 'take' || id === null) return expired;
    const taken = await takeBack(id, context);
    const { takenBack } = context.words.proposals;
    if (!taken.ok) return refuse(taken.refusal, await screen(key, null, context));
    return { kind: 'update', view: await screen(key, takenBack, context) };
  },
};

export const proposals = slash({
  path: ['proposals'],
  description: (words) => words.proposals.description,
  options: {},
  run: (_, context) => open(context),
});

/** Below the refusal of one proposal too many. */
export const proposalsButton: ButtonHandler = {
  kind: 'button',
  name: 'proposals',
  run: (_, context) => open(context),
};
