/** What became of an ultimatum: the outcome of each target, what was undone later, and who disputes it. */
import type { TargetOutcome, Ultimatum } from '../domain/ultimatum.js';
import { targetsText, yearOf } from './about.js';
import { onDay, shortDay } from './dates.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { bothSides, sameOutcomes, sideTexts } from './outcome.js';
import { head, present, type Line, type Text } from './parts.js';
import { FULL } from './text-budget.js';

/** What an outcome was before it was corrected; null where it never was, or only its sources were. */
function outcomeBefore(
  words: Words,
  { entries, zone }: Ultimatum,
  { entry, outcome }: TargetOutcome,
): Text | null {
  const { correctedFrom, correctedNote } = words.screens.timeline;
  const event = entries.find(({ seq }) => seq === entry)?.event;
  if (event?.kind !== 'outcome') return null;
  const was = event.outcome;
  const [before, today] = [bothSides(words, was, zone), bothSides(words, outcome, zone)];
  if (JSON.stringify(before) !== JSON.stringify(today)) return correctedFrom(before);
  if (was.note === outcome.note) return null;
  return was.note === null ? null : correctedNote(typed(was.note, FULL.text));
}

/** What both sides did, in a block for each group of targets of whom the same is said. */
function outcomeLines(words: Words, ultimatum: Ultimatum): readonly Line[] {
  return sameOutcomes(ultimatum.outcomes).flatMap((group) => {
    const [first] = group;
    const day = shortDay(words, first.recorded, ultimatum.zone, yearOf(ultimatum));
    const targets = group.map(({ target }) => target);
    const sides = sideTexts(words, ultimatum, targets, first, FULL);
    return [
      head(words.screens.show.outcome(day)),
      ...present([...sides, outcomeBefore(words, ultimatum, first)]),
    ];
  });
}

/** Open disputes first: those are what a reader has to know. */
export function disputeLines(words: Words, { disputes }: Ultimatum): readonly Line[] {
  const { show } = words.screens;
  const { disputeClosed } = words.posts.annotations;
  const open = disputes.filter(({ closed }) => closed === null);
  const ended = disputes.filter(({ closed }) => closed !== null);
  return present(
    [...open, ...ended].map(({ reason, closed }) => {
      const disputed = show.disputed(typed(reason, FULL.text));
      if (closed === null) return disputed;
      return show.disputeClosed(disputed, disputeClosed[closed.how], typed(closed.reason, FULL.text));
    }),
  );
}

/** What was undone later; one line for the targets of one entry. */
export function reversalLines(words: Words, ultimatum: Ultimatum): readonly Line[] {
  const { reversals, targets, zone } = ultimatum;
  const entries = [...new Set(reversals.map(({ entry }) => entry))];
  return present(
    entries.flatMap((entry) => {
      const same = reversals.filter((reversal) => reversal.entry === entry);
      return same.slice(0, 1).map(({ what, extent, when, actor }) => {
        const on = onDay(words, when, zone, yearOf(ultimatum));
        const { by } = words.screens.timeline;
        const done = actor === undefined ? on : by(on, typed(actor, FULL.name));
        const text = words.screens.show.reversed(words.posts.reversed[what][extent], done);
        const names = same.map(({ target }) => target);
        if (names.length === targets.length) return text;
        return words.posts.outcome.side(targetsText(words, names, FULL), text);
      });
    }),
  );
}

/** The outcomes, the reversals and the disputes, in this order; empty where there are none. */
export function resultLines(words: Words, ultimatum: Ultimatum): readonly Line[] {
  return [
    ...outcomeLines(words, ultimatum),
    ...reversalLines(words, ultimatum),
    ...disputeLines(words, ultimatum),
  ];
}
