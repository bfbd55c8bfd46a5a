/** Finds the atoms of a text and the runs in which they stand together. */
import { isFaulty, type Atom, type Meaning } from './atom.js';
import { leftover } from './leftovers.js';
import type { AtomOf } from './phrase.js';
import type { NormalizedText } from './normalized-text.js';
import { rulesFor } from './rules/families.js';
import { cityAt, zoneBefore, zoneBehind } from './rules/zones.js';
import type { Steps } from './steps.js';
import { sharesZone } from './zones.js';

/** Time expressions that stand together in the text, with the words between them. */
export interface Run {
  readonly atoms: readonly Atom[];
  /** The words before each atom, back to the one before it. */
  readonly links: readonly string[];
  /** The word right behind each atom. */
  readonly behind: readonly string[];
}

/** The longest match of any rule where a word begins; of two that are as long the first one that can be read. */
function matchAt({ text, at, index, words }: NormalizedText, position: number, steps: Steps): Atom | null {
  const from = at[position] ?? 0;
  let best: (Meaning & { readonly start: number; readonly end: number }) | null = null;
  let longest = 0;
  const rules = rulesFor(words[position]?.word ?? '');
  steps.take(rules.length);
  for (const { pattern, make } of rules) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match === null) continue;
    const { length } = match[0];
    steps.take(length);
    if (length < longest || (length === longest && (best === null || !isFaulty(best)))) continue;
    const to = from + length;
    const meaning = make(match, { text, from, to });
    if (meaning === null || (length === longest && isFaulty(meaning))) continue;
    longest = length;
    best = { ...meaning, start: position, end: index.get(to + 1) ?? words.length };
  }
  return best;
}

/** Words that may stand between the parts of one time expression. */
const LINK =
  /^(?:[,:()@/-]|at|on|in|of|the|for|to|or|and|this|that|around|by|is|day|date|as|time|local-time|not|no|any|anytime|sometime|say|preferably)$/;
const MOST_LINKS = 3;

/** Every time expression of the text, in order. */
export function scan(normalized: NormalizedText, steps: Steps): readonly Run[] {
  const words = normalized.words.map(({ word }) => word);
  const zones = new Map(
    words.flatMap((_, index) => {
      const found = zoneBefore(words, index);
      return found === null
        ? []
        : [[found.start, { ...found.meaning, start: found.start, end: index + 1 }] as const];
    }),
  );
  const runs: { atoms: Atom[]; links: string[]; behind: string[] }[] = [];
  let position = 0;
  let last = -1;
  while (position < words.length && steps.take()) {
    const run = runs.at(-1);
    const before = run?.atoms.at(-1);
    const atom =
      zones.get(position) ??
      (normalized.words[position]?.known === true ? matchAt(normalized, position, steps) : null) ??
      city(words, position, before, last, run?.atoms.some(({ kind }) => kind === 'time') === true) ??
      leftover(normalized, position, run?.atoms ?? []);
    if (atom === null) {
      position += 1;
      continue;
    }
    const between = words.slice(Math.max(0, last), position);
    const links = isFaulty(atom) && between.length <= 1;
    const linked = links || (between.length <= MOST_LINKS && between.every((word) => LINK.test(word)));
    if (run !== undefined && linked) {
      run.atoms.push(atom);
      run.links.push(between.join(' '));
      run.behind.push(words[atom.end] ?? '');
    } else {
      const lead = [words.slice(Math.max(0, position - 2), position).join(' ')];
      runs.push({ atoms: [atom], links: lead, behind: [words[atom.end] ?? ''] });
    }
    position = atom.end;
    last = position;
  }
  return runs;
}

/** "IST in Jerusalem": the place says which of the zones an abbreviation stands for. */
const isOneOf = ({ name }: AtomOf<'zone'>, place: Meaning): boolean =>
  place.kind === 'zone' && sharesZone(name, place.zone);

function city(
  words: readonly string[],
  position: number,
  before: Atom | undefined,
  last: number,
  timed: boolean,
): Atom | null {
  const behind = zoneBehind(words, position);
  if (behind !== null) return { ...behind.meaning, start: position, end: behind.end };
  const local = words[position] === 'local-time' ? 1 : 0;
  const timely = before?.kind === 'time' || (timed && (before?.kind === 'days' || before?.kind === 'zone'));
  if (!timely || last !== position) return null;
  const found = cityAt(words, position + local);
  if (found === null || (before.kind === 'zone' && !isOneOf(before, found.meaning))) return null;
  return { ...found.meaning, start: position, end: found.end };
}
