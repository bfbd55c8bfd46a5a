/** Decides which messages stand together under one name, and where a new day begins. */
import type { MessageView } from '../client/protocol.js';
import { dayIn } from './time.js';

/** As long as Discord keeps messages of one person together, ms. */
const TOGETHER_MS = 7 * 60_000;

/** How a message stands to the one before it. */
export interface Placement {
  /** The first of its day. */
  readonly newDay: boolean;
  /** Without a name of its own: it follows one of the same author. */
  readonly follows: boolean;
}

/** How a message stands to the one before it, by the calendar of the reader's zone. */
export function placementOf(message: MessageView, before: MessageView | undefined, zone: string): Placement {
  if (before === undefined) return { newDay: true, follows: false };
  const newDay = dayIn(zone, message.at) !== dayIn(zone, before.at);
  const alike = message.authorId === before.authorId && message.ephemeral === before.ephemeral;
  const near = message.at - before.at < TOGETHER_MS;
  return { newDay, follows: !newDay && alike && near && message.cause?.command == null };
}
