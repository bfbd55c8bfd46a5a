import { ComponentType, type APIActionRowComponent, type APIComponentInMessageActionRow } from 'discord.js';
import { LATE_MS, type Delivery, type LogShown } from '../../domain/delivery.js';
import type { BoardPost } from '../../domain/post.js';
import { placeOf } from '../../domain/place.js';
import type { View } from '../command.js';
import type { Words } from '../../wording/index.js';
import { drawText } from '../draw.js';
import { subjectOf } from './about.js';
import { flowButton, row } from './buttons.js';
import { clock, longDay } from './dates.js';
import { opened, text } from './parts.js';
import { capital, counted, small } from './text.js';

export const LEDGER_PAGE = 8;

/** What was posted, and what was not. */
export interface Ledger {
  /** The pending row that holds the look: actions are `page.N` (from 0) and `shown`. */
  readonly key: string;
  readonly guild: string;
  readonly words: Words;
  /** One page, the newest first. */
  readonly rows: readonly Delivery[];
  /** Whether another page follows. */
  readonly more: boolean;
  /** From 0. */
  readonly page: number;
  readonly shown: LogShown;
  readonly channel: string | null;
  /** The server's, IANA. */
  readonly zone: string;
}

const SHOWN: Readonly<Record<LogShown, string>> = {
  all: 'All that was posted or not',
  posted: 'Posted',
  late: 'Posted late',
  skipped: 'Skipped',
  failed: 'Failed',
  waiting: 'Waiting or tried again',
};

const BOARD_WORDS: Readonly<Record<BoardPost['slot'], string>> = {
  post: 'board',
  remove: 'board, taken away',
  edit: 'board, brought up to date',
};

function whatText({ post }: Delivery): string {
  switch (post.kind) {
    case 'passed':
      return `${subjectOf(post.number)}, deadline passed`;
    case 'announcement':
      return `${subjectOf(post.number)}, announcement of entry ${post.entry}`;
    case 'milestone': {
      const { unit, count } = post.rung;
      return `${subjectOf(post.number)}, ${counted(count, unit === 'days' ? 'day' : 'hour')} before`;
    }
    case 'edit':
      return `${subjectOf(post.number)}, earlier post updated`;
    case 'digest':
      return `countdown ${post.schedule}`;
    case 'nudge':
      return 'reminder to curators';
    case 'board':
      return BOARD_WORDS[post.slot];
    case 'unreadable':
      return 'a post of another release';
  }
}

const isLate = ({ status, settled, due }: Delivery) =>
  status === 'sent' && settled !== null && settled - due >= LATE_MS;

function statusText(delivery: Delivery): string {
  switch (delivery.status) {
    case 'sent':
      return isLate(delivery) ? 'Posted late' : 'Posted';
    case 'skipped':
      return 'Skipped';
    case 'failed':
      return 'Failed';
    default:
      return 'Waiting';
  }
}

/** `Was due Mon 4 Aug 2025, 09:00, posted 11:40.`, with the day where it differs. */
function whenText(delivery: Delivery, zone: string): string {
  const { due, settled } = delivery;
  const day = longDay(due, zone);
  const was = `Was due ${day}, ${clock(due, zone)}`;
  if (settled === null || !isLate(delivery)) return `${was}.`;
  const other = longDay(settled, zone) === day ? '' : `${longDay(settled, zone)}, `;
  return `${was}, posted ${other}${clock(settled, zone)}.`;
}

function whyText({ status, failure }: Delivery, words: Words): string {
  if (failure === null || status === 'sent') return '';
  const tried = status === 'pending' ? 'tried, and is tried again: ' : '';
  return ` ${capital(`${tried}${drawText(words.delivery.reason(failure))}`)}.`;
}

function rowText(delivery: Delivery, { guild, zone, words }: Ledger): string {
  const { channel, message, status } = delivery;
  const address = `https://discord.com/channels/${guild}/${channel}/${message ?? ''}`;
  const link = status === 'sent' && message !== null ? `, [message](${address})` : '';
  const head = `**${statusText(delivery)}**: ${whatText(delivery)}, in <#${channel}>${link}`;
  return `${head}\n${small(`${whenText(delivery, zone)}${whyText(delivery, words)}`)}`;
}

function shownSelect({ key, shown }: Ledger): APIActionRowComponent<APIComponentInMessageActionRow> {
  const options = Object.entries(SHOWN).map(([value, label]) => ({
    value,
    label,
    default: value === shown,
  }));
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: `${key}:shown`, options }],
  };
}

/** The log of posts for those who manage the server: what, where, when it was due, and what became of it. */
export function ledgerView(ledger: Ledger): View {
  const { key, rows, more, page, shown, channel, zone } = ledger;
  const where = channel === null ? '' : `, in <#${channel}>`;
  const pages = page === 0 && !more ? '' : `, page ${page + 1}`;
  const lines = rows.map((delivery) => rowText(delivery, ledger));
  const turns = [
    ...(page > 0 ? [flowButton(key, `page.${page - 1}`, 'Previous')] : []),
    ...(more ? [flowButton(key, `page.${page + 1}`, 'Next')] : []),
  ];
  return opened([
    text(`### Log: ${SHOWN[shown].toLowerCase()}${where}${pages}`),
    text(...(lines.length === 0 ? ['Nothing here.'] : lines), small(`Times in ${placeOf(zone)}.`)),
    shownSelect(ledger),
    ...(turns.length === 0 ? [] : [row(turns)]),
  ]);
}

/** As choices of an option. */
export const LEDGER_CHOICES = Object.entries(SHOWN).map(([value, name]) => ({ value, name }));
