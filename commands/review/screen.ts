import type { View } from '../../src/discord/command.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import { counted } from '../../src/discord/views/text.js';
import { flowButton, publicButton, row } from '../../src/discord/views/buttons.js';
import { line, opened, text } from '../../src/discord/views/parts.js';
import type { Words } from '../../src/wording/index.js';
import { pageOf, type Waiting } from './queue.js';

type Proposed = Extract<Waiting, { kind: 'proposal' }>;

function acts(words: Words, item: Waiting, key: string) {
  if (item.kind === 'passed') {
    // The very button of the "passed" post: whoever answers it there answers it here.
    return row([publicButton(words, 'outcome', ultimatumId(item.number), 'review')]);
  }
  return row([
    ...(item.acceptable ? [flowButton(key, `accept.${item.id}`, 'Accept', { first: true })] : []),
    flowButton(key, `decline.${item.id}`, 'Decline'),
    ...(item.whole === null ? [] : [flowButton(key, `all.${item.id}`, 'Show all')]),
  ]);
}

/** One proposal whole, a page of it, with the buttons that decide it. */
export function wholeScreen(item: Proposed, asked: number, key: string, back: number): View {
  const { shown, page, pages } = pageOf(item.whole ?? [[item.text]], asked, 1);
  const where = pages === 1 ? '' : `, page ${page + 1} of ${pages}`;
  const to = (label: string, target: number) =>
    target < 0 || target >= pages ? [] : [flowButton(key, `all.${item.id}.${target}`, label)];
  return opened([
    text(`### All of the proposal${where}`),
    text(...(shown[0] ?? [])),
    row([
      flowButton(key, `accept.${item.id}`, 'Accept', { first: true }),
      flowButton(key, `decline.${item.id}`, 'Decline'),
      ...to('Previous', page - 1),
      ...to('Next', page + 1),
      flowButton(key, `page.${back}`, 'Back to the review'),
    ]),
  ]);
}

function pager(key: string, page: number, pages: number) {
  const to = (label: string, target: number) =>
    target < 0 || target >= pages ? [] : [flowButton(key, `page.${target}`, label)];
  const buttons = [...to('Previous', page - 1), ...to('Next', page + 1)];
  return buttons.length === 0 ? [] : [row(buttons)];
}

/** The queue, a page of it; `said` is what the last press did. */
export function reviewScreen(
  words: Words,
  all: readonly Waiting[],
  asked: number,
  key: string,
  said: string | null,
): View {
  const above = said === null ? [] : [text(said), line()];
  if (all.length === 0) return opened([...above, text('Nothing waits for review.')]);
  const { shown, page, pages } = pageOf(all, asked);
  const where = pages === 1 ? '' : `, page ${page + 1} of ${pages}`;
  const items = shown.flatMap((item) => [text(item.text), acts(words, item, key), line()]);
  return opened([
    ...above,
    text(`### Review: ${counted(all.length, 'thing waits', 'things wait')}${where}`),
    ...items,
    ...pager(key, page, pages),
  ]);
}
