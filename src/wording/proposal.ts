/** A proposal as a curator reads it: what would change, of which ultimatum, with which source, by whom. */
import type { BareCommand, Scoped, Statement } from '../domain/entry.js';
import { shownHost } from '../domain/links.js';
import { isDated, type Reading } from '../domain/reading.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { Proposable } from '../domain/verbs.js';
import { at, type When } from '../domain/when.js';
import { partiesText, targetsText } from './about.js';
import { deadlineText, onDay, relative, shownEnd } from './dates.js';
import type { Words } from './index.js';
import { head, joinTexts, plain, small, type Line, type Part, type Text } from './parts.js';
import { undatedText } from './correction.js';
import { quotation } from './quotation.js';
import { assumptionsText } from './readings.js';
import { addressPart, sourcesText } from './sources.js';
import { FULL, type TextBudget } from './text-budget.js';
import { typed } from './typed.js';
import type { RecordInstant } from '../domain/instant.js';

const SHORT: TextBudget = {
  ...FULL,
  names: 300,
  text: 120,
  quote: 150,
  link: 150,
  sources: 1,
  archive: false,
};
const NARROW: TextBudget = { ...SHORT, name: 40, names: 120, text: 50, quote: 60, words: 30, link: 100 };
const NARROWEST: TextBudget = { ...NARROW, name: 20, names: 60, text: 25, quote: 25, words: 15, link: 0 };

/** From the widest; where the texts are too long, all of them are shortened. */
export const PROPOSAL_BUDGETS: readonly TextBudget[] = [SHORT, NARROW, NARROWEST];

/** Longer than anything that can be typed. */
export const WHOLE: TextBudget = {
  name: 5000,
  names: Infinity,
  lines: Infinity,
  details: false,
  text: 5000,
  quote: 5000,
  words: 5000,
  sources: 100,
  link: 5000,
  archive: false,
};
const MOST_TAGS = 3;

/** A proposal and what it is about. */
export interface ProposalAbout {
  /** Null for a new record. */
  readonly number: number | null;
  /** When it was proposed, ms UTC. */
  readonly recorded: RecordInstant;
  /** Who proposed it; null for a person who was forgotten. */
  readonly name: string | null;
  /** The ultimatum as it stands; null for a new record. */
  readonly about: Ultimatum | null;
  /** IANA, in which days are shown. */
  readonly zone: string;
}

interface Manner extends ProposalAbout {
  readonly words: Words;
  readonly budget: TextBudget;
}

const textOf = (text: string, { budget }: Manner): Text => [typed(text, budget.text)];

function readingText(reading: Reading | null, { words, budget }: Manner): Text {
  const { none, wasUndated } = words.review.proposal;
  if (reading === null) return none;
  return isDated(reading) ? deadlineText(words, reading) : wasUndated(undatedText(words, reading, budget));
}

/** The reading that a curator accepts: the day in its zone, how far off it is, and what was assumed. */
function deadlineTexts(reading: Reading | null, manner: Manner): readonly Text[] {
  const { words, budget, about, recorded } = manner;
  const texts = words.review.proposal;
  if (reading === null) return [texts.noDeadline];
  const spoken = quotation(words, reading.words, budget.text);
  const was = about === null ? null : (about.undated ?? about.versions.at(-1)?.reading ?? null);
  const assumed = assumptionsText(words, reading);
  return [
    isDated(reading)
      ? texts.deadline(deadlineText(words, reading), relative(words, shownEnd(reading), recorded), spoken)
      : texts.undated(undatedText(words, reading, budget)),
    ...(about === null ? [] : [texts.was(readingText(was, manner))]),
    ...(assumed.length === 0 ? [] : [texts.assumed(assumed)]),
  ];
}

/** A changed text beside the one before it; `before` is undefined where nothing is known of it. */
function changedText(now: string, before: string | null | undefined, manner: Manner): Text {
  const { changed, nothing } = manner.words.review.proposal;
  if (before === undefined) return textOf(now, manner);
  return changed(textOf(now, manner), before === null ? nothing : textOf(before, manner));
}

function tagTexts(tags: readonly string[], { words, budget }: Manner): readonly Text[] {
  if (tags.length === 0) return [];
  const { proposal } = words.review;
  const shown = budget === WHOLE ? tags : tags.slice(0, MOST_TAGS);
  const names = shown.map((tag): Text => [typed(tag, budget.name)]);
  const more = tags.length - shown.length;
  return [
    proposal.tags(joinTexts(more === 0 ? names : [...names, proposal.moreTags(more)], proposal.between)),
  ];
}

function recordTexts(command: Extract<Proposable, { verb: 'record' }>, manner: Manner): readonly Text[] {
  const { proposal } = manner.words.review;
  const { demand, threat, deadline, tags } = command;
  return [
    proposal.demand(textOf(demand, manner)),
    ...(threat === null ? [] : [proposal.threat(textOf(threat, manner))]),
    ...deadlineTexts(deadline, manner),
    ...tagTexts(tags, manner),
  ];
}

function termsTexts(command: Extract<Proposable, { verb: 'terms' }>, manner: Manner): readonly Text[] {
  const { words, about, budget } = manner;
  const { proposal } = words.review;
  const { demand, threat, targets } = command;
  const names = (list: readonly string[]) => targetsText(words, list, budget);
  const targetTexts = (list: readonly string[]) =>
    about === null ? names(list) : proposal.changed(names(list), names(about.targets));
  return [
    ...(demand === null ? [] : [proposal.demand(changedText(demand, about?.demand, manner))]),
    ...(threat === null ? [] : [proposal.threat(changedText(threat, about?.threat, manner))]),
    ...(targets === null ? [] : [proposal.targets(targetTexts(targets))]),
  ];
}

