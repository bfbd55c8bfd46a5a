/** The parameters of the API: what may be given, and why something else may not. */
import { z } from 'zod';
import type { State } from '../../../domain/state.js';
import type { ApiParameter } from '../../../wording/en/api.js';
import type { Words } from '../../../wording/index.js';
import { plainText } from '../../../wording/plain-text.js';
import type { Text } from '../../../wording/parts.js';
import { typed } from '../../../wording/typed.js';
import { SECTION_STATES, SECTIONS, type Section } from '../model/lists.js';
import { day } from './schema/basics.js';

const LONGEST = 300;
const MOST = 100;
const USUAL = 50;

const line = z.string().max(LONGEST);
/** The states that no section is called by. */
const OTHER_STATES = [
  'open',
  'suspended',
  'withdrawn',
  'superseded',
  'resolved',
] as const satisfies readonly State[];
const state = z.enum([...SECTIONS, ...OTHER_STATES]);

const isSection = (name: string): name is Section => SECTIONS.some((section) => section === name);

/** The states that a filter stands for; null where there is none. */
export function statesOf(filter: z.output<typeof state> | undefined): readonly State[] | null {
  if (filter === undefined) return null;
  return isSection(filter) ? SECTION_STATES[filter] : [filter];
}

/** Parameters that several operations have. */
export const NARROWING = {
  q: line.optional(),
  issuer: line.optional(),
  target: line.optional(),
  tag: line.optional(),
};
export const STATE = { state: state.optional() };
export const AT = { at: day.optional() };
const limit = { limit: z.coerce.number().int().min(1).max(MOST).default(USUAL) };

/** The page of a list; `pattern` is what a cursor of it looks like. */
export const paged = (pattern: RegExp) => ({ ...limit, cursor: z.string().regex(pattern).optional() });

/** Cursors: the number with which a page ended, a deadline and a number, or a name. */
export const BY_NUMBER = /^[1-9]\d{0,8}$/;
export const BY_DEADLINE = /^-?\d{1,16}\.[1-9]\d{0,8}$/;
export const BY_NAME = /^[\s\S]{1,1000}$/;

/** What a request gives, by the name of the parameter; several values where it was given more than once. */
export type GivenParameters = Readonly<Record<string, readonly string[]>>;

/** Why a request can't be answered: the parameter, and what to do. */
export interface WrongParameter {
  readonly parameter: string;
  readonly detail: string;
}

/** The parameters as they were given, or as a schema reads them. */
export type ReadQuery<S extends z.ZodObject> =
  | { readonly ok: true; readonly query: z.output<S>; readonly given: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly wrong: WrongParameter };

const isParameter = (words: Words, name: string): name is ApiParameter =>
  Object.hasOwn(words.api.problems.wrong, name);

/** Longer than the name of any parameter. */
const LONGEST_NAME = 40;

function unknownText({ api, lists }: Words, name: string, known: readonly string[]): Text {
  const { unknown, noneKnown } = api.problems;
  const shown = [typed(name, LONGEST_NAME)];
  if (known.length === 0) return noneKnown(shown);
  return unknown(shown, lists.and(known.map((one): Text => [{ kind: 'text', text: one }])));
}

/** Reads the parameters of an operation. What is left empty is not given; what is unknown would be silently ignored, so it is refused. */
export function readQuery<S extends z.ZodObject>(
  words: Words,
  schema: S,
  all: GivenParameters,
): ReadQuery<S> {
  const { problems } = words.api;
  const wrong = (parameter: string, detail: Text) =>
    ({
      ok: false,
      wrong: { parameter: plainText([typed(parameter, LONGEST_NAME)]), detail: plainText(detail) },
    }) as const;
  const known = Object.keys(schema.shape);
  const given: Record<string, string> = {};
  for (const [name, values] of Object.entries(all)) {
    if (!known.includes(name)) return wrong(name, unknownText(words, name, known));
    if (values.length > 1) return wrong(name, problems.twice([typed(name, LONGEST_NAME)]));
    if (values[0] !== undefined && values[0] !== '') given[name] = values[0];
  }
  const read = schema.safeParse(given);
  if (read.success) return { ok: true, query: read.data, given };
  const name = String(read.error.issues[0]?.path[0] ?? '');
  return wrong(name, isParameter(words, name) ? problems.wrong[name] : problems.failed);
}
