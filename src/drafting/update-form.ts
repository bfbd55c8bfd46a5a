/** The form of an update: filled from a post as far as it was understood, or from the card it was opened at. */
import type { FormField, Outlet, Context } from '../discord/command.js';
import { cleanLine } from '../domain/clean.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { When } from '../domain/when.js';
import { matchIn, proposeUpdate } from '../language/proposal/index.js';
import type { Words } from '../wording/index.js';
import { suggestionText } from '../wording/suggestion.js';
import { readingContextOf } from './moment.js';
import type { ZoneChoice } from './zone.js';

/** The Discord message an update is begun from. */
export interface NewsPost {
  readonly url: string;
  readonly at: When;
  readonly text: string;
  /** Empty where there is none. */
  readonly link: string;
  readonly outlet: Outlet | null;
}

/** What may have happened, in the order of the choices. */
const HAPPENED = ['move', 'outcome', 'suspend', 'resume', 'withdraw', 'source'] as const;
export type Happened = (typeof HAPPENED)[number];

export const isHappened = (text: string | undefined): text is Happened =>
  HAPPENED.some((known) => known === text);

/** What the form shows before anything is typed. */
interface Prefill {
  readonly which: string;
  /** The numbers of the best other matches. */
  readonly others: readonly number[];
  readonly what: Happened | null;
  readonly deadline: string;
  readonly quote: string;
  readonly link: string;
}

const EMPTY: Prefill = { which: '', others: [], what: null, deadline: '', quote: '', link: '' };

const MAX_WORDS = 200;
const MAX_TEXT = 1000;
/** How many other matches are named, and how many running ultimatums a post is compared with. */
const MAX_OTHERS = 4;
const MAX_RUNNING = 200;

interface PostMatch {
  /** The one the post is about; null where two fit alike or none does. */
  readonly best: number | null;
  readonly others: readonly number[];
}

/** The one number a post names, as our own posts do; null where it names none or several. */
function numberNamed(text: string): number | null {
  const [number, other] = new Set([...text.matchAll(/\bU-(\d{1,9})\b/g)].map((match) => Number(match[1])));
  return number === undefined || other !== undefined ? null : number;
}

/** Which of the running ultimatums a post is about. */
async function matchOf(text: string, { record }: Context): Promise<PostMatch> {
  const named = numberNamed(text);
  if (named !== null) return { best: named, others: [] };
  const states = ['open', 'passed', 'suspended'] as const;
  const { rows } = await record.list({ states, limit: MAX_RUNNING, counting: 'none' });
  const { best, order } = matchIn(text, rows);
  return { best, others: order.filter((number) => number !== best).slice(0, MAX_OTHERS) };
}

/** The ultimatum of a number; null also where it is hidden, because the form would show its names. */
async function visibleUltimatum(number: number | null, { record }: Context): Promise<Ultimatum | null> {
  const found = number === null ? null : await record.ultimatum(number);
  return found?.hidden === null ? found : null;
}

/** What can have happened: a paused ultimatum is not moved but resumed. */
function happenedTo(ultimatum: Ultimatum | null, happened: Happened): Happened {
  return happened === 'move' && ultimatum?.state === 'suspended' ? 'resume' : happened;
}

/** What the form shows: of a post whatever was understood, of a card its number. */
async function prefillOf(number: number | null, post: NewsPost | null, context: Context): Promise<Prefill> {
  const match = post === null ? { best: null, others: [] } : await matchOf(post.text, context);
  const known = number ?? match.best;
  const ultimatum = await visibleUltimatum(known, context);
  const which = known === null || ultimatum === null ? '' : suggestionText(context.words, known, ultimatum);
  if (post === null) return { ...EMPTY, which };
  const zoneChoice: ZoneChoice =
    ultimatum === null
      ? { zone: context.settings.zone, from: 'server' }
      : { zone: ultimatum.zone, from: 'issuer' };
  const proposal = proposeUpdate(post.text, readingContextOf(post.at, zoneChoice, context));
  return {
    which,
    others: match.others,
    what: happenedTo(ultimatum, proposal.happened),
    deadline: proposal.deadline ?? '',
    quote: proposal.quote ?? '',
    link: post.link,
  };
}

/** An empty field has no value, so that its placeholder is seen. */
const valueOf = (value: string) => (value === '' ? {} : { value });

function longField(id: string, label: string, value: string): FormField {
  const text = value.slice(0, MAX_TEXT);
  return { id, label, required: false, long: true, maxLength: MAX_TEXT, ...valueOf(text) };
}

function fieldsOf(prefill: Prefill, { menus: { update } }: Words): readonly FormField[] {
  const { which, others, what, deadline, quote, link } = prefill;
  const description = others.length === 0 ? update.number : update.numberOr(others.map(ultimatumId));
  const choices = HAPPENED.map((value) => ({ value, name: update.happened[value] }));
  const words = cleanLine(deadline).slice(0, MAX_WORDS);
  return [
    { id: 'which', label: update.which, description, required: true, maxLength: 100, ...valueOf(which) },
    { id: 'what', label: update.what, required: true, choices, shownAs: 'radios', ...valueOf(what ?? '') },
    { id: 'deadline', label: update.deadline, required: false, maxLength: MAX_WORDS, ...valueOf(words) },
    longField('quote', update.quote, quote),
    longField('source', update.link, link),
  ];
}

/** The fields of the form; with `number` null the best match in the post is proposed. */
export async function updateFields(
  number: number | null,
  post: NewsPost | null,
  context: Context,
): Promise<readonly FormField[]> {
  return fieldsOf(await prefillOf(number, post, context), context.words);
}
