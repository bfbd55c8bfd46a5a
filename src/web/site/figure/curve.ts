/** How the share of cases for which something has not happened falls with the days: steps, with their band. */
import { curvePieces, type SurvivalCurve } from '../../../domain/figures/survival.js';
import { html, type Html } from '../../markup.js';

const HEIGHT = 150;
const TOP = 20;
const AXIS = HEIGHT + TOP;
const GRID = [0, 50, 100];

const y = (share: number): number => Math.round((1 - share) * HEIGHT * 10) / 10 + TOP;

/** The curve; its numbers stand in the table below it. */
export function curveFigure(curve: SurvivalCurve): Html {
  const { end, pieces } = curvePieces(curve);
  const x = (days: number) => `${Math.round((days / end) * 10_000) / 100}%`;
  const bands = pieces.map(
    ({ from, to, low, high }) =>
      html`<rect
        class="band"
        x="${x(from)}"
        width="${x(to - from)}"
        y="${y(high)}"
        height="${Math.max(0, y(low) - y(high))}"
      />`,
  );
  const lines = pieces.map(({ from, to, share }, index) => {
    const flat = html`<line class="run" x1="${x(from)}" x2="${x(to)}" y1="${y(share)}" y2="${y(share)}" />`;
    const before = pieces[index - 1]?.share ?? share;
    return html`<line
        class="run"
        x1="${x(from)}"
        x2="${x(from)}"
        y1="${y(before)}"
        y2="${y(share)}"
      />${flat}`;
  });
  const grid = GRID.map(
    (percent) =>
      html`<line class="grid" x1="0" x2="100%" y1="${y(percent / 100)}" y2="${y(percent / 100)}" /><text
          class="t2"
          x="0"
          y="${y(percent / 100) - 4}"
          >${percent}%</text
        >`,
  );
  return html`<svg class="fig curve" height="200" aria-hidden="true">
    ${bands}${grid}${lines}
    <text class="t2" x="0" y="${AXIS + 18}">0</text>
    <text class="t2" x="100%" y="${AXIS + 18}" text-anchor="end">${end}</text>
  </svg>`;
}
