/** Every entry of an ultimatum whole, as it was made, page by page. */
import type { Entry } from '../../domain/entry.js';
import { ultimatumId } from '../../domain/ultimatum-id.js';
import type { About } from '../../wording/about.js';
import type { Words } from '../../wording/index.js';
import { entryLines, logTitle } from '../../wording/log-entry.js';
import { plain } from '../../wording/parts.js';
import { tombstoneText } from '../../wording/tombstone.js';
import type { View } from '../command.js';
import { drawLine } from '../draw.js';
import { publicButton, row } from './buttons.js';
import { line, OPENED_LIMIT, opened, text } from './parts.js';
import { splitLine } from './split.js';

const PAGE = OPENED_LIMIT - 400;
const MOST_BLOCKS = 8;

/** The lines of an entry, in blocks that each fit one page. */
function entryBlocks(words: Words, about: About, entry: Entry): readonly string[] {
  const blocks: string[] = [];
  const lines = entryLines(words, about, entry).flatMap((entryLine) => splitLine(entryLine, PAGE - 10));
  for (const drawn of lines.map(drawLine)) {
    const joined = `${blocks.at(-1) ?? ''}\n${drawn}`;
    if (blocks.length > 0 && joined.length <= PAGE) blocks.splice(-1, 1, joined);
    else blocks.push(drawn);
  }
  return blocks;
}

function pagesOf(blocks: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  let used = PAGE;
  for (const block of blocks) {
    used += block.length + 2;
    if (used > PAGE || (pages.at(-1)?.length ?? 0) >= MOST_BLOCKS) {
      pages.push([]);
      used = block.length;
    }
    pages.at(-1)?.push(block);
  }
  return pages;
}

/** The subject of a page of a log: `U-12.2` is the second. */
function logSubject(number: number, page: number): string {
  return page === 0 ? ultimatumId(number) : `${ultimatumId(number)}.${page + 1}`;
}

/** The number and the page (from 0) of a subject; null where it is none. */
export function parseSubject(subject: string): { readonly number: number; readonly page: number } | null {
  const match = /^U-(\d{1,9})(?:\.(\d{1,4}))?$/.exec(subject);
  return match === null ? null : { number: Number(match[1]), page: Math.max(0, Number(match[2] ?? 1) - 1) };
}

/** A page (from 0) of the log, oldest entry first. Its buttons are the door `log`, the page in the subject. */
export function logView(words: Words, about: About, asked: number): View {
  const { number, ultimatum } = about;
  if (ultimatum.hidden !== null) return opened([text(plain(tombstoneText(words, about)))]);
  const pages = pagesOf(ultimatum.entries.flatMap((entry) => entryBlocks(words, about, entry)));
  const page = Math.min(Math.max(0, asked), pages.length - 1);
  const to = (label: string, target: number) =>
    target < 0 || target >= pages.length
      ? []
      : [publicButton(words, 'log', logSubject(number, target), 'log', label)];
  const buttons = [...to(words.buttons.previous, page - 1), ...to(words.buttons.next, page + 1)];
  return opened([
    text(...logTitle(words, about, { page, pages: pages.length })),
    line(),
    ...(pages[page] ?? []).map((block) => text(block)),
    ...(buttons.length === 0 ? [] : [row(buttons)]),
  ]);
}
