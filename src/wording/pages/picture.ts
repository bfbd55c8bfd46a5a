/** The words of the picture of a timeline that previews show, and the picture in words for those who don't see it. */
import { shownHost } from '../../domain/links.js';
import { standing } from '../../domain/standing.js';
import type { Ultimatum, Version, VersionOutcome } from '../../domain/ultimatum.js';
import {
  demandText,
  issuersText,
  partiesText,
  targetsText,
  threatText,
  yearOf,
  type About,
} from '../about.js';
import { undatedText } from '../correction.js';
import { dateOf, deadlineText, longDay, shiftText, whenText } from '../dates.js';
import { headlineText } from '../headline.js';
import type { Words } from '../index.js';
import { joinTexts, strong, type Text } from '../parts.js';
import { plainText } from '../plain-text.js';
import { quotation } from '../quotation.js';
import { distinctSources } from '../sources.js';
import { subject } from '../subject.js';
import type { TextBudget } from '../text-budget.js';
import { timelineLines } from '../timeline.js';
import { clipped, typed } from '../typed.js';
import { MOST_IN_HEADING, PAGE } from './budget.js';

const LONGEST_QUOTE = 48;
const LONGEST_HOST = 60;
const MOST_HOSTS = 2;
/** The names for which a deadline was set. */
const SCOPE: TextBudget = { ...PAGE, name: 20, names: 24 };

/** What stands at the line of one deadline. */
export interface PictureLabels {
  readonly stated: Text;
  /** How far it was moved, in days; null for a first one, or where it is on the same day. */
  readonly shift: Text | null;
  readonly spoken: Text;
  readonly date: Text;
}

/** Everything that the picture says. */
export interface PictureTexts {
  readonly kicker: Text;
  readonly disputed: Text | null;
  readonly verdict: Text;
  readonly demand: Text;
  readonly threat: Text;
  /** The words of a deadline without a date, or that there is none; null where the last one has a date. */
  readonly undated: Text | null;
  readonly sources: Text;
  readonly asRecorded: Text;
}

/** How much of the names is shown, in characters: each name, and all of a side; the others are counted. */
export interface NameLimits {
  readonly longest: number;
  readonly all: number;
}

const EVERY_NAME: NameLimits = { longest: 300, all: Infinity };

/** `Donald Trump to Russia`; of more than three targets how many they are. */
export function pictureTitle(
  words: Words,
  { issuers, targets }: Pick<Ultimatum, 'issuers' | 'targets'>,
  { longest, all }: NameLimits = EVERY_NAME,
): Text {
  const budget = { ...PAGE, name: longest, names: all };
  if (targets.length <= MOST_IN_HEADING) return partiesText(words, { issuers, targets }, budget);
  const count = words.pages.ultimatum.targets(targets.length);
  return words.names.parties(issuersText(words, issuers, budget), count);
}

/** As the verdict of a page, without a distance that would be wrong tomorrow. */
function verdictText(words: Words, { state, inForce, headline, chains }: Ultimatum): Text {
  if (state !== 'open' || inForce === null || chains.length > 1) return headlineText(words, headline);
  return words.pages.picture.running(deadlineText(words, inForce.reading));
}

function sourcesText(words: Words, { statements }: Ultimatum): Text {
  const { picture } = words.pages;
  const names = distinctSources(statements).map(({ url, outlet }) => shownHost(url) ?? outlet ?? '');
  const hosts = [...new Set(names)].filter((name) => name !== '');
  const shown = hosts.slice(0, MOST_HOSTS).map((host): Text => [typed(host, LONGEST_HOST)]);
  if (shown.length === 0) return picture.noSource;
  const more = hosts.length - shown.length;
  const list = words.lists.and(more === 0 ? shown : [...shown, words.names.others(more)]);
  return hosts.length === 1 ? picture.source(list) : picture.sources(list);
}

function undatedLine(words: Words, { undated, versions }: Ultimatum): Text | null {
  const { picture, ultimatum } = words.pages;
  if (undated !== null) return picture.noDate(undatedText(words, undated, { ...PAGE, words: LONGEST_QUOTE }));
  return versions.length === 0 ? ultimatum.noDeadline : null;
}

