/** Draws the picture of an issuer as SVG: the headline figures with their cases and intervals, and how long outcomes take. */
import { FEWEST_FOR_A_SHARE, wilsonInterval, type Proportion } from '../domain/figures/proportion.js';
import type { RecordFigures } from '../domain/figures/record.js';
import { curvePieces, type SurvivalCurve } from '../domain/figures/survival.js';
import type { RecordInstant } from '../domain/instant.js';
import type { Words } from '../wording/index.js';
import {
  figuresAlternative,
  figuresPictureTexts,
  type FiguresPictureTexts,
  type HeadlineFigure,
} from '../wording/pages/figures-picture.js';
import type { Text } from '../wording/parts.js';
import { plainText } from '../wording/plain-text.js';
import { fitted, sized } from './fit.js';
import type { Fonts } from './fonts.js';
import { Typesetter, widthOf } from './glyphs.js';
import { COLORS, FOOT_Y, LEFT, RIGHT, type Area } from './layout.js';
import { frameSvg, pathSvg, px, textSvg } from './svg.js';

/** What a picture of figures is made of. */
export interface FiguresSubject {
  readonly words: Words;
  /** The issuer. */
  readonly name: string;
  readonly record: RecordFigures;
  /** The name of the public page. */
  readonly server: Text;
  /** Record's ms UTC, of which the day in `zone` (IANA) is shown. */
  readonly now: RecordInstant;
  readonly zone: string;
}

const LONGEST_ALTERNATIVE = 4000;
/** Where the headline figures end and the curve begins, px. */
const [SHARES_END, CURVE_START] = [610, 690];
const LABEL = 24;
const TITLES = [
  [70, 1],
  [60, 1],
  [52, 1],
  [44, 2],
] as const;
const GRID = [0, 50, 100];

const soft = { weight: 400, fill: COLORS.soft } as const;
const ink = { weight: 400, fill: COLORS.ink } as const;
const strong = { weight: 700, fill: COLORS.ink } as const;
const INK = `stroke="${COLORS.ink}"`;
const RULE = `stroke="${COLORS.rule}" stroke-width="2"`;

const lineSvg = (x1: number, y1: number, x2: number, y2: number, look: string): string =>
  pathSvg(
    [
      [x1, y1],
      [x2, y2],
    ],
    look,
  );

/** A share on a line from nothing to all, with its interval; the line alone where there are too few cases. */
function intervalSvg(proportion: Proportion, y: number): string {
  const axis = lineSvg(LEFT, y, SHARES_END, y, RULE);
  const { count, n } = proportion;
  if (n < FEWEST_FOR_A_SHARE) return axis;
  const { low, high } = wilsonInterval(proportion);
  const x = (share: number) => LEFT + (SHARES_END - LEFT) * share;
  const ends = [low, high].map((end) => lineSvg(x(end), y - 7, x(end), y + 7, `${INK} stroke-width="3"`));
  const whole = lineSvg(x(low), y, x(high), y, `${INK} stroke-width="3"`);
  return `${axis}${whole}${ends.join('')}<circle cx="${px(x(count / n))}" cy="${px(y)}" r="9" fill="${COLORS.accent}"/>`;
}

/** A headline figure in a third of the room: its label, its counts with the share, its interval. */
function shareSvg(
  type: Typesetter,
  { label, counts, rest, proportion }: HeadlineFigure,
  { top, bottom }: Area,
) {
  const size = Math.min(36, (bottom - top) * 0.34);
  const base = top + LABEL + size + 4;
  const drawn = type.set(counts, strong);
  const start = LEFT + widthOf(drawn, size) + 16;
  const behind = type.cut(type.set(rest ?? [], ink), LABEL, SHARES_END - start);
  return [
    textSvg(type.cut(type.set(label, soft), LABEL, SHARES_END - LEFT), {
      x: LEFT,
      y: top + LABEL,
      size: LABEL,
    }),
    textSvg(drawn, { x: LEFT, y: base, size }),
    textSvg(behind, { x: start, y: base, size: LABEL }),
    intervalSvg(proportion, base + Math.min(22, (bottom - base) * 0.6)),
  ].join('');
}

