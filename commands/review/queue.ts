import type { Context } from '../../src/discord/command.js';
import { parties, subjectOf } from '../../src/discord/views/about.js';
import { onDay } from '../../src/discord/views/dates.js';
import { WIDEST } from '../../src/discord/views/room.js';
import { safe, SHOWN } from '../../src/discord/views/text.js';
import { at } from '../../src/domain/when.js';
import { parseProposed } from './command.js';
import { proposalText } from './words.js';

/** One thing that waits for a curator. */
export type Waiting =
  | { readonly kind: 'proposal'; readonly id: number; readonly text: string }
  | { readonly kind: 'passed'; readonly number: number; readonly text: string };

const MOST_PASSED = 100;

async function proposals(context: Context): Promise<readonly Waiting[]> {
  const { store, guild, settings } = context;
  const open = await store.proposals(guild, 'proposed');
  const people = await store.people(open.map(({ by }) => by));
  return open.map(({ id, number, recorded, by, command }) => {
    const proposed = parseProposed(command);
    const name = people.get(by)?.name ?? 'somebody no longer on record';
    const text =
      proposed === null
        ? `**A proposal by ${safe(name, SHOWN.name)} that can no longer be read.** It can only be declined.`
        : proposalText(proposed, { number, recorded, name }, settings.zone);
    return { kind: 'proposal', id, text };
  });
}

async function passed({ store, guild, now }: Context): Promise<readonly Waiting[]> {
  const { rows } = await store.list(guild, { states: ['passed'], limit: MOST_PASSED });
  return rows
    .filter(({ hidden }) => !hidden)
    .map((row) => {
      const head = `**${subjectOf(row.number)}: ${parties(row, WIDEST)}**`;
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
