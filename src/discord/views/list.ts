/** The list of ultimatums, opened: eight a page, each with its own button. */
import { ComponentType, type APIActionRowComponent, type APIComponentInMessageActionRow } from 'discord.js';
import { ultimatumId } from '../../domain/ultimatum-id.js';
import type { Numbered } from '../../wording/about.js';
import type { Words } from '../../wording/index.js';
import { plain } from '../../wording/parts.js';
import { LIST_STATES } from '../../domain/list-state.js';
import {
  emptyText,
  searchItem,
  searchTitle,
  type SearchInput,
  type SearchItemOptions,
} from '../../wording/search.js';
import { FULL } from '../../wording/text-budget.js';
import type { View } from '../command.js';
import { drawLines } from '../draw.js';
import { flowButton, publicButton, row } from './buttons.js';
import { line, opened, section, text } from './parts.js';
import type { RecordInstant } from '../../domain/instant.js';

export const LIST_PAGE = 8;

export interface List extends Omit<SearchInput, 'pages'> {
  /** The pending row that holds the filter: actions are `page.N` (from 0) and `state`. */
  readonly key: string;
  /** One page of at most eight, soonest first. */
  readonly items: readonly Numbered[];
  /** The record's time, ms UTC. */
  readonly now: RecordInstant;
}

/** Eight items share one message: where they do not fit they are all shortened. */
const ITEM_BUDGETS: readonly Omit<SearchItemOptions, 'now'>[] = [
  { budget: { ...FULL, name: 50, names: 100, lines: 4, text: 90 }, byTarget: true },
  { budget: { ...FULL, name: 20, names: 40, lines: 2, text: 40 }, byTarget: true },
  { budget: { ...FULL, name: 20, names: 40, text: 40 }, byTarget: false },
];
const ITEMS_LIMIT = 3400;

function stateSelect(
  { overviews }: Words,
  { key, state }: List,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  const options = LIST_STATES.map((value) => ({
    value,
    label: overviews.search.states[value],
    default: value === state,
  }));
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: `${key}:state`, options }],
  };
}

function pager({ buttons: labels }: Words, { key, page }: List, pages: number | null) {
  const buttons = [
    ...(page > 0 ? [flowButton(key, `page.${page - 1}`, labels.previous)] : []),
    ...(pages === null || page + 1 < pages ? [flowButton(key, `page.${page + 1}`, labels.next)] : []),
  ];
  return buttons.length === 0 ? [] : [row(buttons)];
}

function itemTexts(words: Words, { items, now }: List): readonly string[] {
  let texts: readonly string[] = [];
  for (const options of ITEM_BUDGETS) {
    texts = items.slice(0, LIST_PAGE).map((item) => drawLines(searchItem(words, item, { ...options, now })));
    if (texts.join('').length <= ITEMS_LIMIT) break;
  }
  return texts;
}

/** One page of search results: a section with an Open button for each, the filter by state, and the page buttons. */
export function listView(words: Words, list: List): View {
  const { count, more } = list.total;
  const pages = more ? null : Math.ceil(count / LIST_PAGE);
  const input = { ...list, pages };
  const texts = itemTexts(words, list);
  const items = list.items.slice(0, LIST_PAGE).map((item, index) => {
    const subject = ultimatumId(item.number);
    const open = publicButton(words, 'details', subject, 'list', words.buttons.open(subject));
    return section(texts[index] ?? subject, open);
  });
  const body = items.length === 0 ? [text(plain(emptyText(words, input)))] : items;
  return opened([
    text(searchTitle(words, input)),
    ...body,
    line(),
    stateSelect(words, list),
    ...pager(words, list, pages),
  ]);
}
