/** An entry of the log as it was made, with everything in it whole. */
import { removedEntries } from '../domain/corrections.js';
import { scopeIn, type Entry, type LedgerEvent, type Statement } from '../domain/entry.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { isInterval } from '../domain/when.js';
import { subject } from './subject.js';
import { authorText, partiesText, targetsText, threatText, zonesOf, type About } from './about.js';
import { correctionTexts, entryBefore, readingText, takenBackText } from './correction.js';
import { onDay, stamp, whenText, zonesNote } from './dates.js';
import { bothSides } from './outcome.js';
import { quotation } from './quotation.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { item, joinTexts, plain, small, strike, strong, title, type Line, type Text } from './parts.js';
import { addressPart, gradeText } from './sources.js';
import { scopeTexts } from './targets.js';
import { FULL, type TextBudget } from './text-budget.js';

/** Longer than any text that can be typed. */
const WHOLE = 1500;
/** The log has every name and text whole. */
const BUDGET: TextBudget = { ...FULL, name: 300, text: 2 * WHOLE, quote: WHOLE, words: WHOLE };

const whole = (text: string) => typed(text, WHOLE);

function termsTexts(words: Words, event: Extract<LedgerEvent, { kind: 'terms' }>): readonly (Text | null)[] {
  const { posts } = words;
  const { demand, threat, targets } = event;
  return [
    posts.events.terms,
    demand === null ? null : posts.demand(whole(demand)),
    threat === null ? null : posts.threat(whole(threat)),
    targets === null ? null : posts.demandedOf(targetsText(words, targets, BUDGET)),
    ...scopeTexts(words, scopeIn(event), BUDGET),
  ];
}

function outcomeTexts(
  words: Words,
  { zone }: Ultimatum,
  { scope = [], outcome, actor }: Extract<LedgerEvent, { kind: 'outcome' }>,
): readonly (Text | null)[] {
  const { log } = words.screens;
  const { note } = outcome;
  const sides = bothSides(words, outcome, zone);
  return [
    scope.length === 0 ? log.outcome(sides) : log.outcomeFor(targetsText(words, scope, BUDGET), sides),
    ...scopeTexts(words, actor === undefined ? {} : { actor }, BUDGET),
    note === null ? null : words.posts.note(whole(note)),
  ];
}

function recordedTexts(words: Words, event: Extract<LedgerEvent, { kind: 'recorded' }>): readonly Text[] {
  const { posts, screens } = words;
  return [
    screens.log.recorded(partiesText(words, event, BUDGET)),
    posts.demand(whole(event.demand)),
    threatText(words, event.threat, WHOLE),
    posts.deadline(readingText(words, event.deadline, BUDGET)),
  ];
}

function correctedTexts(
  words: Words,
  ultimatum: Ultimatum,
  seq: number,
  event: Extract<LedgerEvent, { kind: 'corrected' }>,
): readonly (Text | null)[] {
  const { correction, reason } = words.posts;
  const before = entryBefore(ultimatum, event.corrects, seq);
  return [
    event.removes ? takenBackText(words, ultimatum, event.corrects) : correction.head(event.corrects),
    ...correctionTexts(words, { fields: event.fields, before, ultimatum }, BUDGET),
    reason(whole(event.reason)),
  ];
}

function reversedTexts(
  words: Words,
  { zone }: Ultimatum,
  event: Extract<LedgerEvent, { kind: 'reversed' }>,
): readonly (Text | null)[] {
  const { what, extent, when } = event;
  const { reversed } = words.posts;
  return [reversed[what][extent], reversed.on(onDay(words, when, zone)), ...scopeTexts(words, event, BUDGET)];
}

