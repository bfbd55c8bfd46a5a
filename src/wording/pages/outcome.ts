/** The outcome on its two axes, the disputes and the reversals. */
import type { TargetOutcome, Ultimatum } from '../../domain/ultimatum.js';
import { issuersText, targetsText, type About } from '../about.js';
import { headlineText } from '../headline.js';
import type { Words } from '../index.js';
import { sameOutcomes, sideTexts } from '../outcome.js';
import type { Text } from '../parts.js';
import { disputeLines, reversalLines } from '../show-outcome.js';
import { typed } from '../typed.js';
import { PAGE } from './budget.js';

/** One side of an outcome: the axis, its value and what was done. */
interface Axis {
  readonly label: Text;
  readonly value: Text;
  readonly what: Text;
}

export interface OutcomeTexts {
  /** The targets it is for, where they are not all of one kind. */
  readonly heading: Text | null;
  readonly headline: Text;
  readonly axes: readonly Axis[];
  /** What stands apart from both. */
  readonly notes: readonly Text[];
}

type Group = readonly [TargetOutcome, ...TargetOutcome[]];

function outcomeTexts(words: Words, ultimatum: Ultimatum, group: Group, several: boolean): OutcomeTexts {
  const [first] = group;
  const { pages } = words;
  const targets = targetsText(
    words,
    group.map(({ target }) => target),
    PAGE,
  );
  const issuer: Text =
    first.actor === undefined ? issuersText(words, ultimatum.issuers, PAGE) : [typed(first.actor, PAGE.name)];
  const { compliance, followThrough } = first.outcome;
  const [complied = [], acted = [], ...notes] = sideTexts(
    words,
    ultimatum,
    group.map(({ target }) => target),
    first,
    PAGE,
  );
  const { axes } = pages.ultimatum;
  return {
    heading: several ? pages.ultimatum.outcomeFor(targets) : null,
    headline: headlineText(words, first.headline),
    axes: [
      {
        label: axes.compliance(targets),
        value: pages.ultimatum.compliance[compliance],
        what: complied,
      },
      {
        label: axes.followThrough(issuer),
        value: pages.ultimatum.followThrough[followThrough],
        what: acted,
      },
    ],
    notes,
  };
}

/** Each outcome on record; targets of whom the same is said together. */
export function outcomesOf(words: Words, { ultimatum }: About): readonly OutcomeTexts[] {
  const groups = sameOutcomes(ultimatum.outcomes);
  const several = groups.length > 1 || ultimatum.outcomes.length < ultimatum.targets.length;
  return groups.map((group) => outcomeTexts(words, ultimatum, group, several));
}

/** What was undone later, and what is disputed, a text each. */
export function annotationsOf(words: Words, { ultimatum }: About): readonly Text[] {
  return [...reversalLines(words, ultimatum), ...disputeLines(words, ultimatum)].map(({ text }) => text);
}
