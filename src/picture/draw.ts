/** Draws the picture of an ultimatum's timeline as SVG: who, what, each deadline with each move, and what became of it. */
import { dayOf } from '../domain/when.js';
import type { About } from '../wording/about.js';
import type { Words } from '../wording/index.js';
import type { Text } from '../wording/parts.js';
import { plainText } from '../wording/plain-text.js';
import {
  pictureAlternative,
  pictureLabels,
  pictureTexts,
  pictureTitle,
  type PictureTexts,
} from '../wording/pages/picture.js';
import { fitted, sized, type DrawnBlock, type TextSize } from './fit.js';
import type { Fonts, Weight } from './fonts.js';
import { Typesetter, widthOf } from './glyphs.js';
import { columnsOf, tallLabels } from './labels.js';
import { arrivalAt, lanesSvg } from './lanes.js';
import { COLORS, FOOT_Y, lanesOf, LEFT, RIGHT, type Area } from './layout.js';
import { frameSvg, pathSvg, px, textSvg } from './svg.js';

/** What a picture is made of. */
export interface PictureSubject {
  readonly words: Words;
  readonly about: About;
  /** The name of the public page; null where it has none. */
  readonly server: Text | null;
}

const ROOM = RIGHT - LEFT;
/** More lanes than these are drawn low, with their labels in columns. */
const MOST_TALL = 4;
const MOST_LANES = 13;
const LONGEST_ALTERNATIVE = 4000;

/** Sizes of the headline, and in how many lines. */
const VERDICTS = [
  [40, 1],
  [34, 1],
  [30, 2],
] as const;

/** The names whole and as large as they can be, then cut more and more. */
function* titleSteps(type: Typesetter, { words, about }: PictureSubject): Iterable<TextSize> {
  const { versions } = about.ultimatum;
  const names = (longest: number, all: number) =>
    type.set(pictureTitle(words, about.ultimatum, { longest, all }), { weight: 700, fill: COLORS.ink });
  const whole = names(300, Infinity);
  if (versions.length <= MOST_TALL) yield* sized(whole, [70, 1], [60, 1]);
  yield* sized(whole, [52, 1], [44, 2]);
  for (const longest of [60, 36]) yield* sized(names(longest, Infinity), [44, 2]);
  for (const longest of [48, 28, 16]) yield* sized(names(longest, longest), [44, 2]);
}

function headSvg(type: Typesetter, subject: PictureSubject, texts: PictureTexts): DrawnBlock {
  const { ink, soft } = COLORS;
  const flag = texts.disputed === null ? [] : type.set(texts.disputed, { weight: 600, fill: ink });
  const wide = flag.length === 0 ? 0 : widthOf(flag, 26) + 32;
  const kicker = type.cut(
    type.set(texts.kicker, { weight: 400, fill: soft }),
    28,
    ROOM - (wide === 0 ? 0 : wide + 24),
  );
  const frame = `<rect x="${px(RIGHT - wide)}" y="44" width="${px(wide)}" height="42" rx="3" fill="none" stroke="${ink}" stroke-width="2.5"/>`;
  const disputed =
    wide === 0 ? '' : frame + textSvg(flag, { x: RIGHT - wide / 2, y: 74, size: 26, anchor: 'middle' });
  const title = fitted(type, titleSteps(type, subject), 98, 16);
  const many = subject.about.ultimatum.versions.length > MOST_TALL;
  const text = type.set(texts.verdict, { weight: 400, fill: ink });
  const verdict = fitted(type, sized(text, ...(many ? VERDICTS.slice(1) : VERDICTS)), title.end, 18);
  return {
    svg: textSvg(kicker, { x: LEFT, y: 74, size: 28 }) + disputed + title.svg + verdict.svg,
    end: verdict.end,
  };
}

const TERM = 26;
const TERM_HEIGHT = 34;

/** The demand and the threat above the foot; `end` is where they begin. */
function termsSvg(type: Typesetter, texts: PictureTexts): DrawnBlock {
  const soft = { weight: 400, fill: COLORS.ink } as const;
  const [demand, threat] = [type.set(texts.demand, soft), type.set(texts.threat, soft)];
  const second = type.wrap(threat, TERM, ROOM, widthOf(demand, TERM) > ROOM ? 1 : 2);
  const lines = [...type.wrap(demand, TERM, ROOM, 3 - second.length), ...second];
  const first = FOOT_Y - 46 - (lines.length - 1) * TERM_HEIGHT;
  const svg = lines.map((line, index) =>
    textSvg(line, { x: LEFT, y: first + index * TERM_HEIGHT, size: TERM }),
  );
  const top = first - TERM - 14;
  return {
    svg:
      pathSvg(
        [
          [LEFT, top],
          [RIGHT, top],
        ],
        `stroke="${COLORS.rule}" stroke-width="2"`,
      ) + svg.join(''),
    end: top,
  };
}

function footSvg(type: Typesetter, texts: PictureTexts): string {
  const soft = { weight: 400 as Weight, fill: COLORS.soft };
  const date = type.set(texts.asRecorded, soft);
  const sources = type.cut(type.set(texts.sources, soft), 24, ROOM - widthOf(date, 24) - 40);
  return (
    textSvg(sources, { x: LEFT, y: FOOT_Y, size: 24 }) +
    textSvg(date, { x: RIGHT, y: FOOT_Y, size: 24, anchor: 'end' })
  );
}

