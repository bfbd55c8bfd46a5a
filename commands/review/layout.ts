/** Fits the queue and its proposals into what Discord shows on one screen: 40 components and 4,000 characters. */
import { isDeepStrictEqual } from 'node:util';
import { drawLine, drawLines } from '../../src/discord/draw.js';
import { isSource } from '../../src/wording/sources.js';
import type { OpenProposal } from '../../src/drafting/review/queue.js';
import type { Words } from '../../src/wording/index.js';
import type { Line } from '../../src/wording/parts.js';
import { wholeProposalLines } from '../../src/wording/proposal-whole.js';
import { PROPOSAL_BUDGETS, proposalLines, WHOLE } from '../../src/wording/proposal.js';

/** Three proposals of the longest texts fit one screen. */
const ITEMS_PER_PAGE = 3;
const LONGEST_PROPOSAL = 1200;
/** Some of the 4,000 characters are left for the heading. */
const LONGEST_PAGE = 3600;

export interface Page<T> {
  readonly shown: readonly T[];
  /** From 0. */
  readonly page: number;
  readonly pages: number;
}

/** A page of a queue that grows and shrinks under the reader: past its end, the last one. */
export function pageOf<T>(all: readonly T[], asked: number, size = ITEMS_PER_PAGE): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Number.isInteger(asked) ? Math.min(Math.max(0, asked), pages - 1) : 0;
  return { shown: all.slice(page * size, (page + 1) * size), page, pages };
}

type ShownProposal = Pick<OpenProposal, 'command' | 'proposal'>;

/** The proposal in the widest budget that fits beside two others. */
export function shortLines(words: Words, { command, proposal }: ShownProposal): readonly Line[] {
  const [widest, ...others] = PROPOSAL_BUDGETS.map((budget) =>
    proposalLines(words, command, proposal, budget),
  );
  const fits = (lines: readonly Line[]) => drawLines(lines).length <= LONGEST_PROPOSAL;
  if (widest === undefined || fits(widest)) return widest ?? [];
  return others.find(fits) ?? others.at(-1) ?? widest;
}

/** Whether accepting would publish something that its short lines do not show. */
export function isShortened(words: Words, { command, proposal }: ShownProposal): boolean {
  const sources = command.verb === 'archive' ? [] : command.statements.filter(isSource);
  if (sources.some(({ archive }) => archive !== null)) return true;
  const whole = proposalLines(words, command, proposal, WHOLE);
  // The parts of the lines are compared, not how Discord draws them.
  return !isDeepStrictEqual(whole, shortLines(words, { command, proposal }));
}

/** Lines shared out over pages of one screen each; at least one page. */
function pagesOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]];
  let used = 0;
  for (const line of lines) {
    const length = drawLine(line).length + 1;
    if (used > 0 && used + length > LONGEST_PAGE) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += length;
  }
  return pages;
}

/** All of a proposal, page by page: its short lines, then every text whole. */
export function wholePages(words: Words, shown: ShownProposal): readonly (readonly Line[])[] {
  const { command, proposal } = shown;
  return pagesOf([...shortLines(words, shown), ...wholeProposalLines(words, command, proposal)]);
}
