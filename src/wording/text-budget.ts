/** How much of everything is shown. */

/** This many characters of each kind of text are shown; the log has them whole. */
export const SHOWN = { name: 80, text: 200, quote: 300 } as const;

/** How much a text may show, in characters where nothing else is said. A post takes the widest budget that fits. */
export interface TextBudget {
  readonly name: number;
  /** This many targets are named; of more, all but two are counted. */
  readonly targets: number;
  readonly text: number;
  readonly quote: number;
  /** Words of a deadline. */
  readonly words: number;
  /** This many sources are named; the rest are counted. */
  readonly sources: number;
  /** The longest address that is made a link; a longer one shows its host only. */
  readonly link: number;
  readonly archive: boolean;
}

export const FULL: TextBudget = { ...SHOWN, targets: 3, words: 80, sources: 2, link: 250, archive: true };

/** From everything to the least that still makes sense. */
export const BUDGETS: readonly TextBudget[] = [
  FULL,
  { ...FULL, quote: 150, link: 150 },
  { ...FULL, text: 120, quote: 100, sources: 1, link: 150 },
  { name: 50, targets: 3, text: 100, quote: 80, words: 50, sources: 1, link: 100, archive: false },
  { name: 40, targets: 3, text: 60, quote: 60, words: 30, sources: 1, link: 0, archive: false },
  { name: 20, targets: 3, text: 30, quote: 20, words: 15, sources: 1, link: 0, archive: false },
];