/** The line of a deadline without a date, at the bottom of the lanes or in their place. */
function undatedSvg(type: Typesetter, text: Text, { top, bottom }: Area, alone: boolean): string {
  const size = alone ? 34 : 26;
  const y = alone ? (top + bottom) / 2 : bottom - 14;
  const drawn = type.cut(type.set(text, { weight: 600, fill: COLORS.ink }), size, ROOM);
  const label = textSvg(drawn, { x: LEFT, y, size, clear: true });
  if (!alone) return label;
  const line = pathSvg(
    [
      [LEFT, y + 36],
      [RIGHT, y + 36],
    ],
    `stroke="${COLORS.soft}" stroke-width="3.5" stroke-dasharray="3 9"`,
  );
  const tick = pathSvg(
    [
      [LEFT + 3, y + 22],
      [LEFT + 3, y + 50],
    ],
    `stroke="${COLORS.ink}" stroke-width="6"`,
  );
  return label + line + tick;
}

function tallSvg(type: Typesetter, { words, about }: PictureSubject, { top, bottom }: Area): string {
  const { versions } = about.ultimatum;
  const labels = pictureLabels(words, about);
  const height = Math.min(84, (bottom - top) / versions.length);
  const free = bottom - top - height * versions.length;
  const placed = versions.map((version, index) => ({
    version,
    y: top + free / 2 + height * (index + 1) - 16,
  }));
  const lanes = lanesOf(
    about.ultimatum,
    placed,
    { left: LEFT + 3, right: RIGHT - 12, top, bottom },
    about.now,
  );
  const strokes = { half: 12, thick: 6, thin: 3.5 };
  const drawn = lanes.map((lane, index) => {
    const own = labels[index];
    const arrow = arrivalAt(lane, lanes, strokes);
    return own === undefined ? '' : tallLabels(type, { lane, labels: own, arrow }, strokes);
  });
  return lanesSvg(lanes, strokes) + drawn.join('');
}

/** The lanes that are shown: all, or the first and the last ones with a gap between. */
function shownOf<T>(all: readonly T[]): readonly (T | null)[] {
  if (all.length <= MOST_LANES) return all;
  return [...all.slice(0, 1), null, ...all.slice(-(MOST_LANES - 2))];
}

function lowSvg(type: Typesetter, { words, about }: PictureSubject, { top, bottom }: Area): string {
  const { versions } = about.ultimatum;
  const all = pictureLabels(words, about);
  const shown = shownOf(versions.flatMap((version, index) => ({ version, labels: all[index] })));
  const height = (bottom - top) / shown.length;
  const size = Math.min(24, height * 0.86);
  const columns = columnsOf(type, all, size);
  const placed = shown.flatMap((one, index) =>
    one === null ? [] : { ...one, y: top + height * (index + 0.5) },
  );
  const area = { left: columns.end + 10, right: RIGHT - 12, top, bottom };
  const lanes = lanesOf(about.ultimatum, placed, area, about.now);
  const gap = shown.indexOf(null);
  const between = type.set(words.pages.picture.between(versions.length - placed.length), {
    weight: 400,
    fill: COLORS.soft,
  });
  return (
    lanesSvg(lanes, { half: Math.min(9, height * 0.34), thick: 4, thin: 2 }) +
    placed.map(({ y, labels }) => (labels === undefined ? '' : columns.draw(y, labels))).join('') +
    (gap < 0 ? '' : textSvg(between, { x: LEFT, y: top + height * (gap + 0.5) + size * 0.36, size }))
  );
}

function timelineSvg(type: Typesetter, subject: PictureSubject, texts: PictureTexts, area: Area): string {
  const { versions } = subject.about.ultimatum;
  const { undated } = texts;
  if (versions.length === 0) return undated === null ? '' : undatedSvg(type, undated, area, true);
  const lanes = undated === null ? area : { ...area, bottom: area.bottom - 44 };
  const drawn = versions.length > MOST_TALL ? lowSvg(type, subject, lanes) : tallSvg(type, subject, lanes);
  return undated === null ? drawn : drawn + undatedSvg(type, undated, area, false);
}

/** The picture as SVG, 1200 × 630 px. The same subject on the same day gives the same text. */
export function drawPicture({ words, about: given, server }: PictureSubject, fonts: Fonts): string {
  // The picture is the same all day.
  const about = { ...given, now: dayOf(given.now, given.ultimatum.zone).start };
  const subject = { words, about, server };
  const type = new Typesetter(fonts);
  const texts = pictureTexts(words, about, server);
  const head = headSvg(type, subject, texts);
  const terms = termsSvg(type, texts);
  const area = { left: LEFT, right: RIGHT, top: head.end, bottom: terms.end - 10 };
  const described = {
    title: plainText(pictureTitle(words, about.ultimatum)),
    description: pictureAlternative(words, about, LONGEST_ALTERNATIVE),
  };
  return frameSvg(described, [
    head.svg,
    timelineSvg(type, subject, texts, area),
    terms.svg,
    footSvg(type, texts),
  ]);
}
