/** The log and the corrections of an ultimatum, for its page. */
import type { Entry, Statement } from '../../domain/entry.js';
import type { About } from '../about.js';
import { correctionTexts, entryBefore, takenBackText } from '../correction.js';
import { dayAndYear } from '../dates.js';
import type { Words } from '../index.js';
import { entryTexts } from '../log-entry.js';
import { joinTexts, type Text } from '../parts.js';
import { quotation } from '../quotation.js';
import { sourceText } from '../sources.js';
import { typed } from '../typed.js';
import { PAGE } from './budget.js';

export interface LogRow {
  readonly seq: number;
  readonly first: Text;
  readonly others: readonly Text[];
  readonly statements: readonly Text[];
  /** By which entry it was taken back, and why; null while it stands. */
  readonly removed: Text | null;
  readonly stated: Text;
  readonly recorded: Text;
  /** A curator, by name only where they chose one for the pages; or the clock. */
  readonly by: Text;
  /** The entries that correct it. */
  readonly correctedBy: readonly number[];
}

/** Who reads a page learns no name of a member but one that was chosen for it. */
function authorOf({ pages }: Words, { people }: About, by: string | null): Text {
  if (by === null) return pages.ultimatum.clock;
  const name = people.get(by)?.name;
  return name === undefined ? pages.ultimatum.curator : pages.ultimatum.by([typed(name, PAGE.name)]);
}

/** What backs an entry: the quote, then where it was published, by its host. */
const citedIn =
  (words: Words, { recorded }: Entry) =>
  (statement: Statement): Text => {
    const { quote } = statement;
    const source = sourceText(words, { ...statement, recorded }, { ...PAGE, archive: false });
    const said = quote === null ? null : quotation(words, quote, PAGE.quote);
    return joinTexts([said, source], words.screens.log.between);
  };

/** One entry of the log. */
export function logRow(words: Words, about: About, entry: Entry): LogRow {
  const { corrections } = about.ultimatum;
  const correctedBy = corrections.flatMap(({ seq, event }) =>
    event.kind === 'corrected' && event.corrects === entry.seq ? [seq] : [],
  );
  const texts = entryTexts(words, about, entry);
  const statements = texts.removed === null ? entry.statements.map(citedIn(words, entry)) : texts.statements;
  return { seq: entry.seq, ...texts, statements, by: authorOf(words, about, entry.by), correctedBy };
}

/** A correction of the record: what was, what is, and why. */
export interface CorrectionRow {
  readonly seq: number;
  /** The entry that it corrects. */
  readonly of: number;
  readonly title: Text;
  readonly changes: readonly Text[];
  readonly reason: Text;
}

/** Every correction, oldest first. */
export function correctionRows(words: Words, { ultimatum }: About): readonly CorrectionRow[] {
  const { correction, reason } = words.posts;
  return ultimatum.corrections.flatMap(({ seq, event, recorded }) => {
    if (event.kind !== 'corrected') return [];
    const { corrects, fields, removes } = event;
    const before = entryBefore(ultimatum, corrects, seq);
    const what = removes ? takenBackText(words, ultimatum, corrects) : correction.head(corrects);
    const day = dayAndYear(words, recorded, 'UTC');
    return {
      seq,
      of: corrects,
      title: words.pages.ultimatum.correctionOf(what, day),
      changes: removes ? [] : correctionTexts(words, { fields, before, ultimatum }, PAGE),
      reason: reason(typed(event.reason, PAGE.text)),
    };
  });
}