function outcomeTexts(
  { outcome }: Extract<Proposable, { verb: 'outcome' }>,
  manner: Manner,
): readonly Text[] {
  const { words, budget } = manner;
  const { outcomes, review } = words;
  const { proposal } = review;
  const { compliance, followThrough, complied, acted, note } = outcome;
  const zone = manner.about?.zone ?? manner.zone;
  const dated = (what: Text, when: When | null) =>
    when === null ? what : proposal.on(what, onDay(words, when, zone, manner.recorded));
  return [
    proposal.complied(dated(outcomes.compliance[compliance], complied)),
    proposal.acted(dated(outcomes.followThrough[followThrough], acted)),
    ...(note === null ? [] : [proposal.note(typed(note, budget.text))]),
  ];
}

/** A verb with a field of its own does not compile here: a curator has to see it. */
function bareText({ verbs }: Words, { verb }: Extract<Proposable, BareCommand>): Text {
  return verbs.proposed[verb];
}

/** What is proposed, verb by verb; the first text goes into the heading. */
function changeTexts(command: Proposable, manner: Manner): readonly [Text, ...Text[]] {
  const { words, budget } = manner;
  const { review, verbs } = words;
  const { proposal } = review;
  switch (command.verb) {
    case 'record':
      return [proposal.record(partiesText(words, command, budget)), ...recordTexts(command, manner)];
    case 'move':
    case 'resume':
      return [verbs.proposed[command.verb], ...deadlineTexts(command.deadline, manner)];
    case 'replace':
      return [proposal.replace(command.by)];
    case 'archive': {
      const { url, archive } = command;
      const links = [proposal.link(addressPart(url)), proposal.copy(addressPart(archive))];
      return [verbs.proposed.archive, ...links];
    }
    case 'reverse': {
      const { what, extent, when } = command;
      const zone = manner.about?.zone ?? manner.zone;
      const { reversed } = words.posts;
      return [reversed[what][extent], reversed.on(onDay(words, when, zone, manner.recorded))];
    }
    case 'dispute':
      return [verbs.proposed.dispute, proposal.reason(typed(command.reason, budget.text))];
    case 'terms':
      return [verbs.proposed.terms, ...termsTexts(command, manner)];
    case 'outcome':
      return [verbs.proposed.outcome, ...outcomeTexts(command, manner)];
    default:
      return [bareText(words, command)];
  }
}

/** The targets and the actor that a command names, if any. */
export function scopeIn(command: Proposable): Scoped {
  return {
    ...('scope' in command && command.scope !== undefined ? { scope: command.scope } : {}),
    ...('actor' in command && command.actor !== undefined ? { actor: command.actor } : {}),
  };
}

/** For which targets it is, and who did it. */
function scopeTexts(command: Proposable, { words, budget }: Manner): readonly Text[] {
  const { scope, actor } = scopeIn(command);
  const { proposal } = words.review;
  return [
    ...(scope === undefined ? [] : [proposal.onlyFor(targetsText(words, scope, budget))]),
    ...(actor === undefined ? [] : [proposal.actor(typed(actor, budget.name))]),
  ];
}

/** The hosts of copies that were given: they stand beside their sources in every post. */
function copyHosts(statements: readonly Statement[], { budget }: Manner): Part | null {
  const hosts = statements.flatMap(({ archive }) =>
    archive === null ? [] : (shownHost(archive) ?? archive),
  );
  return hosts.length === 0 ? null : typed([...new Set(hosts)].join(', '), budget.name);
}

/** Where and when it was said; the day is one of the server's zone. */
function sourceText(command: Proposable, manner: Manner): Text | null {
  if (command.verb === 'archive') return null;
  const { words, budget, zone, recorded } = manner;
  const { proposal } = words.review;
  const { statements, stated } = command;
  const cited = statements.map((statement) => ({ ...statement, recorded }));
  const quotes = statements.flatMap(({ quote }) => quote ?? []);
  const shown = (budget === WHOLE ? quotes : quotes.slice(0, 1)).map((quote) =>
    proposal.quotes(quotation(words, quote, budget.quote)),
  );
  const sources = sourcesText(words, cited, budget);
  const copies = copyHosts(statements, manner);
  const shownSources = copies === null ? sources : proposal.withCopies(sources, copies);
  const source = proposal.stated(onDay(words, stated, zone, recorded), shownSources);
  return joinTexts([...shown, source], words.space);
}

/** The name of a proposer; of a person who was forgotten, that there is none. */
export function proposerText({ names }: Words, name: string | null): Text {
  return name === null ? names.forgotten : [typed(name, SHORT.name)];
}

/** A proposal in one budget; the first line is its heading. */
export function proposalLines(
  words: Words,
  command: Proposable,
  proposal: ProposalAbout,
  budget: TextBudget,
): readonly Line[] {
  const manner = { ...proposal, words, budget };
  const { number, about, recorded, zone } = proposal;
  const [what, ...changes] = changeTexts(command, manner);
  const texts = [...scopeTexts(command, manner), ...changes];
  const source = sourceText(command, manner);
  const proposedOn = onDay(words, at(recorded), zone, recorded);
  return [
    head(number === null ? what : words.review.proposal.about(number, what)),
    ...(about === null ? [] : [plain(partiesText(words, about, budget))]),
    ...texts.map(plain),
    ...(source === null ? [] : [plain(source)]),
    small(words.review.proposal.by(proposerText(words, proposal.name), proposedOn)),
  ];
}
