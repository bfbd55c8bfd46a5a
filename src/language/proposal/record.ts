/** Proposes a new record from a news post. */
import { attributed, withoutSource } from './attribution.js';
import {
  findDeadlines,
  MAX_POST_LENGTH,
  reportedDays,
  stepsFor,
  type ReadingContext,
  type Steps,
} from '../index.js';
import { SAYING } from '../lexicon/count-starts.js';
import { bodyOf } from './bodies.js';
import { headOf } from './heads.js';
import { wholeName } from './names.js';
import { foreign } from './others.js';
import { NOTHING, threatOf, type Parts } from './tail.js';
import { marked } from './time.js';
import { quotesOf, sentencesOf, unmarked } from './text.js';

/** What is proposed for a new record; a person corrects it. Null where nothing is said with confidence. */
export interface RecordProposal extends Parts {
  readonly quote: string | null;
  /** The weekday on which the post says that it was said, in its words. */
  readonly said: string | null;
}

const NAMES: readonly (keyof Parts)[] = ['issuer', 'target', 'demand', 'threat', 'deadline'];

function partsOf(sentence: string): Parts | null {
  if (sentence.endsWith('?')) return null;
  const { text, words } = marked(sentence);
  const parts = markedParts(text);
  if (parts === null) return foreign(sentence);
  const spoken = (part: string | null) => (part === null ? null : words(part));
  const { issuer, target, demand, threat, deadline } = parts;
  const told = { demand: spoken(demand), threat: spoken(threat), deadline: lasting(spoken(deadline)) };
  return { issuer: spoken(issuer), target: spoken(target), ...told };
}

