/** Asks about a deadline that was counted from a corrected one: beside the preview, and as the next step once it is saved. */
import type { Draft } from '../codec/draft.js';
import type { Context } from '../discord/command.js';
import type { Entry } from '../domain/entry.js';
import { dateOf } from '../wording/dates.js';
import type { Words } from '../wording/index.js';
import type { Text } from '../wording/parts.js';
import { plainText } from '../wording/plain-text.js';
import { quotation } from '../wording/quotation.js';
import { clipped } from '../wording/typed.js';
import { keepDraft, newDraft } from './draft.js';
import { firstRecount, type Recount } from './recount.js';

/** Code points of the words of a deadline. */
const MAX_WORDS = 80;
/** Discord's limit for a label. */
const MAX_LABEL = 80;

/** Under the preview of the correction that changes the deadline before. */
export function recountNote(words: Words, { entry, was, now }: Recount): Text {
  const spoken = quotation(words, was.words, MAX_WORDS);
  return words.drafts.notes.recount(entry, spoken, dateOf(words, was), dateOf(words, now));
}

/**
 * What can be corrected next, as a kept draft, once a correction is saved; null where no later deadline was counted from
 * the one that changed.
 */
export async function recountNext(
  { typed }: Draft,
  { number, appended }: { readonly number: number; readonly appended: readonly Entry[] },
  context: Context,
) {
  const after = await context.entries(number);
  const first = appended[0]?.seq ?? Number.POSITIVE_INFINITY;
  const recount = firstRecount(
    after.filter(({ seq }) => seq < first),
    after,
    context,
  );
  if (recount === null) return null;
  const { entry, was, now } = recount;
  const { words } = context;
  const texts = { entry: String(entry), deadline: was.words, reason: typed.reason };
  const key = await keepDraft(newDraft('correct', texts, { number, seen: after.at(-1)?.seq ?? 0 }), context);
  const date = plainText(dateOf(words, now));
  return {
    key,
    text: words.drafts.notes.recountNext(entry, quotation(words, was.words, MAX_WORDS), dateOf(words, was)),
    label: clipped(words.drafts.buttons.recount(entry, date), MAX_LABEL),
  };
}
