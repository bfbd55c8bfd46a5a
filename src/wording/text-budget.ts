/** How much of everything is shown. */

/** This many characters of each kind of text are shown; the log has them whole. */
export const SHOWN = { name: 80, text: 200, quote: 300 } as const;

/** How much a text may show, in characters where nothing else is said. A post takes the widest budget that fits. */
export interface TextBudget {
  readonly name: number;
  /** A list of names takes about this many characters, one name at least; the names left over are counted. */
  readonly names: number;
  /** Lines for targets that differ; the targets of those left over are counted. */
  readonly lines: number;
  /** Whether a Details button stands below, where the names left over are found. */
  readonly details: boolean;
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

/** What a screen shows: every name. */
export const FULL: TextBudget = {
  ...SHOWN,
  names: Infinity,
  lines: Infinity,
  details: false,
  words: 80,
  sources: 2,
  link: 250,
  archive: true,
};

/** What a post shows at most: the names that would fill two lines, the others one press away. */
const POST: TextBudget = { ...FULL, names: 160, lines: 8, details: true };

/** For posts, from everything to the least that still makes sense. */
export const BUDGETS: readonly TextBudget[] = [
  POST,
  { ...POST, quote: 150, link: 150 },
  { ...POST, names: 120, lines: 6, text: 120, quote: 100, sources: 1, link: 150 },
  {
    ...POST,
    name: 50,
    names: 80,
    lines: 5,
    text: 100,
    quote: 80,
    words: 50,
    sources: 1,
    link: 100,
    archive: false,
  },
  {
    ...POST,
    name: 40,
    names: 60,
    lines: 4,
    text: 60,
    quote: 60,
    words: 30,
    sources: 1,
    link: 0,
    archive: false,
  },
  {
    ...POST,
    name: 20,
    names: 40,
    lines: 3,
    text: 30,
    quote: 20,
    words: 15,
    sources: 1,
    link: 0,
    archive: false,
  },
];