/** What an entry said when it was made; corrections are entries of their own. */
function eventTexts(words: Words, { ultimatum }: About, { seq, event }: Entry): readonly (Text | null)[] {
  const { posts, screens } = words;
  const { log } = screens;
  switch (event.kind) {
    case 'recorded':
      return recordedTexts(words, event);
    case 'revised': {
      const { deadline, revision } = event;
      const reading = readingText(words, deadline, BUDGET);
      return [
        log.revised(posts.moved.revisions[revision], reading, quotation(words, deadline.words, WHOLE)),
        ...scopeTexts(words, event, BUDGET),
      ];
    }
    case 'superseded':
      return [posts.events.replacedBy(subject(event.by))];
    case 'outcome':
      return outcomeTexts(words, ultimatum, event);
    case 'terms':
      return termsTexts(words, event);
    case 'reversed':
      return reversedTexts(words, ultimatum, event);
    case 'dispute-closed':
      return [
        log.disputeClosed(
          posts.annotations.disputeClosed[event.upheld ? 'upheld' : 'not-upheld'],
          event.dispute,
        ),
        posts.reason(whole(event.reason)),
      ];
    case 'linked':
      return [posts.annotations.linked[event.as](subject(event.to))];
    case 'archived':
      return [log.copyAdded(addressPart(event.archive))];
    case 'disputed':
      return [log.disputed(whole(event.reason))];
    case 'corrected':
      return correctedTexts(words, ultimatum, seq, event);
    case 'hidden':
      return [log.hidden(whole(event.reason))];
    case 'unhidden':
      return [log.visible(whole(event.reason))];
    default:
      return [words.verbs.logged[event.kind], ...scopeTexts(words, scopeIn(event), BUDGET)];
  }
}

function statementText(words: Words, { quote, url, outlet, grade, archive }: Statement): Text {
  const { log } = words.screens;
  return joinTexts(
    [
      quote === null ? null : quotation(words, quote, WHOLE),
      outlet === null ? null : [typed(outlet, BUDGET.name)],
      url === null ? null : [addressPart(url)],
      gradeText(words, { url, grade }),
      archive === null ? null : log.archive(addressPart(archive)),
    ],
    log.between,
  );
}

/** That an entry was taken back, by which one and why; null while it stands (rules 13). */
function removalText(words: Words, { ultimatum }: About, seq: number): Text | null {
  const { entries } = ultimatum;
  const by = removedEntries(entries).get(seq);
  const event = entries.find((entry) => entry.seq === by)?.event;
  if (by === undefined || event?.kind !== 'corrected') return null;
  return words.screens.log.removedBy(by, whole(event.reason));
}

/** What an entry says, piece by piece; struck through where it was taken back. */
interface EntryTexts {
  /** What happened. */
  readonly first: Text;
  readonly others: readonly Text[];
  readonly statements: readonly Text[];
  /** By which entry it was taken back, and why; null while it stands. */
  readonly removed: Text | null;
  /** When it happened in the world. */
  readonly stated: Text;
  readonly recorded: Text;
}

/** What an entry says, for surfaces that lay it out themselves. */
export function entryTexts(words: Words, about: About, entry: Entry): EntryTexts {
  const { stated, recorded, seq } = entry;
  const { zone } = about.ultimatum;
  const removed = removalText(words, about, seq);
  const drawn = (text: Text): Text => (removed === null || text.length === 0 ? text : [strike(text)]);
  const [first = [], ...others] = eventTexts(words, about, entry).filter((text) => text !== null);
  return {
    first: drawn(first),
    others: others.map(drawn),
    statements: entry.statements.map((statement) => drawn(statementText(words, statement))),
    removed,
    stated: isInterval(stated) ? whenText(words, stated, zone) : stamp(words, stated.start),
    recorded: stamp(words, recorded),
  };
}

/** The lines of an entry, struck through where it was taken back; they can be longer than a page. */
export function entryLines(words: Words, about: About, entry: Entry): readonly Line[] {
  const { log } = words.screens;
  const { first, others, statements, removed, stated, recorded } = entryTexts(words, about, entry);
  const author = authorText(words, entry.by, about.people, BUDGET);
  return [
    plain(joinTexts([[strong(log.number(entry.seq))], first], words.space)),
    ...others.map(plain),
    ...statements.map(item),
    ...(removed === null ? [] : [plain(removed)]),
    small(log.recordedBy(stated, recorded, author)),
  ];
}

/** The title of a page of the log, from 0; with a note about zones that are not known here. */
export function logTitle(
  words: Words,
  { number, ultimatum }: About,
  { page, pages }: { readonly page: number; readonly pages: number },
): readonly Line[] {
  const { log } = words.screens;
  const text = log.title(subject(number), ultimatum.entries.length);
  const note = zonesNote(words, zonesOf(ultimatum));
  return [title(pages < 2 ? text : log.page(text, page + 1, pages)), ...(note === null ? [] : [small(note)])];
}
