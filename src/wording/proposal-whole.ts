/** Everything that accepting a proposal publishes: every name and text whole, every link with its host. */
import type { BareCommand, CommandOf, Statement } from '../domain/entry.js';
import type { Proposable } from '../domain/verbs.js';
import { whenText, placeText } from './dates.js';
import type { Words } from './index.js';
import { joinTexts, plain, type Line, type Text } from './parts.js';
import { scopeIn, type ProposalAbout } from './proposal.js';
import { addressPart, gradeText } from './sources.js';
import { FULL } from './text-budget.js';
import { typed } from './typed.js';

/** A text is cut into pieces of this many code points; escaped, each still fits one page. */
const PIECE = 1500;
const LONGEST_SEEN_IN = 200;

/** A whole text, in as many lines as it needs; none where there is no text. */
function whole({ review }: Words, label: Text, text: string | null | undefined): readonly Text[] {
  if (text === null || text === undefined || text === '') return [];
  const points = Array.from(text);
  const count = Math.ceil(points.length / PIECE);
  return Array.from({ length: count }, (_, index) => {
    const piece = points.slice(index * PIECE, (index + 1) * PIECE).join('');
    const named = count === 1 ? label : review.whole.piece(label, index + 1, count);
    return review.whole.line(named, [typed(piece, PIECE)]);
  });
}

function each(words: Words, label: Text, texts: readonly string[]): readonly Text[] {
  const { numbered } = words.review.whole;
  return texts.flatMap((text, index) =>
    whole(words, texts.length === 1 ? label : numbered(label, index + 1), text),
  );
}

function publishedText(words: Words, { url, outlet, grade }: Statement): Text {
  const { noLink, between } = words.review.whole;
  const address = url === null ? noLink : [addressPart(url)];
  const name = outlet === null ? null : [typed(outlet, FULL.name)];
  return joinTexts([address, name, gradeText(words, { url, grade })], between);
}

function statementTexts(words: Words, statement: Statement, label: Text): readonly Text[] {
  const { url, outlet, archive, quote, seenIn } = statement;
  const { line, copy, quote: quoteLabel, seenIn: seenInLabel } = words.review.whole;
  return [
    ...(url === null && outlet === null ? [] : [line(label, publishedText(words, statement))]),
    ...(archive === null ? [] : [line(copy, [addressPart(archive)])]),
    ...whole(words, quoteLabel, quote),
    ...(seenIn === null ? [] : [line(seenInLabel, [typed(seenIn, LONGEST_SEEN_IN)])]),
  ];
}

function statedTexts(words: Words, command: Proposable, zone: string): readonly Text[] {
  if (command.verb === 'archive') return [];
  const { stated, statements } = command;
  const { line, stated: label, source, numbered } = words.review.whole;
  const sources = statements.flatMap((statement, index) =>
    statementTexts(words, statement, statements.length === 1 ? source : numbered(source, index + 1)),
  );
  return [line(label, whenText(words, stated, zone)), ...sources];
}

function recordTexts(words: Words, command: Extract<Proposable, { verb: 'record' }>): readonly Text[] {
  const labels = words.review.whole;
  return [
    ...each(words, labels.issuer, command.issuers),
    ...each(words, labels.target, command.targets),
    ...whole(words, labels.demand, command.demand),
    ...whole(words, labels.threat, command.threat),
    ...whole(words, labels.deadline, command.deadline?.words),
    labels.line(labels.zone, placeText(words, command.zone)),
    ...each(words, labels.tag, command.tags),
  ];
}

function termsTexts(
  words: Words,
  { demand, threat, targets }: Extract<Proposable, { verb: 'terms' }>,
  { about }: ProposalAbout,
): readonly Text[] {
  const labels = words.review.whole;
  return [
    ...whole(words, labels.demand, demand),
    ...(demand === null ? [] : whole(words, labels.demandSoFar, about?.demand)),
    ...whole(words, labels.threat, threat),
    ...(threat === null ? [] : whole(words, labels.threatSoFar, about?.threat)),
    ...each(words, labels.target, targets ?? []),
    ...(targets === null ? [] : each(words, labels.targetSoFar, about?.targets ?? [])),
  ];
}

/** A verb with a text of its own does not compile here: a curator has to see it whole. */
const noTexts = (_command: BareCommand | CommandOf<'replace' | 'reverse'>): readonly Text[] => [];

/** The texts of a proposal, each whole; what is read from them stands in its short text. */
function commandTexts(words: Words, command: Proposable, proposal: ProposalAbout): readonly Text[] {
  const labels = words.review.whole;
  switch (command.verb) {
    case 'record':
      return recordTexts(words, command);
    case 'terms':
      return termsTexts(words, command, proposal);
    case 'move':
    case 'resume':
      return whole(words, labels.deadline, command.deadline.words);
    case 'archive':
      return [
        labels.line(labels.source, [addressPart(command.url)]),
        labels.line(labels.copy, [addressPart(command.archive)]),
      ];
    case 'dispute':
      return whole(words, labels.reason, command.reason);
    case 'outcome':
      return whole(words, labels.note, command.outcome.note);
    default:
      return noTexts(command);
  }
}

/** Every text of a proposal whole. They follow its short lines, which say what was read and what would change. */
export function wholeProposalLines(
  words: Words,
  command: Proposable,
  proposal: ProposalAbout,
): readonly Line[] {
  const { scope = [], actor } = scopeIn(command);
  const texts = [
    ...each(words, words.review.whole.onlyFor, scope),
    ...whole(words, words.review.whole.actor, actor),
    ...commandTexts(words, command, proposal),
    ...statedTexts(words, command, proposal.zone),
  ];
  return texts.map(plain);
}
