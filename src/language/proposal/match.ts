/** Finds the ultimatum of this server that a post is about. */
import { MAX_POST_LENGTH } from '../steps.js';

/** An ultimatum of this server, as far as a post can be about it. */
export interface Candidate {
  readonly number: number;
  readonly issuers: readonly string[];
  readonly targets: readonly string[];
  readonly demand: string;
  readonly threat: string | null;
}

/** Capitals and leaders that stand for a country, and the countries' other names. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  moscow: 'russia',
  kremlin: 'russia',
  putin: 'russia',
  russian: 'russia',
  kyiv: 'ukraine',
  zelensky: 'ukraine',
  ukrainian: 'ukraine',
  washington: 'us',
  american: 'us',
  usa: 'us',
  america: 'us',
  'united states': 'us',
  'white house': 'us',
  beijing: 'china',
  chinese: 'china',
  tehran: 'iran',
  iranian: 'iran',
  brussels: 'eu',
  european: 'eu',
  'european union': 'eu',
  london: 'uk',
  british: 'uk',
  britain: 'uk',
  'united kingdom': 'uk',
  israeli: 'israel',
  netanyahu: 'israel',
  ottawa: 'canada',
  canadian: 'canada',
  delhi: 'india',
  indian: 'india',
};

const COMMON = new Set(
  'the and for that with from into onto this have has had not are was were will would could should must end all new its his her their out over under than then them they about after before being been more most other some such only any deal agree agreement accept stop make take give war state states united'.split(
    ' ',
  ),
);

/** The words of a text in one form, each once; "Moscow" is Russia too, and "US" but not "us" is a name. */
function wordsOf(text: string): ReadonlySet<string> {
  const shouted = text
    .slice(0, MAX_POST_LENGTH)
    .replaceAll(/\bU\.S\.(?:A\.)?/g, 'US')
    .replaceAll(/\b(US|UK|EU|UN)\b/g, '$1_');
  const plain = shouted
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '');
  const words = new Set(plain.match(/[\p{L}\p{N}_]{3,}/gu)?.map((word) => word.replace(/_$/, '')));
  for (const [name, stands] of Object.entries(STANDS_FOR)) {
    if (name.includes(' ') ? plain.includes(name) : words.has(name)) words.add(stands);
  }
  return words;
}

const hits = (some: string, words: ReadonlySet<string>) =>
  [...wordsOf(some)].filter((word) => words.has(word) && !COMMON.has(word)).length;

function scoreOf({ issuers, targets, demand, threat }: Candidate, words: ReadonlySet<string>): number {
  const [by, of] = [hits(issuers.join(' '), words), hits(targets.join(' '), words)];
  // What is demanded is worded alike all over the world; without a name it proves nothing.
  if (by + of === 0) return 0;
  const terms = Math.min(4, hits(`${demand} ${threat ?? ''}`, words));
  return (by > 0 ? 4 : 0) + (of > 0 ? 4 : 0) + Math.min(2, by + of - 1) + terms;
}

export interface Matched {
  /** Every number, the best match first. */
  readonly order: readonly number[];
  /** The one it is about; null where two fit alike or none does. */
  readonly best: number | null;
}

/** Which of the running ultimatums a text is about, by its first 4,000 characters. */
export function matchIn(text: string, all: readonly Candidate[]): Matched {
  const words = wordsOf(text);
  const scored = all.map((running) => ({ number: running.number, score: scoreOf(running, words) }));
  const sorted = scored.toSorted((a, b) => b.score - a.score);
  const [first, second] = sorted;
  const sure = first !== undefined && first.score > 0 && first.score > (second?.score ?? 0);
  return { order: sorted.map(({ number }) => number), best: sure ? first.number : null };
}
