import {
  expired,
  refuse,
  type Context,
  type FlowHandler,
  type FormField,
  type Outlet,
  type Reply,
} from '../discord/command.js';
import { parseSeenPost, type SeenPost } from '../codec/draft.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import { suggestionText } from '../wording/suggestion.js';
import type { Words } from '../wording/index.js';
import { cleanLine } from '../domain/clean.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { When } from '../domain/when.js';
import { matchIn, proposeUpdate } from '../language/proposal/index.js';
import { numberIn } from './suggestions.js';
import { readingContextOf, type ZoneChoice } from './draft-context.js';
import { present } from './preview.js';
import { mayBegin } from './save.js';
import { draftAbout } from './begin.js';

const UPDATE_FLOW = 'update';

/** The Discord message an update was begun from. */
export interface Seen {
  readonly url: string;
  readonly at: When;
  readonly text: string;
  /** Empty where there is none. */
  readonly link: string;
  readonly outlet: Outlet | null;
}

/** What may have happened, in the order of the choices. */
const HAPPENED = ['move', 'outcome', 'suspend', 'resume', 'withdraw', 'source'] as const;
type Happened = (typeof HAPPENED)[number];

const isHappened = (text: string | undefined): text is Happened => HAPPENED.some((known) => known === text);

/** What the form shows before anything is typed. */
interface Filled {
  readonly which: string | undefined;
  readonly others: readonly number[];
  readonly what: Happened | undefined;
  readonly deadline: string | null;
  readonly quote: string | null;
  readonly link: string;
}

const EMPTY: Filled = {
  which: undefined,
  others: [],
  what: undefined,
  deadline: null,
  quote: null,
  link: '',
};

const MAX_WORDS = 200;
const MAX_TEXT = 1000;

const filled = (value: string | null | undefined) =>
  value === undefined || value === null || value === '' ? {} : { value };

function formFields(
  { which, others, what, deadline, quote, link }: Filled,
  { menus: { update } }: Words,
): readonly FormField[] {
  const longText = (id: string, label: string, value: string | null): FormField => ({
    id,
    label,
    required: false,
    long: true,
    maxLength: MAX_TEXT,
    ...filled(value?.slice(0, MAX_TEXT)),
  });
  const number = others.length === 0 ? update.number : update.numberOr(others.map(ultimatumId));
  const choices = HAPPENED.map((value) => ({ value, name: update.happened[value] }));
  const words = deadline === null ? null : cleanLine(deadline).slice(0, MAX_WORDS);
  return [
    {
      id: 'which',
      label: update.which,
      description: number,
      required: true,
      maxLength: 100,
      ...filled(which),
    },
    { id: 'what', label: update.what, required: true, choices, ...filled(what) },
    { id: 'deadline', label: update.deadline, required: false, maxLength: MAX_WORDS, ...filled(words) },
    longText('quote', update.quote, quote),
    longText('source', update.link, link),
  ];
}

const LIKELY = 4;
const MOST_RUNNING = 200;

interface Likely {
  /** The one it is about; null where two fit alike or none does. */
  readonly best: number | null;
  /** The numbers of the best matches. */
  readonly others: readonly number[];
}

/** The one number a post names, as our own posts do; null where it names none or several. */
function numberNamed(text: string): number | null {
  const [number, other] = new Set([...text.matchAll(/\bU-(\d{1,9})\b/g)].map((match) => Number(match[1])));
  return number === undefined || other !== undefined ? null : number;
}

/** Which of the running ultimatums a post is about. */
async function likely(text: string, { record }: Context): Promise<Likely> {
  const named = numberNamed(text);
  if (named !== null) return { best: named, others: [] };
  const states = ['open', 'passed', 'suspended'] as const;
  const { rows } = await record.list({ states, limit: MOST_RUNNING, counted: false });
  const { best, order } = matchIn(text, rows);
  return { best, others: order.filter((number) => number !== best).slice(0, LIKELY) };
}

/** What happened as it can have happened: what is paused is not moved but resumed. */
function kindOf(happened: Happened, ultimatum: Ultimatum | null): Happened {
  return happened === 'move' && ultimatum?.state === 'suspended' ? 'resume' : happened;
}

/** The ultimatum of a number; null also where it is hidden, because a form has its names in it. */
async function shown(number: number | null, { record }: Context): Promise<Ultimatum | null> {
  const found = number === null ? null : await record.ultimatum(number);
  return found?.hidden === null ? found : null;
}

/** What the form shows: of a post whatever was understood, of a card its number. */
async function filledFrom(number: number | null, seen: Seen | null, context: Context): Promise<Filled> {
  const { best, others } = seen === null ? { best: null, others: [] } : await likely(seen.text, context);
  const known = number ?? best;
  const ultimatum = await shown(known, context);
  const which =
    known === null || ultimatum === null ? undefined : suggestionText(context.words, known, ultimatum);
  if (seen === null) return { ...EMPTY, which };
  const place: ZoneChoice =
    ultimatum === null
      ? { zone: context.settings.zone, from: 'server' }
      : { zone: ultimatum.zone, from: 'issuer' };
  const { happened, deadline, quote } = proposeUpdate(seen.text, readingContextOf(seen.at, place, context));
  return { which, others, what: kindOf(happened, ultimatum), deadline, quote, link: seen.link };
}

/** The form of an update; `number` null looks for the best match in the message. */
export async function openUpdate(number: number | null, seen: Seen | null, context: Context): Promise<Reply> {
  const refusal = mayBegin('move', context);
  if (refusal !== null) return refuse(refusal);
  const about = number === null ? null : await draftAbout('move', number, {}, context);
  if (about?.ok === false) return refuse(about.refusal);
  const { words } = context;
  const filledIn = await filledFrom(number, seen, context);
  const state: SeenPost = {
    url: seen?.url ?? null,
    at: seen?.at ?? null,
    outlet: seen?.outlet ?? null,
  };
  const key = await context.keep(UPDATE_FLOW, state);
  return {
    kind: 'form',
    form: { key, action: 'send', title: words.menus.update.title, fields: formFields(filledIn, words) },
  };
}

export const updateFlow: FlowHandler = {
  kind: 'flow',
  name: UPDATE_FLOW,
  async run({ key, state, fields: { which = '', what, deadline = '', quote = '', source = '' } }, context) {
    const post = parseSeenPost(state);
    if (post === null || !isHappened(what)) return expired;
    const number = numberIn(which);
    if (number === null) {
      return refuse({ why: 'not-found', what: 'ultimatum', given: which });
    }
    const refusal = mayBegin(what, context);
    if (refusal !== null) return refuse(refusal);
    const draft = await draftAbout(what, number, { deadline, quote, source }, context);
    if (!draft.ok) return refuse(draft.refusal);
    const { url, at, outlet } = post;
    const sent = { ...draft.value, seenIn: url, posted: at, outlet };
    const replaces = { press: key, done: { kind: 'replaced', because: 'sent' } } as const;
    return present(sent, context, 'message', { replaces });
  },
};
