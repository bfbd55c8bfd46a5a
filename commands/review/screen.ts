/** The screens of `/review`: the queue, and one proposal whole. */
import type { View } from '../../src/discord/command.js';
import { drawLine, drawLines, drawText } from '../../src/discord/draw.js';
import { flowButton, publicButton, row } from '../../src/discord/views/buttons.js';
import { line, opened, text } from '../../src/discord/views/parts.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import type { OpenProposal, WaitingItem } from '../../src/drafting/review/queue.js';
import type { Words } from '../../src/wording/index.js';
import { plain, title, type Line, type Text } from '../../src/wording/parts.js';
import { hiddenProposalLine, passedLines, unreadableProposalLine } from '../../src/wording/review.js';
import { isShortened, pageOf, shortLines, wholePages } from './layout.js';
import type { RecordInstant } from '../../src/domain/instant.js';

interface ScreenOptions {
  readonly words: Words;
  /** The key of the screen's flow. */
  readonly key: string;
  /** ms UTC. */
  readonly now: RecordInstant;
}

function itemLines(item: WaitingItem, { words, now }: ScreenOptions): readonly Line[] {
  if (item.kind === 'passed') return passedLines(words, item.passed, now);
  if (item.kind === 'imported') return [plain(words.imports.toReview(item.count))];
  switch (item.state) {
    case 'open':
      return shortLines(words, item);
    case 'hidden':
      return [hiddenProposalLine(words, item.number, item.name)];
    case 'unreadable':
      return [unreadableProposalLine(words, item.name)];
  }
}

function itemButtons(item: Exclude<WaitingItem, { kind: 'imported' }>, { words, key }: ScreenOptions) {
  const { accept, decline, showAll } = words.review;
  if (item.kind === 'passed') {
    // The very button of the "passed" post: whoever answers it there answers it here.
    return row([publicButton(words, 'outcome', ultimatumId(item.passed.number), 'review')]);
  }
  const isOpen = item.state === 'open';
  const cut = isOpen && isShortened(words, item);
  return row([
    ...(isOpen ? [flowButton(key, `accept.${item.id}`, accept, { first: true })] : []),
    flowButton(key, `decline.${item.id}`, decline),
    ...(cut ? [flowButton(key, `all.${item.id}`, showAll)] : []),
  ]);
}

/** Buttons to the pages before and after; `action` names a page. */
function pagingButtons(
  { words, key }: ScreenOptions,
  { page, pages }: { readonly page: number; readonly pages: number },
  action: (page: number) => string,
) {
  const { previous, next } = words.review;
  return [
    ...(page > 0 ? [flowButton(key, action(page - 1), previous)] : []),
    ...(page + 1 < pages ? [flowButton(key, action(page + 1), next)] : []),
  ];
}

function headingLine({ words }: ScreenOptions, heading: Text, page: number, pages: number): string {
  return drawLine(title(pages === 1 ? heading : words.review.page(heading, page + 1, pages)));
}

/** One proposal whole, a page of it, with the buttons that decide it; `back` is the page of the queue. */
export function wholeScreen(item: OpenProposal, asked: number, back: number, options: ScreenOptions): View {
  const { words, key } = options;
  const { review } = words;
  const { shown, page, pages } = pageOf(wholePages(words, item), asked, 1);
  return opened([
    text(headingLine(options, review.whole.heading, page, pages)),
    text(drawLines(shown[0] ?? [])),
    row([
      flowButton(key, `accept.${item.id}`, review.accept, { first: true }),
      flowButton(key, `decline.${item.id}`, review.decline),
      ...pagingButtons(options, { page, pages }, (target) => `all.${item.id}.${target}`),
      flowButton(key, `page.${back}`, review.back),
    ]),
  ]);
}

/** The queue, a page of it; `done` is what the last press did. */
export function reviewScreen(
  all: readonly WaitingItem[],
  asked: number,
  done: Text | null,
  options: ScreenOptions,
): View {
  const { review } = options.words;
  const above = done === null ? [] : [text(drawText(done)), line()];
  if (all.length === 0) return opened([...above, text(drawText(review.empty))]);
  const { shown, page, pages } = pageOf(all, asked);
  const items = shown.flatMap((item) => [
    text(drawLines(itemLines(item, options))),
    ...(item.kind === 'imported' ? [] : [itemButtons(item, options)]),
    line(),
  ]);
  const paging = pagingButtons(options, { page, pages }, (target) => `page.${target}`);
  return opened([
    ...above,
    text(headingLine(options, review.heading(all.length), page, pages)),
    ...items,
    ...(paging.length === 0 ? [] : [row(paging)]),
  ]);
}
