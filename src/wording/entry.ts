/** What an entry says: the post that it makes, or a few lines where it makes none. */
import type { Entry, EventByKind, EventKind, LedgerEvent } from '../domain/entry.js';
import { subject } from './subject.js';
import { effectiveEntry, entryOf, partiesText, statementsOf, versionSetBy, type About } from './about.js';
import { cardText, type CardOptions } from './card.js';
import { correctionTexts, entryBefore, takenBackText } from './correction.js';
import { bareEventText, disputedText, replacedText, reversedText, termsText } from './events.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { movedText } from './moved.js';
import { outcomeText } from './outcome.js';
import type { Text } from './parts.js';
import type { Compose, PostText } from './post.js';
import { addressPart, sourcesText } from './sources.js';
import type { TextBudget } from './text-budget.js';

/** Events that are written down and not announced. */
const ANNOTATIONS = {
  sourced: true,
  archived: true,
  corrected: true,
  'dispute-closed': true,
  linked: true,
  hidden: true,
  unhidden: true,
  passed: true,
} as const satisfies Partial<Record<EventKind, true>>;
type Annotation = EventByKind[keyof typeof ANNOTATIONS];

const isAnnotation = (event: LedgerEvent): event is Annotation => Object.hasOwn(ANNOTATIONS, event.kind);

/** The post of an entry that is announced; null for what is not (sources, corrections, flags, the clock). */
export function announcedEntry(
  words: Words,
  about: About,
  entry: Entry,
  options: CardOptions = {},
): Compose | null {
  const { event, seq } = entry;
  if (isAnnotation(event)) return null;
  switch (event.kind) {
    case 'recorded':
      return (budget) => cardText(words, about, budget, options);
    case 'revised': {
      const version = versionSetBy(about.ultimatum, seq);
      return version === null ? null : (budget) => movedText(words, about, version, budget, options);
    }
    case 'superseded':
      return (budget) => replacedText(words, about, entry, event.by, budget);
    case 'terms':
      return (budget) => termsText(words, about, entry, event, budget);
    case 'outcome':
      return (budget) => outcomeText(words, about, seq, budget);
    case 'reversed':
      return (budget) => reversedText(words, about, entry, event, budget);
    case 'disputed':
      return (budget) => disputedText(words, about, entry, event.reason, budget);
    default:
      return (budget) => bareEventText(words, about, entry, event.kind, budget);
  }
}

function correctionText(
  words: Words,
  about: About,
  seq: number,
  event: EventByKind['corrected'],
  budget: TextBudget,
): readonly [Text, readonly (Text | null)[]] {
  const { ultimatum } = about;
  const { posts } = words;
  const before = entryBefore(ultimatum, event.corrects, seq);
  const texts = event.removes
    ? [takenBackText(words, ultimatum, event.corrects)]
    : correctionTexts(words, { fields: event.fields, before, ultimatum }, budget);
  return [posts.correction.head(event.corrects), [...texts, posts.reason(typed(event.reason, budget.text))]];
}

function annotationBody(
  words: Words,
  about: About,
  { seq }: Entry,
  event: Annotation,
  budget: TextBudget,
): readonly [Text, readonly (Text | null)[]] {
  const { annotations, reason } = words.posts;
  switch (event.kind) {
    case 'sourced':
      return [annotations.sourceAdded, [sourcesText(words, statementsOf(about.ultimatum, seq), budget)]];
    case 'archived': {
      const { copyOf, copy } = annotations;
      return [annotations.copyAdded, [copyOf(addressPart(event.url)), copy(addressPart(event.archive))]];
    }
    case 'corrected':
      return correctionText(words, about, seq, event, budget);
    case 'dispute-closed':
      return [
        annotations.disputeClosed[event.upheld ? 'upheld' : 'not-upheld'],
        [reason(typed(event.reason, budget.text))],
      ];
    case 'linked':
      return [annotations.linked[event.as](subject(event.to)), []];
    case 'hidden':
      return [annotations.hidden, [reason(typed(event.reason, budget.text))]];
    case 'unhidden':
      return [annotations.visible, [reason(typed(event.reason, budget.text))]];
    case 'passed':
      return [annotations.passed, []];
  }
}

function annotationText(
  words: Words,
  about: About,
  entry: Entry,
  event: Annotation,
  budget: TextBudget,
): PostText {
  const { posts } = words;
  const [head, body] = annotationBody(words, about, entry, event, budget);
  const id = subject(about.number);
  // Whoever makes it visible again has seen no more of it than its tombstone.
  const bare = event.kind === 'unhidden';
  return {
    head: bare
      ? posts.annotations.subjectHead(head, id)
      : posts.head(head, partiesText(words, about.ultimatum, budget), id),
    body,
    small: [event.kind === 'corrected' ? posts.correction.note : null],
  };
}

/** What an entry says, for a preview: the post it makes, or its own few lines; null where there is no such entry. */
export function entryText(
  words: Words,
  about: About,
  seq: number,
  options: CardOptions = {},
): Compose | null {
  const entry = effectiveEntry(about.ultimatum, seq) ?? entryOf(about.ultimatum, seq);
  if (entry === null) return null;
  const announced = announcedEntry(words, about, entry, options);
  if (announced !== null) return announced;
  const { event } = entry;
  return isAnnotation(event) ? (budget) => annotationText(words, about, entry, event, budget) : null;
}
