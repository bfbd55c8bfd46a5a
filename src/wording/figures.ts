/** The figures of a record in words: each share with its n, its interval and its rule, the same on every surface. */
import { METHOD } from '../domain/method.js';
import { FEWEST_FOR_A_SHARE, wilsonInterval, type Proportion } from '../domain/figures/proportion.js';
import type { MedianOf, RecordFigures } from '../domain/figures/record.js';
import type { SurvivalCurve, SurvivalStep } from '../domain/figures/survival.js';
import type { Words } from './index.js';
import { head, item, joinTexts, plain, small, type Line, type Text } from './parts.js';
import { SHOWN } from './text-budget.js';
import { typed } from './typed.js';

/** One figure; the shares that are drawn with their interval have a proportion. */
export interface FigureRow {
  readonly label: Text;
  readonly value: Text;
  readonly proportion: Proportion | null;
  /** Where the whole record has the same. */
  readonly compared: 'met' | 'moved' | 'carriedOut' | null;
}

/** Figures that share a denominator, with the rule that says which. */
export interface FigureBlock {
  readonly id: 'demand' | 'moves' | 'threat' | 'time' | 'quality';
  readonly title: Text;
  readonly rule: Text;
  readonly rows: readonly FigureRow[];
  /** What is counted beside the denominator; null where nothing is. */
  readonly beside: Text | null;
}

/** Whole per cent of a share from 0 to 1. */
export const percentOf = (share: number): number => Math.round(share * 100);

/** `11 of 30, 37% (interval 22 to 54%)`; under five cases no share. */
export function shareText({ figures }: Words, proportion: Proportion): Text {
  const { count, n } = proportion;
  const counts = figures.counts(count, n);
  if (n < FEWEST_FOR_A_SHARE) return n === 0 ? counts : figures.tooFew(counts);
  const { low, high } = wilsonInterval(proportion);
  return figures.share(counts, percentOf(count / n), percentOf(low), percentOf(high));
}

/** What stands behind the counts of a share; null without a case. */
export function shareRest({ figures }: Words, proportion: Proportion): Text | null {
  const { count, n } = proportion;
  if (n < FEWEST_FOR_A_SHARE) return n === 0 ? null : figures.tooFewAlone;
  const { low, high } = wilsonInterval(proportion);
  return figures.shareAlone(percentOf(count / n), percentOf(low), percentOf(high));
}

const shareRow = (
  words: Words,
  label: Text,
  proportion: Proportion,
  compared: FigureRow['compared'] = null,
): FigureRow => ({
  compared,
  label,
  value: shareText(words, proportion),
  proportion,
});

/** A count out of `n`; nothing where it is none. */
function countRow({ figures }: Words, label: Text, count: number, n: number): readonly FigureRow[] {
  return count === 0 ? [] : [{ label, value: figures.counts(count, n), proportion: null, compared: null }];
}

/** `25 days earlier`, `69 days later`; what lies between two days is rounded to the half. */
function shiftText({ figures }: Words, days: number): Text {
  if (days === 0) return figures.noShift;
  return days < 0 ? figures.earlier(-days) : figures.later(days);
}

function medianRow(words: Words, label: Text, { median, n }: MedianOf): readonly FigureRow[] {
  if (median === null) return [];
  const value = words.figures.medianOf(shiftText(words, median), n);
  return [{ label, value, proportion: null, compared: null }];
}

function besideText({ figures }: Words, counts: readonly (readonly [number, (count: number) => Text])[]) {
  const texts = counts.map(([count, say]) => (count === 0 ? null : say(count)));
  const joined = joinTexts(texts, figures.between);
  return joined.length === 0 ? null : figures.beside(joined);
}

function demandBlock(words: Words, { demand }: RecordFigures): FigureBlock {
  const texts = words.figures.demand;
  const { n } = demand.met;
  const { beside, results } = demand;
  return {
    id: 'demand',
    title: texts.title,
    rule: texts.rule(n),
    rows: [
      shareRow(words, texts.met, demand.met, 'met'),
      shareRow(words, texts.metFirst, demand.metFirst),
      ...(['settled', 'late', 'partly', 'paused', 'not-met', 'mixed'] as const).flatMap((result) =>
        countRow(words, texts.results[result], results[result], n),
      ),
    ],
    beside: besideText(words, [
      [beside.withdrawn, texts.withdrawn],
      [beside.superseded, texts.superseded],
      [beside.notReviewed, texts.notReviewed],
      [beside.noDeadline, texts.noDeadline],
      [beside.notCodable, texts.notCodable],
    ]),
  };
}

function movesBlock(words: Words, { moves }: RecordFigures): FigureBlock {
  const texts = words.figures.moves;
  const { n } = moves.moved;
  return {
    id: 'moves',
    title: texts.title,
    rule: texts.rule(n),
    rows: [
      shareRow(words, texts.moved, moves.moved, 'moved'),
      shareRow(words, texts.shortened, moves.shortened),
      shareRow(words, texts.extended, moves.extended),
      shareRow(words, texts.revived, moves.revived),
      ...countRow(words, texts.total, moves.moves, n).map((row) => ({
        ...row,
        value: words.figures.movesIn(moves.moves, n),
      })),
      ...medianRow(words, texts.slip, moves.slip),
    ],
    beside: null,
  };
}

