/**
 * The picture of a timeline: one lane for each deadline. Places are in per cent across and in pixels down, so that one
 * drawing serves every width and its text is never scaled.
 */
import type { Ultimatum, Version } from '../../../domain/ultimatum.js';
import type { RecordInstant } from '../../../domain/instant.js';
import type { Words } from '../../../wording/index.js';
import type { About } from '../../../wording/about.js';
import { figureTexts, laneLabels, tickText, type LaneLabels } from '../../../wording/pages/figure.js';
import type { Text } from '../../../wording/parts.js';
import { plainText } from '../../../wording/plain-text.js';
import { html, type Html, type HtmlValue } from '../../markup.js';
import { scaleOf, type Scale } from './scale.js';

const TOP = 44;
const HALF_BOX = 8;
/** A lane with its label, and one of many. */
const TALL = 58;
const SHORT = 34;
const MOST_TALL = 5;
const MOST_LANES = 20;
/** A box is at least so wide, per cent. */
const NARROWEST = 0.55;

interface Lane {
  readonly version: Version;
  readonly labels: LaneLabels;
  readonly y: number;
  /** Where it was stated, and until when it was in force. */
  readonly from: number;
  readonly until: number;
  /** The box: as wide as the words were. */
  readonly left: number;
  readonly right: number;
  readonly last: boolean;
  readonly over: boolean;
}

/** Until when a deadline was in force: the next one, its own end, or now. */
function endOf(version: Version, next: Version | undefined, now: RecordInstant): RecordInstant {
  if (next !== undefined) return Math.min(next.stated.start, version.reading.latest);
  const ended = version.became.flatMap((became) => ('stated' in became ? [became.stated.start] : []));
  return Math.min(version.reading.latest, ended[0] ?? now);
}

function lanesOf(words: Words, about: About, scale: Scale): readonly Lane[] {
  const { versions } = about.ultimatum;
  const labels = laneLabels(words, about);
  const height = versions.length > MOST_TALL ? SHORT : TALL;
  return versions.flatMap((version, index) => {
    const own = labels[index];
    if (own === undefined) return [];
    const { reading, stated, became } = version;
    const open = reading.openBeginning || reading.precision === 'instant' || reading.bound !== 'by';
    const [left, right] = [scale.x(open ? reading.latest : reading.earliest), scale.x(reading.latest)];
    const wide = Math.max(right - left, NARROWEST);
    return {
      version,
      labels: own,
      y: TOP + height * index,
      from: scale.x(stated.start),
      until: scale.x(endOf(version, versions[index + 1], about.now)),
      left: Math.round((right - wide) * 100) / 100,
      right,
      last: index === versions.length - 1,
      over: became.some((end) => end.kind === 'resolved' || (end.kind === 'passed' && !end.lifted)),
    };
  });
}

const line = (kind: string, x1: number, y1: number, x2: number, y2: number): Html =>
  html`<line class="${kind}" x1="${x1}%" y1="${y1}" x2="${x2}%" y2="${y2}" />`;

interface LabelPlace {
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly dx?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

function label({ kind, x, y, dx = 0, anchor = 'start' }: LabelPlace, text: HtmlValue): Html {
  return html`<text class="${kind}" x="${x}%" y="${y}" dx="${dx}" text-anchor="${anchor}">${text}</text>`;
}

const words = (text: Text): string => plainText(text);

/** A label stays within the picture. */
function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (x > 88) return 'end';
  return x < 12 ? 'start' : 'middle';
}

function boxHtml({ version, y, left, right, over, last }: Lane): Html {
  const kind = over ? 'box full' : last && !over ? 'box run' : 'box';
  if (version.reading.precision === 'instant')
    return html`<circle class="${kind}" cx="${right}%" cy="${y}" r="6" />`;
  const width = Math.round((right - left) * 100) / 100;
  return html`<rect
    class="${kind}"
    x="${left}%"
    y="${y - HALF_BOX}"
    width="${width}%"
    height="${2 * HALF_BOX}"
  />`;
}

/** Its number, when it was stated and in which words: beside the beginning, or below it where there is no room. */
function statedHtml({ version, labels, y, from }: Lane, dense: boolean): Html {
  const { stated, spoken } = labels;
  if (dense) return label({ kind: 't2', x: from, y: y + 4, dx: -8, anchor: 'end' }, String(version.number));
  const below = from < 22;
  const place = below
    ? ({ kind: 't', x: from, y: y + 22 } as const)
    : ({ kind: 't', x: from, y: y + 4, dx: -9, anchor: 'end' } as const);
  const quote = html`<tspan class="t2 wide" dx="6">${words(spoken)}</tspan>`;
  return label(
    place,
    html`<tspan class="t2">${version.number}</tspan><tspan class="b" dx="7">${words(stated)}</tspan>${quote}`,
  );
}

function dateHtml({ labels, y, left, right, last }: Lane, dense: boolean): Html {
  const middle = (left + right) / 2;
  const anchor = anchorAt(middle);
  const x = anchor === 'middle' ? middle : anchor === 'end' ? right : left;
  const below = last && !dense;
  return label({ kind: 'b', x, y: below ? y + 25 : y - 14, anchor }, words(labels.date));
}

