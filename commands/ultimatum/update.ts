import { z } from 'zod';
import type { Context, FlowDoor, FormField, Reply } from '../../src/discord/command.js';
import { suggestionText } from '../../src/discord/views/index.js';
import { foldOrNull } from '../../src/domain/fold.js';
import type { When } from '../../src/domain/when.js';
import { numberIn } from '../shared/about.js';
import { present } from '../shared/present.js';
import { mayBegin } from '../shared/save.js';
import { draftAbout } from './begin.js';

const UPDATE_FLOW = 'update';

/** The Discord message an update was begun from. */
export interface Seen {
  readonly url: string;
  readonly at: When;
  readonly quote: string;
  readonly link: string;
}

const stateSchema = z.object({
  url: z.string().nullable(),
  at: z.object({ start: z.number(), end: z.number() }).nullable(),
});

const WHAT = [
  { value: 'move', name: 'The deadline was moved' },
  { value: 'outcome', name: 'It ended: record the outcome' },
  { value: 'suspend', name: 'It was paused' },
  { value: 'resume', name: 'It was resumed with a new deadline' },
  { value: 'withdraw', name: 'It was withdrawn' },
  { value: 'source', name: 'Nothing changed: add a source only' },
] as const;

type Kind = (typeof WHAT)[number]['value'];

function fields(which: string | undefined, seen: Seen | null): readonly FormField[] {
  const text = (id: string, label: string, value?: string) =>
    ({ id, label, required: false, long: true, maxLength: 1000, ...(value ? { value } : {}) }) as const;
  return [
    {
      id: 'which',
      label: 'Which one',
      description: 'Its number, such as U-12.',
      required: true,
      maxLength: 100,
      ...(which === undefined ? {} : { value: which }),
    },
    { id: 'what', label: 'What happened', required: true, choices: WHAT },
    { ...text('deadline', 'New deadline, in the words used'), long: false, maxLength: 200 },
    text('quote', 'Quote', seen?.quote.slice(0, 1000)),
    text('source', 'Link', seen?.link),
  ];
}

/** The running ultimatum whose names occur most often in a text; undefined where none does. */
async function bestMatch(text: string, { store, guild }: Context): Promise<number | undefined> {
  const { rows } = await store.list(guild, { states: ['open', 'passed', 'suspended'], limit: 200 });
  const words = text.toLowerCase();
  const scored = rows.map((row) => {
    const names = [row.issuer, ...row.targets].flatMap((name) => name.toLowerCase().split(/\s+/));
    return {
      number: row.number,
      hits: names.filter((name) => name.length > 2 && words.includes(name)).length,
    };
  });
  const best = scored.reduce((a, b) => (b.hits > a.hits ? b : a), { number: 0, hits: 0 });
  return best.hits === 0 ? undefined : best.number;
}

/** The form of an update; `number` null looks for the best match in the message. */
export async function openUpdate(number: number | null, seen: Seen | null, context: Context): Promise<Reply> {
  const refusal = mayBegin('move', context);
  if (refusal !== null) return { kind: 'refusal', refusal };
  const { store, guild, member, now } = context;
  const known = number ?? (seen === null ? undefined : await bestMatch(seen.quote, context));
  const ultimatum = known === undefined ? null : foldOrNull(await store.entries(guild, known));
  const which = known === undefined || ultimatum === null ? undefined : suggestionText(known, ultimatum);
  const key = context.key();
  const state = { url: seen?.url ?? null, at: seen?.at ?? null };
  await store.savePending({
    key,
    guild,
    user: member.id,
    flow: UPDATE_FLOW,
    state,
    created: now,
    done: null,
  });
  return {
    kind: 'form',
    form: { key, action: 'send', title: 'Update an ultimatum', fields: fields(which, seen) },
  };
}

const isKind = (text: string | undefined): text is Kind => WHAT.some(({ value }) => value === text);

export const updateFlow: FlowDoor = {
  kind: 'flow',
  name: UPDATE_FLOW,
  async run({ key, state, fields: { which = '', what, deadline = '', quote = '', source = '' } }, context) {
    const parsed = stateSchema.safeParse(state);
    if (!parsed.success || !isKind(what)) return { kind: 'refusal', refusal: { why: 'expired' } };
    const number = numberIn(which);
    if (number === null) {
      return { kind: 'refusal', refusal: { why: 'not-found', what: 'ultimatum', given: which } };
    }
    const refusal = mayBegin(what, context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const draft = await draftAbout(what, number, { deadline, quote, source }, context);
    if (!draft.ok) return { kind: 'refusal', refusal: draft.refusal };
    await context.store.finishPending(key, 'It was sent; the preview holds.');
    const { url, at } = parsed.data;
    return present({ ...draft.value, seenIn: url, posted: at }, context, 'message');
  },
};
