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
import { subjectOf, suggestionText } from '../discord/views/index.js';
import { cleanLine } from '../domain/clean.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { When } from '../domain/when.js';
import { matchIn, proposeUpdate } from '../language/proposal/index.js';
import { numberIn } from './about.js';
import { sayingOf, type ZoneChoice } from './draft-context.js';
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

const WHAT = [
  { value: 'move', name: 'The deadline was moved' },
  { value: 'outcome', name: 'It ended: record the outcome' },
  { value: 'suspend', name: 'It was paused' },
  { value: 'resume', name: 'It was resumed with a new deadline' },
  { value: 'withdraw', name: 'It was withdrawn' },
  { value: 'source', name: 'Nothing changed: add a source only' },
] as const;

type Kind = (typeof WHAT)[number]['value'];

interface Filled {
  readonly which: string | undefined;
  readonly others: readonly number[];
  readonly what: Kind | undefined;
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

function fields({ which, others, what, deadline, quote, link }: Filled): readonly FormField[] {
  const text = (id: string, label: string, value: string | null) =>
    ({ id, label, required: false, long: true, maxLength: 1000, ...filled(value?.slice(0, 1000)) }) as const;
  const also = others.length === 0 ? '' : ` Or ${others.map(subjectOf).join(', ')}?`;
  return [
    {
      id: 'which',
      label: 'Which one',
      description: `Its number, such as U-12.${also}`,
      required: true,
      maxLength: 100,
      ...filled(which),
    },
    { id: 'what', label: 'What happened', required: true, choices: WHAT, ...filled(what) },
    {
      ...text('deadline', 'New deadline, in the words used', null),
      long: false,
      maxLength: 200,
      ...filled(deadline === null ? null : cleanLine(deadline).slice(0, 200)),
    },
    text('quote', 'Quote', quote),
    text('source', 'Link', link),
  ];
}

const filled = (value: string | null | undefined) =>
  value === undefined || value === null || value === '' ? {} : { value };

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
  const [only, other] = new Set([...text.matchAll(/\bU-(\d{1,9})\b/g)].map((match) => Number(match[1])));
  return only === undefined || other !== undefined ? null : only;
}

/** Which of the running ultimatums a post is about. */
async function likely(text: string, { store, guild }: Context): Promise<Likely> {
  const named = numberNamed(text);
  if (named !== null) return { best: named, others: [] };
  const states = ['open', 'passed', 'suspended'] as const;
  const { rows } = await store.list(guild, { states, limit: MOST_RUNNING, counted: false });
  const { best, order } = matchIn(text, rows);
  return { best, others: order.filter((number) => number !== best).slice(0, LIKELY) };
}

/** What happened as it can have happened: what is paused is not moved but resumed. */
function kindOf(happened: Kind, ultimatum: Ultimatum | null): Kind {
  return happened === 'move' && ultimatum?.state === 'suspended' ? 'resume' : happened;
}

/** The ultimatum of a number; null also where it is hidden, because a form has its names in it. */
async function shown(number: number | null, { store, guild }: Context): Promise<Ultimatum | null> {
  const found = number === null ? null : await store.ultimatum(guild, number);
  return found?.hidden === null ? found : null;
}

/** What the form shows: of a post whatever was understood, of a card its number. */
async function filledFrom(number: number | null, seen: Seen | null, context: Context): Promise<Filled> {
  const { best, others } = seen === null ? { best: null, others: [] } : await likely(seen.text, context);
  const known = number ?? best;
  const ultimatum = await shown(known, context);
  const which = known === null || ultimatum === null ? undefined : suggestionText(known, ultimatum);
  if (seen === null) return { ...EMPTY, which };
  const place: ZoneChoice =
    ultimatum === null
      ? { zone: context.settings.zone, from: 'server' }
      : { zone: ultimatum.zone, from: 'issuer' };
  const { happened, deadline, quote } = proposeUpdate(seen.text, sayingOf(seen.at, place, context));
  return { which, others, what: kindOf(happened, ultimatum), deadline, quote, link: seen.link };
}

/** The form of an update; `number` null looks for the best match in the message. */
export async function openUpdate(number: number | null, seen: Seen | null, context: Context): Promise<Reply> {
  const refusal = mayBegin('move', context);
  if (refusal !== null) return refuse(refusal);
  const about = number === null ? null : await draftAbout('move', number, {}, context);
  if (about?.ok === false) return refuse(about.refusal);
  const filledIn = await filledFrom(number, seen, context);
  const state: SeenPost = {
    url: seen?.url ?? null,
    at: seen?.at ?? null,
    outlet: seen?.outlet ?? null,
  };
  const key = await context.keep(UPDATE_FLOW, state);
  return {
    kind: 'form',
    form: { key, action: 'send', title: 'Update an ultimatum', fields: fields(filledIn) },
  };
}

const isKind = (text: string | undefined): text is Kind => WHAT.some(({ value }) => value === text);

export const updateFlow: FlowHandler = {
  kind: 'flow',
  name: UPDATE_FLOW,
  async run({ key, state, fields: { which = '', what, deadline = '', quote = '', source = '' } }, context) {
    const post = parseSeenPost(state);
    if (post === null || !isKind(what)) return expired;
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