/** The arrow to the deadline that took its place. */
function moveHtml(lane: Lane, next: Lane | undefined, dense: boolean): HtmlValue {
  const { labels, y, left, right } = lane;
  if (next === undefined || labels.move === null) return null;
  const [from, to] = [(left + right) / 2, (next.left + next.right) / 2];
  const text = (x: number, at: number) =>
    dense ? null : label({ kind: 'mv', x, y: at, dx: -9, anchor: 'end' }, words(labels.move ?? []));
  const down = (x: number) =>
    html`<svg x="${x}%" y="${next.y - HALF_BOX}" overflow="visible">
      <path class="tip" d="M0 0l-5 -9h10z" />
    </svg>`;
  if (next.version.revision === 'clarified')
    return [
      line('move', to, y + HALF_BOX, to, next.y - HALF_BOX - 8),
      down(to),
      text(to, (y + next.y) / 2 + 4),
    ];
  if (to < from)
    return [
      line('move', from, y + HALF_BOX, from, next.y),
      line('move', from, next.y, next.right, next.y),
      html`<svg x="${next.right}%" y="${next.y}" overflow="visible">
        <path class="tip" d="M3 0l9-5v10z" />
      </svg>`,
      text(from, next.y - 8),
    ];
  return [
    line('move', right, y, to, y),
    line('move', to, y, to, next.y - HALF_BOX - 8),
    down(to),
    text(to, y + 16),
  ];
}

function laneHtml(lane: Lane, next: Lane | undefined, dense: boolean): Html {
  const { y, from, until, left } = lane;
  return html`${moveHtml(lane, next, dense)}${line('run', from, y, Math.max(from, until), y)}
  ${line('run', from, y - 5, from, y + 5)}${until < left ? line('off', until, y, left, y) : null}
  ${boxHtml(lane)}${statedHtml(lane, dense)}${dateHtml(lane, dense)}`;
}

/** The first and the last instant of the picture; now only where it is not far from them. */
function rangeOf({ versions }: Ultimatum, now: RecordInstant) {
  const from = Math.min(...versions.map(({ stated, reading }) => Math.min(stated.start, reading.latest)));
  const to = Math.max(...versions.map(({ stated, reading }) => Math.max(stated.start, reading.latest)));
  const shown = now >= from && now <= to + (to - from) / 4;
  return { from, to: shown ? Math.max(to, now) : to, now: shown ? now : null };
}

function axisHtml(catalogue: Words, scale: Scale, zone: string, bottom: number): HtmlValue {
  return [
    ...scale.ticks.map(({ at, unit }, index) => {
      const x = scale.x(at);
      return html`${line('grid', x, 14, x, bottom)}${label(
        { kind: index % 2 === 0 ? 't2' : 't2 wide', x, y: bottom + 18, anchor: anchorAt(x) },
        words(tickText(catalogue, at, zone, unit)),
      )}`;
    }),
    line('axis', 0, bottom, 100, bottom),
  ];
}

function captionHtml(catalogue: Words, place: Text): Html {
  const { figure } = catalogue.pages.ultimatum;
  const key = (kind: string, text: Text) =>
    html`<span class="nb"><span class="mark${kind}"></span>${words(text)}</span>`;
  return html`<figcaption>
    ${words(figure.inForce)} ${key('', figure.replaced)} ${key(' full', figure.passed)}
    ${key(' run', figure.running)} ${words(figure.boxes)} ${words(figure.days(place))}
  </figcaption>`;
}

/** The picture; null where there is nothing to draw, or the targets went apart. */
export function timelineFigure(catalogue: Words, about: About): HtmlValue {
  const { versions, chains, zone } = about.ultimatum;
  if (versions.length === 0 || versions.length > MOST_LANES || chains.length > 1) return null;
  const { from, to, now } = rangeOf(about.ultimatum, about.now);
  const scale = scaleOf(from, to, zone);
  const dense = versions.length > MOST_TALL;
  const lanes = lanesOf(catalogue, about, scale);
  const bottom = (lanes.at(-1)?.y ?? TOP) + (dense ? 24 : 42);
  const { title, story, today, place } = figureTexts(catalogue, about);
  const x = now === null ? 0 : scale.x(now);
  const nowHtml =
    now === null
      ? null
      : html`${line('now', x, 14, x, bottom)}${label(
          { kind: 't', x, y: 22, dx: x > 80 ? -6 : 6, anchor: x > 80 ? 'end' : 'start' },
          html`${words(today)}<tspan class="t2 wide" dx="6"
              >${words(catalogue.pages.ultimatum.figure.thisPage)}</tspan
            >`,
        )}`;
  return html`<figure class="tl">
    <svg class="fig" height="${bottom + 26}" role="img" aria-labelledby="tl-t tl-d">
      <title id="tl-t">${words(title)}</title>
      <desc id="tl-d">${story.map((text) => `${words(text)} `)}</desc>
      ${axisHtml(catalogue, scale, zone, bottom)}${nowHtml}
      ${lanes.map((lane, index) => laneHtml(lane, lanes[index + 1], dense))}
    </svg>
    ${captionHtml(catalogue, place)}
  </figure>`;
}