/** "50-day" before "deadline" is "50 days" in the words of a deadline. */
function lasting(time: string | null): string | null {
  return (
    time
      ?.replace(/ at (?:the )?most$/i, '')
      .replaceAll(/^['’‘"“]|['’”"]$/g, '')
      .replace(/^(\S+)-(minute|hour|day|week|month|year)$/i, (_, count: string, unit: string) =>
        /^(?:an?|one|1)$/i.test(count) ? `${count} ${unit}` : `${count} ${unit}s`,
      ) ?? null
  );
}

/** "Maduro given until Friday, a senator says": who says it did not give it. */
const reported = (body: string) => /\bgiven\b|\bfac(?:es|ing)\b/i.test(body);

function markedParts(whole: string): Parts | null {
  const { text: sentence, by: teller } = withoutSource(whole);
  const colonHead = /^\p{Lu}[^:]{1,40}: /u.test(sentence)
    ? headOf(sentence.slice(sentence.indexOf(': ') + 2))
    : null;
  if (colonHead !== null && colonHead.issuer !== null) return colonHead;
  const plain = attributed(sentence);
  const { to, body } = plain;
  const by = plain.by ?? teller;
  // In '"We have given the bank a week to pay," said Berg' the shape is that of what is quoted.
  const quoted = /^["“]/.test(sentence) && plain.by !== null;
  const head = headOf(quoted ? body : sentence);
  if (head !== null) return { ...head, issuer: head.issuer ?? (quoted ? by : teller) };
  const said = bodyOf(body) ?? (by === null ? null : headOf(body));
  if (said === null) return null;
  const issuer = said.issuer ?? (reported(body) ? null : by);
  return { ...said, issuer, target: said.target ?? to };
}

const filled = (parts: Parts) => NAMES.filter((name) => parts[name] !== null).length;
const same = (one: string | null, other: string | null) =>
  one === null || other === null || one.includes(other) || other.includes(one);

/** The day of a report is named by its weekday; other sentences are not looked at. */
const WEEKDAY =
  /(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tag(?:s|abend)?\b|woch|lundi|mardi|credi|jeudi|dredi|samedi|dimanche|lunes|martes|coles|jueves|viernes|bado|domingo|понеділ|вівтор|серед|четвер|п['’ʼ]ятниц|субот|неділ|понедельник|вторник|сред|четверг|пятниц|суббот|воскресен/iu;
/** What leads to the day of a report: "late on Friday". */
const LEADS = /(?:,? ?(?:late|early|earlier) )?(?:(?:^|\s)(?:on|am|en) )?$/i;

/** A sentence without the days on which something was said or done: "told the EU on Saturday that it faces …". */
function withoutReported(sentence: string, context: ReadingContext, steps: Steps): string {
  if (!WEEKDAY.test(sentence)) return sentence;
  const spans = reportedDays(sentence, context, steps);
  return spans.reduceRight((text, [start, end]) => {
    const before = text.slice(0, start).replace(LEADS, ' ');
    return `${before.trimEnd()} ${text.slice(end).trimStart()}`.replaceAll(/ (?=[,.;:])/g, '').trim();
  }, sentence);
}

/** The first weekday on which somebody said something in the sentences. */
function saidIn(sentences: readonly string[], context: ReadingContext, steps: Steps): string | null {
  for (const sentence of sentences) {
    if (!WEEKDAY.test(sentence) || !SAYING.test(sentence)) continue;
    const [span] = reportedDays(sentence, context, steps);
    if (span !== undefined) return sentence.slice(...span);
  }
  return null;
}

/** The sentence that says most, completed from those that do not contradict it. */
function merged(all: readonly [Parts, ...Parts[]]): Parts {
  const best = all.reduce((a, b) => (filled(b) > filled(a) ? b : a));
  return all.reduce((sum: Parts, other) => {
    if (!same(sum.issuer, other.issuer) || !same(sum.target, other.target)) return sum;
    return {
      issuer: sum.issuer ?? other.issuer,
      target: sum.target ?? other.target,
      demand: sum.demand ?? other.demand,
      threat: sum.threat ?? other.threat,
      deadline: sum.deadline ?? other.deadline,
    };
  }, best);
}

/** What befalls those who do not: in a sentence of its own. */
const CONSEQUENCE = new RegExp(
  [
    "^(?<who>(?:those|anyone|anybody|employees|staff|workers|countries|companies|tenants|members)(?: who| that)? (?:do not|don['’]t|does not|doesn['’]t|fail to|fails to|refuse to|remaining|who remain).{0,60}? (?:will|would|face|faces|risk|risks) .{3,150})$",
    '^failure to .{2,80}? (?:will|would|could|may) (?:result in|lead to|mean|be (?:met|treated|taken) (?:with|as)) (?<what>.{3,150})$',
    '^(?:otherwise|if not|or else|failing that)[,:]? (?<else>.{3,150})$',
  ].join('|'),
  'i',
);

/** What befalls those who do not, where a sentence by itself says it; null where none does. */
function consequenceIn(sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    const groups = CONSEQUENCE.exec(sentence.replace(/[.!]+$/, ''))?.groups;
    const found = groups?.['who'] ?? groups?.['what'] ?? groups?.['else'];
    if (found !== undefined) return threatOf(found);
  }
  return null;
}

const MOST_QUOTE = 1000;
const FEWEST_WORDS = 4;

/** The longest words in quotation marks; null where a post has none. A reporter's sentence is nobody's quote. */
export function quoteIn(text: string): string | null {
  const longest = quotesOf(text).reduce((a, b) => (b.length > a.length ? b : a), '');
  const words = longest.replace(/[,;]$/, '').slice(0, MOST_QUOTE);
  return longest.split(' ').length >= FEWEST_WORDS ? words : null;
}

/** The least score of a date elsewhere in the post, and its least lead over the next one. */
const LIKELY = 5;
/** Of the only date that is named less is enough. */
const ONLY = 3;
const CLEARLY = 2;
/** Longer than any words for two dates. */
const MOST_WORDS = 100;

interface Likely {
  readonly words: string;
  /** The words of several dates, of which one is to be chosen. */
  readonly several: boolean;
  readonly demanded: boolean;
}

/** The words of the date of a post that is a deadline; of several that are as likely all, so that it is asked which. */
function likelyDeadline(text: string, context: ReadingContext, steps: Steps): Likely | null {
  // What is asked about is no deadline.
  const plain = unmarked(text).replaceAll(/[^.!?\n]+[.!?\n]?/g, (sentence) =>
    sentence.endsWith('?') ? ' '.repeat(sentence.length) : sentence,
  );
  const all = findDeadlines(plain, context, steps);
  const [first] = all;
  if (first === undefined || first.score < (all.length === 1 ? ONLY : LIKELY)) return null;
  if (!first.reasons.includes('by') && !first.reasons.includes('deadline')) return null;
  const demanded = first.reasons.some((reason) => reason === 'demand' || reason === 'or-else');
  const tied = all.filter(({ score }) => first.score - score < CLEARLY);
  if (tied.length === 1) return { words: first.words, several: false, demanded };
  const [start, end] = [
    Math.min(...tied.map((candidate) => candidate.start)),
    Math.max(...tied.map((candidate) => candidate.end)),
  ];
  return end - start > MOST_WORDS ? null : { words: plain.slice(start, end), several: true, demanded };
}

/**
 * What a news post says of an ultimatum, by plain rules of language. `saying` is when it was posted. Only the first
 * 4,000 characters are looked at, and no more of them than `steps` allow.
 */
export function proposeRecord(
  post: string,
  context: ReadingContext,
  steps: Steps = stepsFor(post),
): RecordProposal {
  const text = post.slice(0, MAX_POST_LENGTH);
  const written = sentencesOf(text);
  const sentences = written.map((sentence) => withoutReported(sentence, context, steps));
  const [first, ...others] = sentences.flatMap(
    (sentence) => (steps.take(sentence.length) ? partsOf(sentence) : null) ?? [],
  );
  const likely = likelyDeadline(text, context, steps);
  // Where no sentence is understood, the date has to stand beside a demand or a consequence.
  const alone = likely?.demanded === true ? likely.words : null;
  if (first === undefined) return { ...NOTHING, deadline: alone, quote: quoteIn(text), said: null };
  const parts = merged([first, ...others]);
  const several =
    likely !== null &&
    likely.several &&
    !/deadline|ultimatum/i.test(likely.words) &&
    likely.words.includes(parts.deadline ?? '');
  const deadline = several ? likely.words : (parts.deadline ?? likely?.words ?? null);
  return {
    ...parts,
    threat: parts.threat ?? (parts.demand === null ? null : consequenceIn(sentences)),
    deadline,
    issuer: wholeName(parts.issuer, text),
    target: wholeName(parts.target, text),
    quote: quoteIn(text),
    said: saidIn(written, context, steps),
  };
}