/** What the picture says; `server` is the name of the public page, null where it has none. */
export function pictureTexts(
  words: Words,
  { number, ultimatum, now }: About,
  server: Text | null,
): PictureTexts {
  const { frame, picture, preview, ultimatum: page } = words.pages;
  return {
    kicker: picture.kicker([strong(subject(number))], server, frame.tagline),
    disputed: ultimatum.disputed ? page.disputed : null,
    verdict: verdictText(words, ultimatum),
    demand: demandText(words, ultimatum, PAGE),
    threat: threatText(words, ultimatum.threat, PAGE.text),
    undated: undatedLine(words, ultimatum),
    sources: sourcesText(words, ultimatum),
    asRecorded: preview.asRecorded(longDay(words, now, ultimatum.zone)),
  };
}

/** The move that led to a deadline. */
function movedTo({ versions }: Ultimatum, { number }: Version) {
  for (const { became } of versions)
    for (const outcome of became) if (outcome.kind === 'moved' && outcome.to === number) return outcome;
  return null;
}

function becameWord(words: Words, outcome: VersionOutcome): Text | null {
  const { became } = words.pages.picture;
  switch (outcome.kind) {
    case 'passed':
      return outcome.lifted ? null : became.passed;
    case 'suspended':
      return became.paused;
    case 'withdrawn':
      return became.withdrawn;
    case 'superseded':
      return became.replaced;
    case 'resolved':
      return became.over;
    default:
      return null;
  }
}

/** The date of a deadline, for which targets it was, and what it came to where no other one took its place. */
function dateLabel(words: Words, version: Version, running: boolean): Text {
  const { reading, targets, became } = version;
  const date = dateOf(words, reading);
  const passed = became.find(({ kind }) => kind === 'passed');
  const outcomes = [...became, ...(passed === undefined ? [] : [passed])];
  const word =
    outcomes.map((outcome) => becameWord(words, outcome)).findLast((text) => text !== null) ?? null;
  const dated = word === null || running ? date : words.pages.picture.ended(date, word);
  return targets === null ? dated : words.posts.outcome.side(targetsText(words, targets, SCOPE), dated);
}

/** The labels of each deadline, oldest first. */
export function pictureLabels(
  words: Words,
  { ultimatum }: Pick<About, 'ultimatum'>,
): readonly PictureLabels[] {
  const { ultimatum: page } = words.pages;
  const running = new Set(standing(ultimatum, 'open').map(({ number }) => number));
  return ultimatum.versions.map((version) => {
    const move = movedTo(ultimatum, version);
    const narrowed = version.revision === 'clarified' ? page.figure.narrowed : null;
    return {
      stated: page.stated(whenText(words, version.stated, ultimatum.zone, yearOf(ultimatum))),
      shift: move === null ? narrowed : shiftText(words, move.days),
      spoken: quotation(words, version.reading.words, LONGEST_QUOTE),
      date: dateLabel(words, version, running.has(version.number)),
    };
  });
}

/** The picture in words, at most `most` characters: what it is, its headline, and each deadline with what became of it. */
export function pictureAlternative(words: Words, about: About, most: number): string {
  const { picture, preview } = words.pages;
  const { number, ultimatum, now } = about;
  const budget = { ...PAGE, name: 80, names: 160, text: 200 };
  const demand = demandText(words, ultimatum, budget);
  const threat = threatText(words, ultimatum.threat, budget.text);
  const undated = undatedLine(words, ultimatum);
  const text = joinTexts(
    [
      picture.summary(
        subject(number),
        pictureTitle(words, ultimatum, { longest: 80, all: 160 }),
        verdictText(words, ultimatum),
      ),
      picture.sentence(preview.asRecorded(longDay(words, now, ultimatum.zone))),
      ...timelineLines(words, about).map((line) => line.text),
      undated,
      picture.terms(demand, threat),
    ],
    words.space,
  );
  return clipped(plainText(text), most);
}