function threatBlock(words: Words, { threat }: RecordFigures): FigureBlock {
  const texts = words.figures.threat;
  const { results, timings, full, lifted } = threat;
  const timed = timings.early + timings['on-time'] + timings.late;
  const count = (label: Text, value: number): readonly FigureRow[] =>
    value === 0 ? [] : [{ label, value: words.figures.count(value), proportion: null, compared: null }];
  const timing = texts.timings(timings.early, timings['on-time'], timings.late);
  return {
    id: 'threat',
    title: texts.title,
    rule: texts.rule(full.n),
    rows: [
      shareRow(words, texts.full, full, 'carriedOut'),
      ...(['partial', 'substitute', 'none'] as const).flatMap((result) =>
        countRow(words, texts.results[result], results[result], full.n),
      ),
      ...(timed === 0 ? [] : [{ label: texts.timing, value: timing, proportion: null, compared: null }]),
      ...medianRow(words, texts.lag, threat.lag),
      ...(lifted.n === 0 ? [] : [shareRow(words, texts.lifted, lifted)]),
      ...count(texts.lapsed, threat.lapsed),
      ...count(texts.punishedAnyway, threat.punishedAnyway),
      ...count(texts.undone, threat.undone),
    ],
    beside: besideText(words, [
      [results['not-due'], texts.notDue],
      [results['not-codable'], texts.notCodable],
    ]),
  };
}

function timeRow(words: Words, label: Text, { median, events, n }: SurvivalCurve): FigureRow {
  const { time } = words.figures;
  const value = median === null ? time.notYet(events, n) : time.median(words.counts.days(median), events, n);
  return { label, value, proportion: null, compared: null };
}

/** How long it takes to an outcome. */
export const outcomeRow = (words: Words, { outcome }: RecordFigures): FigureRow =>
  timeRow(words, words.figures.time.outcome, outcome);

function timeBlock(words: Words, record: RecordFigures): FigureBlock {
  const { time } = words.figures;
  return {
    id: 'time',
    title: time.title,
    rule: time.rule,
    rows: [timeRow(words, time.firstMove, record.firstMove), outcomeRow(words, record)],
    beside: null,
  };
}

function qualityBlock(words: Words, { cases, quality }: RecordFigures): FigureBlock {
  const texts = words.figures.quality;
  return {
    id: 'quality',
    title: texts.title,
    rule: texts.rule(cases),
    rows: [
      shareRow(words, texts.wellSourced, quality.wellSourced),
      shareRow(words, texts.disputed, quality.disputed),
      shareRow(words, texts.notReviewed, quality.notReviewed),
    ],
    beside: null,
  };
}

/** Everything that is counted of a record, block by block. */
export function figureBlocks(words: Words, figures: RecordFigures): readonly FigureBlock[] {
  return [demandBlock, movesBlock, threatBlock, timeBlock, qualityBlock].map((block) =>
    block(words, figures),
  );
}

/** One step of a curve as the cells of its table: days, how many are still watched, the share without it, the band. */
export function stepCells({ figures: { time } }: Words, step: SurvivalStep): readonly Text[] {
  const { days, atRisk, share, low, high } = step;
  const band = time.range(percentOf(low), percentOf(high));
  return [time.number(days), time.number(atRisk), time.percent(percentOf(share)), band];
}

/** How many are counted, and how they stand: `35 ultimatums counted, 4 of them joint, 30 closed.` */
export function countedText({ figures }: Words, record: RecordFigures): Text {
  const { cases, joint, ended, running, notReviewed } = record;
  const closed = ended.resolved + ended.withdrawn + ended.superseded;
  const some = (count: number, say: (count: number) => Text) => (count === 0 ? null : say(count));
  const texts = [
    figures.cases(cases),
    some(joint, figures.joint),
    some(closed, figures.ended),
    some(running, figures.running),
    some(notReviewed, figures.notReviewed),
  ];
  return figures.intro(joinTexts(texts, figures.between));
}

/** What stands below every table: the method, what the server records, and what the figures cannot say. */
export function figureNotes(words: Words, inclusionRule: string | null): readonly Text[] {
  const { notes } = words.figures;
  const rule =
    inclusionRule === null ? notes.noRule : notes.recordedHere([typed(inclusionRule, SHOWN.quote)]);
  return [
    notes.interval,
    notes.selection,
    joinTexts([words.pages.frame.method(METHOD), rule], notes.between),
  ];
}

const rowLine = ({ figures }: Words, { label, value }: FigureRow): Line => item(figures.row(label, value));

/** The figures of an issuer as blocks of lines, the first with the heading of the screen. */
export function figureLines(words: Words, record: RecordFigures): readonly (readonly Line[])[] {
  const { figures } = words;
  const intro = [plain(countedText(words, record)), small(figures.leftOut(record.leftOut.unsourced))];
  const blocks = figureBlocks(words, record).map(({ title, rule, rows, beside }) => [
    head(title),
    small(rule),
    ...rows.map((row) => rowLine(words, row)),
    ...(beside === null ? [] : [small(beside)]),
  ]);
  return record.cases === 0 ? [intro] : [intro, ...blocks];
}
