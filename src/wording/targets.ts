/** Targets that differ: what stands for which of them, each on a line of its own. */
import type { Scoped } from '../domain/entry.js';
import type { Chain, Ultimatum } from '../domain/ultimatum.js';
import { targetsText, type About } from './about.js';
import { deadlineText, relative, shownEnd } from './dates.js';
import { headlineText } from './headline.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { quotation } from './quotation.js';
import type { TextBudget } from './text-budget.js';
import { typed } from './typed.js';

/** For which targets something is, and who did it, if not all of them and the issuer. */
export function scopeTexts(
  words: Words,
  { scope: targets, actor }: Scoped,
  budget: TextBudget,
): readonly Text[] {
  const { scope } = words.posts;
  return [
    ...(targets === undefined ? [] : [scope.onlyFor(targetsText(words, targets, budget))]),
    ...(actor === undefined ? [] : [scope.by(typed(actor, budget.name))]),
  ];
}

/** The deadline that stands for the targets of one chain, or that it is paused or withdrawn. */
function chainText(words: Words, chain: Chain, { now }: Pick<About, 'now'>, budget: TextBudget): Text {
  const { posts, dates } = words;
  const reading = chain.versions.at(-1)?.reading;
  if (chain.undated !== null) return posts.noDate(quotation(words, chain.undated.words, budget.words));
  if (reading === undefined) return posts.noDeadline;
  const text = deadlineText(words, reading);
  switch (chain.state) {
    case 'open':
      return dates.countdown(text, [relative(words, shownEnd(reading), now)]);
    case 'passed':
      return posts.scope.passed(text);
    case 'suspended':
      return posts.scope.paused(text);
    case 'withdrawn':
      return posts.scope.withdrawn(text);
    default:
      return text;
  }
}

interface TargetLine {
  readonly target: string;
  /** What is the same for those who share a line. */
  readonly key: string;
  readonly text: Text;
}

function lineOf(
  words: Words,
  about: Pick<About, 'ultimatum' | 'now'>,
  target: string,
  budget: TextBudget,
): TargetLine | null {
  const { chains, outcomes } = about.ultimatum;
  const outcome = outcomes.find((recorded) => recorded.target === target);
  if (outcome !== undefined) {
    const { headline } = outcome;
    return { target, key: JSON.stringify(headline), text: headlineText(words, headline) };
  }
  const chain = chains.find(({ targets }) => targets.includes(target));
  if (chain === undefined) return null;
  const { state, undated, versions } = chain;
  const key = JSON.stringify([state, undated?.words, versions.at(-1)?.number]);
  return { target, key, text: chainText(words, chain, about, budget) };
}

/** What stands for each target; those of whom the same is said share a line. */
function groupsOf(
  words: Words,
  about: Pick<About, 'ultimatum' | 'now'>,
  targets: Ultimatum['targets'],
  budget: TextBudget,
) {
  const lines = targets.map((target) => lineOf(words, about, target, budget)).filter((line) => line !== null);
  const keys = [...new Set(lines.map(({ key }) => key))];
  return keys.map((key) => lines.filter((line) => line.key === key));
}

/** That so many targets have no line of their own here. */
export function moreTargets({ posts }: Words, count: number, { details }: TextBudget): Text {
  return details ? posts.moreTargetsInDetails(count) : posts.moreTargets(count);
}

/** `Mexico: Tue 4 Mar 2025, 00:01 in Washington`, one line for each group of `targets` of whom the same is said. */
export function targetLines(
  words: Words,
  about: Pick<About, 'ultimatum' | 'now'>,
  targets: readonly string[],
  budget: TextBudget,
): readonly Text[] {
  const groups = groupsOf(words, about, targets, budget);
  const more = groups.slice(budget.lines).flat().length;
  const lines = groups.slice(0, budget.lines).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = targetsText(
      words,
      group.map(({ target }) => target),
      budget,
    );
    return [words.posts.outcome.side(names, first.text)];
  });
  return more === 0 ? lines : [...lines, moreTargets(words, more, budget)];
}

/** The lines of all targets where they differ; none where one thing is said of all. */
export function differingLines(
  words: Words,
  about: Pick<About, 'ultimatum' | 'now'>,
  budget: TextBudget,
): readonly Text[] {
  const { targets } = about.ultimatum;
  const lines = targets.length < 2 ? [] : targetLines(words, about, targets, budget);
  return lines.length > 1 ? lines : [];
}
