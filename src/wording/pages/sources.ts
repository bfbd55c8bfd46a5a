/** The sources of an ultimatum for its page: each with its quote, where it was published, and when it was said. */
import type { CitedStatement } from '../../domain/ultimatum.js';
import type { About } from '../about.js';
import { whenText } from '../dates.js';
import type { Words } from '../index.js';
import type { Text } from '../parts.js';
import { quotation } from '../quotation.js';
import { distinctSources, sourceText } from '../sources.js';
import { PAGE } from './budget.js';

export interface SourceRow {
  readonly quote: Text | null;
  /** Outlet, host, kind of source and copy. */
  readonly source: Text;
  readonly stated: Text;
  /** The entry that cites it first. */
  readonly entry: number;
}

/** Each link or outlet once, in the order in which it was cited. */
export function sourceRows(words: Words, { ultimatum }: About): readonly SourceRow[] {
  const cited: readonly CitedStatement[] = ultimatum.statements;
  return distinctSources(cited).map((source) => {
    const first = cited.find(
      ({ url, outlet }) => url === source.url && (url !== null || outlet === source.outlet),
    );
    const stated = first?.stated ?? ultimatum.stated;
    return {
      quote: source.quote === null ? null : quotation(words, source.quote, PAGE.quote),
      source: sourceText(words, source, PAGE),
      stated: whenText(words, stated, ultimatum.zone, null),
      entry: first?.entry ?? 1,
    };
  });
}
