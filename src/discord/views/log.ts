/** Every entry of an ultimatum whole, as it was made, page by page. */
import type { Entry } from '../../domain/entry.js';
import type { About } from '../../wording/about.js';
import type { Words } from '../../wording/index.js';
import { entryLines, logTitle } from '../../wording/log-entry.js';
import { plain } from '../../wording/parts.js';
import { tombstoneText } from '../../wording/tombstone.js';
import type { View } from '../command.js';
import { drawLine } from '../draw.js';
import { pageButton, row } from './buttons.js';
import { line, OPENED_LIMIT, opened, text } from './parts.js';
import { splitLine } from './split.js';
import { pageSubject } from './subject.js';

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

/** A page (from 0) of the log, oldest entry first. Its buttons are the door `log`, the page in the subject. */
export function logView(words: Words, about: About, asked: number): View {
  const { number, ultimatum } = about;
  if (ultimatum.hidden !== null) return opened([text(plain(tombstoneText(words, about)))]);
  const pages = pagesOf(ultimatum.entries.flatMap((entry) => entryBlocks(words, about, entry)));
  const page = Math.min(Math.max(0, asked), pages.length - 1);
  const to = (label: string, target: number) =>
    target < 0 || target >= pages.length
      ? []
      : [pageButton('log', pageSubject({ number, page: target }), label)];
  const buttons = [...to(words.buttons.previous, page - 1), ...to(words.buttons.next, page + 1)];
  return opened([
    text(...logTitle(words, about, { page, pages: pages.length })),
    line(),
    ...(pages[page] ?? []).map((block) => text(block)),
    ...(buttons.length === 0 ? [] : [row(buttons)]),
  ]);
}
