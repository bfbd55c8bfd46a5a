import { ComponentType, type APIActionRowComponent, type APIComponentInMessageActionRow } from 'discord.js';
import type { View } from '../command.js';
import { parties, subjectOf } from './about.js';
import { flowButton, publicButton, row } from './buttons.js';
import { dateOf, relative, shownEnd } from './dates.js';
import type { Numbered } from './digest.js';
import { line, opened, section, text } from './parts.js';
import { joinLines, type TextBudget, FULL } from './text-budget.js';
import { capital, movedTimes, safe, small } from './text.js';
import { tombstoneLine } from './tombstone.js';
import { zoneNote, zonesOf } from './zones.js';

export const LIST_PAGE = 8;

/** What a list can be narrowed to. */
export const LIST_STATES = {
  running: 'Running',
  passed: 'Passed, not reviewed',
  aside: 'No date or paused',
  closed: 'Closed',
  all: 'All',
} as const;
export type ListState = keyof typeof LIST_STATES;

export function isListState(value: string): value is ListState {
  return Object.hasOwn(LIST_STATES, value);
}

export interface List {
  /** The pending row that holds the filter: actions are `page.N` (from 0) and `state`. */
  readonly key: string;
  /** One page of at most eight, soonest first. */
  readonly items: readonly Numbered[];
  /** How many there are on all pages. */
  readonly total: number;
  /** From 0. */
  readonly page: number;
  readonly state: ListState;
  /** What else narrows it, as typed: text, issuer, target, tag. */
  readonly narrowed: readonly string[];
  /** The record's time, ms UTC. */
  readonly now: number;
}

/** Eight items share one message: where they do not fit they are all shortened. */
const ITEM_ROOMS: readonly TextBudget[] = [
  { ...FULL, name: 50, text: 90 },
  { ...FULL, name: 20, text: 40 },
];
const ITEMS_BUDGET = 3400;

function deadlineText({ ultimatum }: Numbered): string {
  const last = ultimatum.undated === null ? ultimatum.versions.at(-1)?.reading : undefined;
  if (last === undefined) return 'No date';
  const counts = ultimatum.inForce !== null ? `, ${relative(shownEnd(last))}` : '';
  return capital(dateOf(last)) + counts;
}

function itemText(item: Numbered, now: number, room: TextBudget): string {
  const { number, ultimatum } = item;
  if (ultimatum.hidden !== null) return tombstoneLine({ ...item, people: new Map(), now });
  const moved = ultimatum.moves === 0 ? '' : `, ${movedTimes(ultimatum.moves).toLowerCase()}`;
  return joinLines([
    `**${subjectOf(number)}: ${parties(ultimatum, room)}**`,
    capital(safe(ultimatum.demand, room.text)),
    small(
      [`${deadlineText(item)}. ${ultimatum.headline}${moved}`, zoneNote(zonesOf(ultimatum))]
        .filter((one) => one !== null)
        .join('. '),
    ),
  ]);
}

function stateSelect({ key, state }: List): APIActionRowComponent<APIComponentInMessageActionRow> {
  const options = Object.entries(LIST_STATES).map(([value, label]) => ({
    value,
    label,
    default: value === state,
  }));
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: `${key}:state`, options }],
  };
}

function pager({ key, page, total }: List) {
  const pages = Math.ceil(total / LIST_PAGE);
  const buttons = [
    ...(page > 0 ? [flowButton(key, `page.${page - 1}`, 'Previous')] : []),
    ...(page + 1 < pages ? [flowButton(key, `page.${page + 1}`, 'Next')] : []),
  ];
  return buttons.length === 0 ? [] : [row(buttons)];
}

function emptyText({ state, narrowed }: List): string {
  const how = 'Record one: long-press a news post, Apps, Record an ultimatum.';
  if (narrowed.length > 0) return 'Nothing found. Try fewer words, or All.';
  return state === 'running' ? `Nothing is running. ${how}` : `Nothing here. ${how}`;
}

function headText({ total, page, state, narrowed }: List): string {
  const pages = Math.ceil(total / LIST_PAGE);
  const where = pages < 2 ? '' : `, page ${page + 1} of ${pages}`;
  const by = narrowed.slice(0, 4).map((one) => `, ${safe(one, 60)}`);
  return `### ${LIST_STATES[state]}: ${total}${by.join('')}${where}`;
}

function itemTexts({ items, now }: List): readonly string[] {
  let texts: readonly string[] = [];
  for (const room of ITEM_ROOMS) {
    texts = items.slice(0, LIST_PAGE).map((item) => itemText(item, now, room));
    if (texts.join('').length <= ITEMS_BUDGET) break;
  }
  return texts;
}

/** The list, opened: eight a page, each with its own button. */
export function listView(list: List): View {
  const texts = itemTexts(list);
  const items = list.items.slice(0, LIST_PAGE).map((item, index) => {
    const subject = subjectOf(item.number);
    return section(texts[index] ?? subject, publicButton('details', subject, 'list', `Open ${subject}`));
  });
  const body = items.length === 0 ? [text(emptyText(list))] : items;
  return opened([text(headText(list)), ...body, line(), stateSelect(list), ...pager(list)]);
}
