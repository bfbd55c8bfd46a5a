/** The delivery log, for those who manage the server: what, where, when it was due, and what became of it. */
import { ComponentType, type APIActionRowComponent, type APIComponentInMessageActionRow } from 'discord.js';
import { LOG_SHOWN, type Delivery, type LogShown } from '../../domain/delivery.js';
import { placeText } from '../../wording/dates.js';
import { deliveryLines } from '../../wording/delivery-log.js';
import type { Words } from '../../wording/index.js';
import { mention, plain, small, title, type Line } from '../../wording/parts.js';
import type { View } from '../command.js';
import { flowButton, row } from './buttons.js';
import { opened, text } from './parts.js';

export const LEDGER_PAGE = 8;

export interface Ledger {
  /** The pending row that holds the look: actions are `page.N` (from 0) and `shown`. */
  readonly key: string;
  readonly guild: string;
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

function shownSelect(
  { screens }: Words,
  { key, shown }: Ledger,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  const options = LOG_SHOWN.map((value) => ({
    value,
    label: screens.deliveries.shown[value],
    default: value === shown,
  }));
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: `${key}:shown`, options }],
  };
}

/** `Delivery log: failed, in #news, page 2`. */
function titleLine({ screens }: Words, { more, page, shown, channel }: Ledger): Line {
  const { deliveries } = screens;
  const filtered = shown === 'all' ? deliveries.title : deliveries.filtered(deliveries.shown[shown]);
  const where = channel === null ? filtered : deliveries.inChannel(filtered, mention('channel', channel));
  return title(page === 0 && !more ? where : deliveries.page(where, page + 1));
}

/** One page of the delivery log with its filter and its page buttons. Times are in the zone of the server. */
export function ledgerView(words: Words, ledger: Ledger): View {
  const { key, guild, rows, more, page, zone } = ledger;
  const { deliveries } = words.screens;
  const { previous, next } = words.buttons;
  const lines = rows.flatMap((delivery) => deliveryLines(words, delivery, guild, zone));
  const turns = [
    ...(page > 0 ? [flowButton(key, `page.${page - 1}`, previous)] : []),
    ...(more ? [flowButton(key, `page.${page + 1}`, next)] : []),
  ];
  return opened([
    text(titleLine(words, ledger)),
    text(
      ...(lines.length === 0 ? [plain(deliveries.none)] : lines),
      small(deliveries.timesIn(placeText(words, zone))),
    ),
    shownSelect(words, ledger),
    ...(turns.length === 0 ? [] : [row(turns)]),
  ]);
}
