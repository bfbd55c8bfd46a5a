/** The issuers of a server as lines. */
import type { Words } from './index.js';
import { head, item, joinTexts, plain, small, type Line } from './parts.js';
import { SHOWN } from './text-budget.js';
import { typed } from './typed.js';

interface NamedIssuer {
  readonly name: string;
  readonly aliases: readonly string[];
  /** How many records. */
  readonly count: number;
}

const nameOf = ({ name }: NamedIssuer) => typed(name, SHOWN.name);

function issuerLine({ issuers: { list } }: Words, issuer: NamedIssuer): Line {
  const others = issuer.aliases.map((alias) => [typed(alias, SHOWN.name)]);
  if (others.length === 0) return item(list.issuer(nameOf(issuer), issuer.count));
  return item(list.issuerWithNames(nameOf(issuer), issuer.count, joinTexts(others, list.between)));
}

const byRecords = (a: NamedIssuer, b: NamedIssuer) => b.count - a.count || a.name.localeCompare(b.name);

/** Every issuer on a line of its own, the one with most records first. */
export function issuerLines(words: Words, all: readonly NamedIssuer[]): readonly Line[] {
  return [...all].sort(byRecords).map((issuer) => issuerLine(words, issuer));
}

/** Asked before two issuers are made one. */
export function mergeLines(
  { issuers: { merge } }: Words,
  from: NamedIssuer,
  into: NamedIssuer,
): readonly Line[] {
  return [
    head(merge.heading),
    plain(merge.question(nameOf(from), from.count, nameOf(into), into.count)),
    small(merge.note),
  ];
}