/** The steps of the curve over their band, on a grid of shares and days. */
function plotSvg(
  type: Typesetter,
  curve: SurvivalCurve,
  days: Text,
  { left, right, top, bottom }: Area,
): string {
  const { end, pieces } = curvePieces(curve);
  const x = (value: number) => left + ((right - left) * value) / end;
  const y = (share: number) => top + (bottom - top) * (1 - share);
  const across = pieces.flatMap(({ from, to, low, high }) => [
    { at: x(from), low: y(low), high: y(high) },
    { at: x(to), low: y(low), high: y(high) },
  ]);
  const edge = [
    ...across.map(({ at, high }) => `${px(at)} ${px(high)}`),
    ...across.toReversed().map(({ at, low }) => `${px(at)} ${px(low)}`),
  ];
  const grid = GRID.map((percent) => {
    const at = y(percent / 100);
    const label = type.set([{ kind: 'text', text: `${percent}%` }], soft);
    return (
      lineSvg(left, at, right, at, RULE) +
      textSvg(label, { x: left - 12, y: at + 7, size: 20, anchor: 'end' })
    );
  });
  const points = pieces.flatMap(({ from, to, share }) => [
    [x(from), y(share)] as const,
    [x(to), y(share)] as const,
  ]);
  return [
    `<path d="M${edge.join('L')}z" fill="${COLORS.band}"/>`,
    ...grid,
    pathSvg(points, `${INK} stroke-width="4"`),
    textSvg(type.set([{ kind: 'text', text: '0' }], soft), { x: left, y: bottom + 28, size: 20 }),
    textSvg(type.set(days, soft), { x: right, y: bottom + 28, size: 20, anchor: 'end' }),
  ].join('');
}

function curveSvg(
  type: Typesetter,
  { record }: FiguresSubject,
  texts: FiguresPictureTexts,
  area: Area,
): string {
  const { label, value, share } = texts.outcome;
  const room = RIGHT - CURVE_START;
  const lines = type.wrap(type.set(value, ink), LABEL, room, 2);
  const height = LABEL * 1.25;
  const head = [
    textSvg(type.cut(type.set(label, soft), LABEL, room), {
      x: CURVE_START,
      y: area.top + LABEL,
      size: LABEL,
    }),
    ...lines.map((line, index) =>
      textSvg(line, { x: CURVE_START, y: area.top + LABEL + height * (index + 1), size: LABEL }),
    ),
  ].join('');
  const { outcome } = record;
  if (outcome.n < FEWEST_FOR_A_SHARE || outcome.events === 0) return head;
  const caption = area.top + LABEL + height * (lines.length + 1);
  const about = textSvg(type.cut(type.set(share, soft), 20, room), { x: CURVE_START, y: caption, size: 20 });
  const plot = { left: CURVE_START + 66, right: RIGHT, top: caption + 22, bottom: area.bottom - 36 };
  return head + about + plotSvg(type, outcome, texts.lastDay, plot);
}

function footSvg(type: Typesetter, { asRecorded, note }: FiguresPictureTexts): string {
  const date = type.set(asRecorded, soft);
  const left = type.cut(type.set(note, soft), LABEL, RIGHT - LEFT - widthOf(date, LABEL) - 40);
  return (
    lineSvg(LEFT, FOOT_Y - 42, RIGHT, FOOT_Y - 42, RULE) +
    textSvg(left, { x: LEFT, y: FOOT_Y, size: LABEL }) +
    textSvg(date, { x: RIGHT, y: FOOT_Y, size: LABEL, anchor: 'end' })
  );
}

/** The figures below the head; nothing where nothing is counted. */
function bodySvg(type: Typesetter, subject: FiguresSubject, texts: FiguresPictureTexts, area: Area): string {
  if (subject.record.cases === 0) return '';
  const height = (area.bottom - area.top) / texts.shares.length;
  const shares = texts.shares.map((one, index) => {
    const top = area.top + height * index;
    return shareSvg(type, one, { ...area, top, bottom: top + height });
  });
  return shares.join('') + curveSvg(type, subject, texts, area);
}

/** The picture of an issuer's figures as SVG, 1200 × 630 px. The same subject on the same day gives the same text. */
export function drawFigures(subject: FiguresSubject, fonts: Fonts): string {
  const type = new Typesetter(fonts);
  const texts = figuresPictureTexts(subject);
  const kicker = type.cut(type.set(texts.kicker, soft), 28, RIGHT - LEFT);
  const title = fitted(type, sized(type.set(texts.title, strong), ...TITLES), 98, 12);
  const counted = fitted(type, sized(type.set(texts.counted, ink), [28, 1], [24, 2]), title.end, 18);
  const area = { left: LEFT, right: RIGHT, top: counted.end, bottom: FOOT_Y - 52 };
  const described = {
    title: plainText(texts.title),
    description: figuresAlternative(subject, LONGEST_ALTERNATIVE),
  };
  return frameSvg(described, [
    textSvg(kicker, { x: LEFT, y: 74, size: 28 }),
    title.svg,
    counted.svg,
    bodySvg(type, subject, texts, area),
    footSvg(type, texts),
  ]);
}
