/** Places the labels of the deadlines so that none covers another one or leaves the picture. */
import type { PictureLabels } from '../wording/pages/picture.js';
import type { Text } from '../wording/parts.js';
import { widthOf, type Glyphs, type Typesetter } from './glyphs.js';
import type { Strokes } from './lanes.js';
import { COLORS, LEFT, RIGHT, type PictureLane } from './layout.js';
import { textSvg } from './svg.js';

const GAP = 26;
/** Between an arrow and the date at its tip. */
const BESIDE = 16;
/** Less room than this is left empty. */
const LEAST = 80;
const TALL = 26;
const BETWEEN: Text = [{ kind: 'text', text: ' · ' }];

interface LabelledLane {
  readonly lane: PictureLane;
  readonly labels: PictureLabels;
  readonly arrow: number | null;
}

/** Set once each: when it was stated, how far it was moved, the words. */
function piecesOf(type: Typesetter, { stated, shift, spoken }: PictureLabels): readonly Glyphs[] {
  const soft = { weight: 400, fill: COLORS.soft } as const;
  return [
    ...(shift === null ? [] : [type.set(shift, { weight: 600, fill: COLORS.accent })]),
    type.set(stated, soft),
    type.set(spoken, soft),
  ];
}

function joined(type: Typesetter, pieces: readonly Glyphs[]): Glyphs {
  const between = type.set(BETWEEN, { weight: 400, fill: COLORS.soft });
  return pieces.flatMap((piece, index) => (index === 0 ? piece : [...between, ...piece]));
}

/** Where the date begins: over the middle of its box, or beside the arrow that comes down there; within the picture. */
function startOf({ left, right }: PictureLane, arrow: number | null, width: number): number {
  if (arrow === null) return Math.min(Math.max((left + right - width) / 2, LEFT), RIGHT - width);
  const after = arrow + BESIDE;
  return after + width <= RIGHT ? after : Math.max(LEFT, arrow - BESIDE - width);
}

/**
 * A lane's labels in one line above it: the date at its box, the rest beside it, less and less until it fits. `arrow` is
 * where an arrow comes down.
 */
export function tallLabels(
  type: Typesetter,
  { lane, labels, arrow }: LabelledLane,
  { half }: Strokes,
): string {
  const y = lane.y - half - 11;
  const size = TALL;
  const date = type.cut(type.set(labels.date, { weight: 600, fill: COLORS.ink }), size, RIGHT - LEFT);
  const width = widthOf(date, size);
  const start = startOf(lane, arrow, width);
  const taken = {
    from: Math.min(start, arrow ?? start) - GAP,
    to: Math.max(start + width, arrow ?? start) + GAP,
  };
  const room = Math.max(taken.from - LEFT, RIGHT - taken.to);
  const pieces = piecesOf(type, labels);
  const options = pieces.map((_, index) => joined(type, pieces.slice(0, pieces.length - index)));
  const fitting = options.find((option) => widthOf(option, size) <= room) ?? options.at(-1) ?? [];
  const drawn = type.cut(fitting, size, room);
  const wide = widthOf(drawn, size);
  const before = wide <= taken.from - LEFT;
  const x = before
    ? Math.max(LEFT, Math.min(lane.from, taken.from - wide))
    : Math.min(RIGHT - wide, Math.max(lane.from, taken.to));
  const beside = room < LEAST ? '' : textSvg(drawn, { x, y, size, clear: true });
  return beside + textSvg(date, { x: start, y, size, clear: true });
}

/** Labels of many lanes in columns on the left. */
export interface Columns {
  /** Where the lanes begin. */
  readonly end: number;
  readonly draw: (y: number, labels: PictureLabels) => string;
}

const WIDEST_DATE = 420;
const WIDEST_SHIFT = 230;

/** Columns as wide as their texts, at most to the middle of the picture. */
export function columnsOf(type: Typesetter, all: readonly PictureLabels[], size: number): Columns {
  const dateOf = ({ date }: PictureLabels) =>
    type.cut(type.set(date, { weight: 600, fill: COLORS.ink }), size, WIDEST_DATE);
  const shiftOf = ({ shift }: PictureLabels) =>
    type.cut(type.set(shift ?? [], { weight: 400, fill: COLORS.accent }), size, WIDEST_SHIFT);
  const widest = (of: (labels: PictureLabels) => Glyphs) =>
    Math.max(...all.map((labels) => widthOf(of(labels), size)));
  const second = LEFT + widest(dateOf) + GAP;
  return {
    end: second + widest(shiftOf) + GAP,
    draw: (y, labels) =>
      textSvg(dateOf(labels), { x: LEFT, y: y + size * 0.36, size }) +
      textSvg(shiftOf(labels), { x: second, y: y + size * 0.36, size }),
  };
}
