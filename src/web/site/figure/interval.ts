/** A share on a line from nothing to all, with the interval that its few cases leave open. */
import { FEWEST_FOR_A_SHARE, wilsonInterval, type Proportion } from '../../../domain/figures/proportion.js';
import { html, type HtmlValue } from '../../markup.js';

const HEIGHT = 44;
const GRID = [0, 25, 50, 75, 100];
const CAP = 4;

const place = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

function intervalLine(proportion: Proportion, y: number, kind: string): HtmlValue {
  const { count, n } = proportion;
  if (n < FEWEST_FOR_A_SHARE) return null;
  const { low, high } = wilsonInterval(proportion);
  const ends = [low, high].map(
    (end) =>
      html`<line class="ci${kind}" x1="${place(end)}" x2="${place(end)}" y1="${y - CAP}" y2="${y + CAP}" />`,
  );
  return html`<line
      class="ci${kind}"
      x1="${place(low)}"
      x2="${place(high)}"
      y1="${y}"
      y2="${y}"
    />${ends}<circle class="dot${kind}" cx="${place(count / n)}" cy="${y}" r="5" />`;
}

const hasShare = (proportion: Proportion | null): boolean => (proportion?.n ?? 0) >= FEWEST_FOR_A_SHARE;

/**
 * The words beside it say all that it shows, so nobody hears it twice. `all`: the same of the whole record. Null where
 * neither has enough cases for a share.
 */
export function intervalFigure(own: Proportion, all: Proportion | null): HtmlValue {
  if (!hasShare(own) && !hasShare(all)) return null;
  const [first, second] = all === null ? [22, 0] : [13, 31];
  const grid = GRID.map(
    (percent) => html`<line class="grid" x1="${percent}%" x2="${percent}%" y1="0" y2="${HEIGHT}" />`,
  );
  return html`<svg class="fig" height="64" aria-hidden="true">
    ${grid}
    <line class="axis" x1="0" x2="100%" y1="${HEIGHT}" y2="${HEIGHT}" />
    ${intervalLine(own, first, '')}${all === null ? null : intervalLine(all, second, ' all')}
    <text class="t2" x="0" y="60">0</text>
    <text class="t2" x="50%" y="60" text-anchor="middle">50</text>
    <text class="t2" x="100%" y="60" text-anchor="end">100%</text>
  </svg>`;
}
