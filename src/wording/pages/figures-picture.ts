/** The words of the picture of an issuer's figures, and the picture in words. */
import type { Proportion } from '../../domain/figures/proportion.js';
import type { RecordFigures } from '../../domain/figures/record.js';
import { curvePieces } from '../../domain/figures/survival.js';
import type { RecordInstant } from '../../domain/instant.js';
import { METHOD } from '../../domain/method.js';
import { longDay } from '../dates.js';
import { countedText, figureBlocks, outcomeRow, shareRest } from '../figures.js';
import type { Words } from '../index.js';
import { joinTexts, type Text } from '../parts.js';
import { plainText } from '../plain-text.js';
import { clipped, typed } from '../typed.js';

const LONGEST_NAME = 300;

/** What is said of an issuer. */
interface SaidFigures {
  readonly words: Words;
  readonly name: string;
  readonly record: RecordFigures;
  readonly server: Text;
  readonly now: RecordInstant;
  readonly zone: string;
}

/** A share that the whole record has too. */
export interface HeadlineFigure {
  readonly label: Text;
  readonly counts: Text;
  /** The share with its interval, or that there are too few cases for one; null without a case. */
  readonly rest: Text | null;
  readonly proportion: Proportion;
}

/** Everything that the picture says. */
export interface FiguresPictureTexts {
  readonly kicker: Text;
  readonly title: Text;
  readonly counted: Text;
  readonly shares: readonly HeadlineFigure[];
  /** How long it takes to an outcome; `share` is what the curve shows. */
  readonly outcome: { readonly label: Text; readonly value: Text; readonly share: Text };
  /** Where the curve ends. */
  readonly lastDay: Text;
  readonly note: Text;
  readonly asRecorded: Text;
}

const headlineRows = (words: Words, record: RecordFigures) =>
  figureBlocks(words, record)
    .flatMap(({ rows }) => rows)
    .filter(({ compared }) => compared !== null);

/** What the picture of the figures says. */
export function figuresPictureTexts({
  words,
  name,
  record,
  server,
  now,
  zone,
}: SaidFigures): FiguresPictureTexts {
  const { figures, pages } = words;
  const { label, value } = outcomeRow(words, record);
  const counted = [
    countedText(words, record),
    record.cases === 0 ? figures.leftOut(record.leftOut.unsourced) : null,
  ];
  return {
    kicker: pages.picture.figures.kicker(server, pages.frame.tagline),
    title: figures.title([typed(name, LONGEST_NAME)]),
    counted: joinTexts(counted, words.space),
    shares: headlineRows(words, record).flatMap(({ label: about, proportion }) => {
      if (proportion === null) return [];
      const counts = figures.counts(proportion.count, proportion.n);
      return [{ label: about, counts, rest: shareRest(words, proportion), proportion }];
    }),
    outcome: { label, value, share: figures.time.curve },
    lastDay: words.counts.days(curvePieces(record.outcome).end),
    note: pages.picture.figures.note(pages.frame.method(METHOD)),
    asRecorded: pages.preview.asRecorded(longDay(words, now, zone)),
  };
}

/** The headline figures as sentences, in the order of the picture. */
export function headlineFigures(words: Words, record: RecordFigures): readonly Text[] {
  if (record.cases === 0) return [words.figures.leftOut(record.leftOut.unsourced)];
  return [...headlineRows(words, record), outcomeRow(words, record)].map(({ label, value }) =>
    words.figures.row(label, value),
  );
}

/** The picture in words, at most `most` characters. */
export function figuresAlternative({ words, name, record, now, zone }: SaidFigures, most: number): string {
  const { picture, preview } = words.pages;
  const sentences = [
    picture.sentence(words.figures.title([typed(name, 80)])),
    picture.sentence(preview.asRecorded(longDay(words, now, zone))),
    countedText(words, record),
    ...headlineFigures(words, record).map(picture.sentence),
  ];
  return clipped(plainText(joinTexts(sentences, words.space)), most);
}
