/** What else happens to an ultimatum: paused, withdrawn, replaced, other terms, disputed. */
import { replay } from '../domain/corrections.js';
import { scopeIn, type Entry, type LedgerEvent } from '../domain/entry.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import { recordedText, statementsOf, targetsText, yearOf } from './about.js';
import { headlineText } from './headline.js';
import type { About } from './about.js';
import { onDay, shortDay } from './dates.js';
import { quotation } from './quotation.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { versionText } from './moved.js';
import type { Text } from './parts.js';
import { headText, type PostText } from './post.js';
import { isSource, sourcesText } from './sources.js';
import { scopeTexts } from './targets.js';
import type { TextBudget } from './text-budget.js';

type TermsEvent = Extract<LedgerEvent, { kind: 'terms' }>;

/** The last deadline set by then, for the first target it is about. */
function deadlineWas(
  words: Words,
  ultimatum: Ultimatum,
  { seq, event }: Entry,
  budget: TextBudget,
): Text | null {
  const [target] = scopeIn(event).scope ?? [];
  const chain = ultimatum.chains.find(({ targets }) => target !== undefined && targets.includes(target));
  const version = (chain ?? ultimatum).versions.findLast(({ entry }) => entry < seq);
  if (version === undefined) return null;
  return words.posts.events.deadlineWas(versionText(words, version, ultimatum, budget));
}

function statedText(words: Words, ultimatum: Ultimatum, { seq, stated }: Entry, budget: TextBudget): Text {
  const on = onDay(words, stated, ultimatum.zone, yearOf(ultimatum));
  const quote = statementsOf(ultimatum, seq).find((statement) => statement.quote !== null)?.quote ?? null;
  if (quote === null) return words.posts.stated(on);
  return words.posts.asStated(on, quotation(words, quote, budget.quote));
}

/** The sides, what was in force, what was said and who reported it. */
function eventText(
  words: Words,
  about: About,
  entry: Entry,
  { what, note }: { readonly what: Text; readonly note: Text },
  budget: TextBudget,
): PostText {
  const { ultimatum } = about;
  return {
    head: headText(words, what, about, budget),
    body: [
      ...scopeTexts(words, scopeIn(entry.event), budget),
      deadlineWas(words, ultimatum, entry, budget),
      statedText(words, ultimatum, entry, budget),
      sourcesText(words, statementsOf(ultimatum, entry.seq), budget),
    ],
    small: [note, recordedText(words, about, entry.by, budget)],
  };
}

/** An event that holds nothing of its own, such as a pause. */
export function bareEventText(
  words: Words,
  about: About,
  entry: Entry,
  kind: keyof Words['verbs']['posted'],
  budget: TextBudget,
): PostText {
  return eventText(words, about, entry, words.verbs.posted[kind], budget);
}

/** Another ultimatum, of number `by`, took its place. */
export function replacedText(
  words: Words,
  about: About,
  entry: Entry,
  by: number,
  budget: TextBudget,
): PostText {
  const { replacedBy, stopped: note } = words.posts.events;
  return eventText(words, about, entry, { what: replacedBy(subject(by)), note }, budget);
}

/** The targets before an entry changed them. */
function targetsBefore(ultimatum: Ultimatum, seq: number): readonly string[] {
  let { targets } = ultimatum;
  for (const { event } of replay(ultimatum.entries).filter((entry) => entry.seq < seq)) {
    if (event.kind === 'recorded') targets = event.targets;
    if (event.kind === 'terms') targets = event.targets ?? targets;
  }
  return targets;
}

/** The terms that changed, as they were and as they are now, each on a line of its own. */
function changedTerms(
  words: Words,
  ultimatum: Ultimatum,
  seq: number,
  event: TermsEvent,
  budget: TextBudget,
): readonly Text[] {
  const { posts } = words;
  const { was, now } = posts.moved;
  const before = ultimatum.terms.find(({ entry }) => entry === seq)?.was ?? ultimatum;
  const { demand, threat, targets } = event;
  const half = (text: string) => typed(text, budget.text / 2);
  const threatWas = before.threat === null ? posts.noThreat : posts.threat(half(before.threat));
  const names = (list: readonly string[]) => posts.demandedOf(targetsText(words, list, budget));
  return [
    ...(demand === null || demand === before.demand
      ? []
      : [was(posts.demand(half(before.demand))), now(posts.demand(half(demand)))]),
    ...(threat === null || threat === before.threat ? [] : [was(threatWas), now(posts.threat(half(threat)))]),
    ...(targets === null ? [] : [was(names(targetsBefore(ultimatum, seq))), now(names(targets))]),
  ];
}

/** The issuer changed the terms: the old ones stand beside the new. */
export function termsText(
  words: Words,
  about: About,
  entry: Entry,
  event: TermsEvent,
  budget: TextBudget,
): PostText {
  const { ultimatum } = about;
  const { posts } = words;
  return {
    head: headText(words, posts.events.terms, about, budget),
    body: [
      ...scopeTexts(words, event, budget),
      ...changedTerms(words, ultimatum, entry.seq, event, budget),
      statedText(words, ultimatum, entry, budget),
      sourcesText(words, statementsOf(ultimatum, entry.seq), budget),
    ],
    small: [posts.events.termsNote, recordedText(words, about, entry.by, budget)],
  };
}

/** What was undone after the outcome, when and by whom; the outcome stands beside it. */
export function reversedText(
  words: Words,
  about: About,
  entry: Entry,
  event: Extract<LedgerEvent, { kind: 'reversed' }>,
  budget: TextBudget,
): PostText {
  const { ultimatum } = about;
  const { reversed } = words.posts;
  const { what, extent, when } = event;
  return {
    head: headText(words, reversed[what][extent], about, budget),
    body: [
      reversed.on(onDay(words, when, ultimatum.zone, yearOf(ultimatum))),
      ...scopeTexts(words, event, budget),
      reversed.outcome(headlineText(words, ultimatum.headline)),
      statedText(words, ultimatum, entry, budget),
      sourcesText(words, statementsOf(ultimatum, entry.seq), budget),
    ],
    small: [reversed.note, recordedText(words, about, entry.by, budget)],
  };
}

/** A dispute that a curator made or accepted; the record stands beside it. */
export function disputedText(
  words: Words,
  about: About,
  entry: Entry,
  reason: string,
  budget: TextBudget,
): PostText {
  const { ultimatum } = about;
  const { posts } = words;
  const { outcomeDisputed, recordDisputed, disputedNote, acceptedBy } = posts.events;
  const sources = statementsOf(ultimatum, entry.seq).filter(isSource);
  const day = shortDay(words, entry.recorded, ultimatum.zone, yearOf(ultimatum));
  const what = ultimatum.outcomes.length > 0 ? outcomeDisputed : recordDisputed;
  return {
    head: headText(words, what, about, budget),
    body: [
      headlineText(words, ultimatum.headline),
      posts.reason(typed(reason, budget.text)),
      sources.length === 0 ? null : sourcesText(words, sources, budget),
    ],
    small: [disputedNote, recordedText(words, about, entry.by, budget, (author) => acceptedBy(author, day))],
  };
}
