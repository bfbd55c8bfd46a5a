import type { Context } from '../../src/discord/command.js';
import { parties } from '../../src/discord/views/about.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import { onDay } from '../../src/discord/views/dates.js';
import { FULL } from '../../src/wording/text-budget.js';
import { safe, SHOWN } from '../../src/discord/views/text.js';
import { at } from '../../src/domain/when.js';
import { parseProposed } from '../../src/codec/command.js';
import { wholeProposal } from './whole.js';
import { isShortened, proposalText } from './words.js';

type Proposal = Awaited<ReturnType<Context['people']['proposals']>>[number];

/** One thing that waits for a curator. */
export type Waiting =
  | {
      readonly kind: 'proposal';
      readonly id: number;
      readonly text: string;
      /** False where there is nothing that could be accepted: it is hidden, or can't be read any more. */
      readonly acceptable: boolean;
      /** All of it, page by page; null where the text is all there is. */
      readonly whole: readonly (readonly string[])[] | null;
    }
  | { readonly kind: 'passed'; readonly number: number; readonly text: string };

const MOST_PASSED = 100;

/** What is shown of a proposal; of one about a hidden ultimatum only that it waits. */
async function proposed(proposal: Proposal, name: string, context: Context): Promise<Waiting> {
  const { id, number, recorded } = proposal;
  const bare = { kind: 'proposal', id, acceptable: false, whole: null } as const;
  const by = safe(name, SHOWN.name);
  const about = number === null ? null : await context.record.ultimatum(number);
  if (number !== null && about?.hidden !== null) {
    const text = `**${ultimatumId(number)} is hidden.** A proposal by ${by} about it waits. It can be read when the ultimatum is shown again, or declined.`;
    return { ...bare, text };
  }
  const command = parseProposed(proposal.command);
  if (command === null) {
    return { ...bare, text: `**A proposal by ${by} that can no longer be read.** It can only be declined.` };
  }
  const { zone } = context.settings;
  const given = { number, recorded, name, about, words: context.words };
  const text = proposalText(command, given, zone);
  const whole = isShortened(command, given, zone) ? wholeProposal(command, given, text, zone) : null;
  return { kind: 'proposal', id, text, acceptable: true, whole };
}

async function proposals(context: Context): Promise<readonly Waiting[]> {
  const open = await context.people.proposals('proposed');
  const people = await context.people.byKeys(open.map(({ by }) => by));
  const name = (key: string) => people.get(key)?.name ?? 'somebody no longer on record';
  return Promise.all(open.map((one) => proposed(one, name(one.by), context)));
}

async function passed({ record, now }: Context): Promise<readonly Waiting[]> {
  const { rows } = await record.list({ states: ['passed'], limit: MOST_PASSED });
  return rows
    .filter(({ hidden }) => !hidden)
    .map((row) => {
      const head = `**${ultimatumId(row.number)}: ${parties(row, FULL)}**`;
      const demand = `Demand: ${safe(row.demand, SHOWN.text)}`;
      const day = row.latest === null ? '' : ` ${onDay(at(row.latest - 1), row.zone, now)}`;
      const text = [head, demand, `Passed${day}, outcome not yet recorded.`].join('\n');
      return { kind: 'passed', number: row.number, text };
    });
}

/** The one queue: what members proposed, oldest first, then what passed and was not reviewed. */
export async function waiting(context: Context): Promise<readonly Waiting[]> {
  return [...(await proposals(context)), ...(await passed(context))];
}

/** What fits one screen: 40 components and 4,000 characters. */
const PAGE = 3;

export interface Page<T> {
  readonly shown: readonly T[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/** A page of a queue that grows and shrinks under the reader: past its end it is the last one. */
export function pageOf<T>(all: readonly T[], asked: number, size = PAGE): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Number.isInteger(asked) ? Math.min(Math.max(0, asked), pages - 1) : 0;
  return { shown: all.slice(page * size, (page + 1) * size), page, pages };
}
