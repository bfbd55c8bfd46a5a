/** Draws the deadlines on the line of time: when each was in force, the boxes of their dates, and the moves between them. */
import { COLORS, type PictureLane } from './layout.js';
import { pathSvg, px } from './svg.js';

/** How strongly lanes are drawn: few are tall, many are low. */
export interface Strokes {
  /** Half the height of a box, px. */
  readonly half: number;
  readonly thick: number;
  readonly thin: number;
}

function boxSvg({ y, left, right, mark, version }: PictureLane, { half, thin }: Strokes): string {
  const look = `stroke="${COLORS.ink}" stroke-width="${px(thin)}"`;
  const fill = mark === 'over' ? COLORS.ink : COLORS.ground;
  const middle = (left + right) / 2;
  if (version.reading.precision === 'instant') {
    const circle = `<circle cx="${px(middle)}" cy="${px(y)}" r="${px(half)}" fill="${fill}" ${look}/>`;
    if (mark !== 'running') return circle;
    const arc = `M${px(middle)} ${px(y - half)}A${px(half)} ${px(half)} 0 0 0 ${px(middle)} ${px(y + half)}z`;
    return `${circle}<path d="${arc}" fill="${COLORS.ink}"/>`;
  }
  const box = (width: number, inside: string, edge: string) =>
    `<rect x="${px(left)}" y="${px(y - half)}" width="${px(width)}" height="${px(2 * half)}" fill="${inside}" ${edge}/>`;
  const whole = box(right - left, fill, look);
  return mark === 'running' ? whole + box((right - left) / 2, COLORS.ink, 'stroke="none"') : whole;
}

function lineSvg({ y, from, until, left }: PictureLane, { half, thick, thin }: Strokes): string {
  const end = Math.max(from, until);
  const tick = pathSvg(
    [
      [from, y - half * 0.8],
      [from, y + half * 0.8],
    ],
    `stroke="${COLORS.ink}" stroke-width="${px(thick)}"`,
  );
  const force = pathSvg(
    [
      [from, y],
      [end, y],
    ],
    `stroke="${COLORS.ink}" stroke-width="${px(thick)}"`,
  );
  const dashes = `stroke="${COLORS.soft}" stroke-width="${px(thin)}" stroke-dasharray="${px(thin)} ${px(2.4 * thin)}"`;
  return end < left
    ? force +
        tick +
        pathSvg(
          [
            [end, y],
            [left, y],
          ],
          dashes,
        )
    : force + tick;
}

function tipSvg(x: number, y: number, direction: 'left' | 'down', size: number): string {
  const [side, across] = [px(-size * 0.55), px(size * 1.1)];
  const shape = direction === 'left' ? `l${px(size)} ${side}v${across}z` : `l${side} ${px(-size)}h${across}z`;
  return `<path d="M${px(x)} ${px(y)}${shape}" fill="${COLORS.accent}"/>`;
}

/** How the arrow of a move goes: straight down, down and then left, or right and then down; and where it goes down. */
interface Move {
  readonly way: 'down' | 'left' | 'right';
  readonly x: number;
}

const tipOf = ({ half }: Strokes): number => Math.max(8, half * 1.2);

function moveOf(lane: PictureLane, next: PictureLane, strokes: Strokes): Move {
  const from = (lane.left + lane.right) / 2;
  const to = (next.left + next.right) / 2;
  const tip = tipOf(strokes);
  if (Math.abs(to - from) < 2 * tip && to > lane.left && to < lane.right) return { way: 'down', x: to };
  if (from > next.left - tip && from < next.right + tip) return { way: 'down', x: from };
  return to < from ? { way: 'left', x: from } : { way: 'right', x: to };
}

/** Where arrows come down on a lane from above; null where none does. */
export function arrivalAt(lane: PictureLane, lanes: readonly PictureLane[], strokes: Strokes): number | null {
  const before = lanes.find(({ to }) => to.includes(lane.version.number));
  const move = before === undefined ? null : moveOf(before, lane, strokes);
  return move === null || move.way === 'left' ? null : move.x;
}

/** From a deadline to the one that took its place. */
function moveSvg(lane: PictureLane, next: PictureLane, strokes: Strokes): string {
  const { half, thin } = strokes;
  const look = `stroke="${COLORS.accent}" stroke-width="${px(thin)}"`;
  const tip = tipOf(strokes);
  const { way, x } = moveOf(lane, next, strokes);
  const below = lane.y + half + thin / 2;
  const above = next.y - half - thin / 2 - 2;
  if (way === 'left') {
    const end = next.right + thin / 2 + 3;
    const points = [
      [x, below],
      [x, next.y],
      [end + tip / 2, next.y],
    ] as const;
    return pathSvg(points, look) + tipSvg(end, next.y, 'left', tip);
  }
  const end = [x, above - tip / 2] as const;
  const points =
    way === 'down'
      ? [[x, below] as const, end]
      : [[lane.right + thin / 2, lane.y] as const, [x, lane.y] as const, end];
  return pathSvg(points, look) + tipSvg(x, above, 'down', tip);
}

/** All lanes; of each move its arrow, where both of its ends are shown. */
export function lanesSvg(lanes: readonly PictureLane[], strokes: Strokes): string {
  const moves = lanes.flatMap((lane) =>
    lanes
      .filter(({ version }) => lane.to.includes(version.number))
      .map((next) => moveSvg(lane, next, strokes)),
  );
  return [
    ...moves,
    ...lanes.map((lane) => lineSvg(lane, strokes)),
    ...lanes.map((lane) => boxSvg(lane, strokes)),
  ].join('');
}
