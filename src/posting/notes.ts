/** What is added to a post when it is sent: that it is late, and the role that it pings. */
import { LATE_MS, type Delivery } from '../domain/delivery.js';
import type { Words } from '../wording/index.js';
import { latenessText } from '../wording/late.js';
import { joinTexts, mention, plain, small, type Line, type Text } from '../wording/parts.js';
import type { DuePost, PostDescription } from './post-description.js';
import type { RecordInstant } from '../domain/instant.js';

/** Adds a sentence to the small print, which is the last line of a post that has one. */
export function withSmallPrint(words: Words, lines: readonly Line[], sentence: Text): readonly Line[] {
  const last = lines.at(-1);
  if (last?.style !== 'small') return [...lines, small(sentence)];
  return [...lines.slice(0, -1), small(joinTexts([last.text, sentence], words.space))];
}

export interface NoteOptions {
  /** When it is sent, ms UTC of the record's clock. */
  readonly now: RecordInstant;
  /** IANA zone in which times are given. */
  readonly zone: string;
  /** The role to ping, a Discord id; null for none. */
  readonly ping: string | null;
}

/** A post as a row sends it: late ones say so, and a role is pinged on a line of its own. */
export function withNotes(
  words: Words,
  description: PostDescription,
  { due, nonce }: Pick<Delivery, 'due' | 'nonce'>,
  { now, zone, ping }: NoteOptions,
): DuePost {
  const late = now - due >= LATE_MS ? latenessText(words, due, now, zone) : null;
  const pinged = ping === null ? [] : [plain([mention('role', ping)])];
  return {
    ...description,
    lines: (fits) => {
      const lines = description.lines(fits);
      return [...(late === null ? lines : withSmallPrint(words, lines, late)), ...pinged];
    },
    marker: nonce,
    ping,
  };
}
