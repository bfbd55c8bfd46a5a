/** An operation of the API on one server: path, parameters, the schema of its answer, and what makes it. */
import type { z } from 'zod';
import type { english, Words } from '../../../wording/index.js';
import type { ServerContext } from '../context.js';
import type { SitePage } from '../page.js';
import { queryText } from '../pages/query.js';
import type { SiteRequest } from '../request.js';
import { readQuery, type GivenParameters, type WrongParameter } from './parameters.js';
import { answered } from './problem.js';

/** The name of an operation, by which the catalogue says what it answers. */
export type OperationId = keyof typeof english.api.operations;

/** What an operation was asked for, and how it answers. */
interface OperationRequest<Q extends z.ZodObject, A extends z.ZodType> {
  readonly param: SiteRequest['param'];
  readonly query: z.output<Q>;
  /** The same as they were given. */
  readonly given: Readonly<Record<string, string>>;
  readonly found: (value: z.input<A>) => SitePage;
  /** The address `base` with the same parameters and another cursor; null for null. */
  readonly next: (base: string, cursor: string | null) => string | null;
}

interface OperationParts<Q extends z.ZodObject, A extends z.ZodType> {
  readonly id: OperationId;
  /** Below the server. */
  readonly path: string;
  readonly query: Q;
  readonly answer: A;
  /** How many ordinary pages it is worth; one where it says nothing. */
  readonly cost?: number;
  /** The same where a day is asked for. */
  readonly costAt?: number;
  /** Whether time alone changes it. */
  readonly timely?: boolean;
  /** null where there is nothing. */
  readonly make: (context: ServerContext, asked: OperationRequest<Q, A>) => Promise<SitePage | null>;
}

/** What a request comes to before anything is read. */
type ReadOperation =
  | { readonly ok: false; readonly wrong: WrongParameter }
  | {
      readonly ok: true;
      /** How many ordinary pages it is worth. */
      readonly cost: number;
      /** Whether it stays the same until the record changes: then it is not shown as of a day, which may be today. */
      readonly timeless: boolean;
      readonly page: (context: ServerContext, param: SiteRequest['param']) => Promise<SitePage | null>;
    };

export interface Operation {
  readonly id: OperationId;
  readonly path: string;
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
  readonly read: (words: Words, all: GivenParameters) => ReadOperation;
}

/** An operation whose parameters and answer are what its schemas say. */
export function operation<Q extends z.ZodObject, A extends z.ZodType>(
  parts: OperationParts<Q, A>,
): Operation {
  const { id, path, query: schema, answer, cost = 1, costAt = cost, timely = false, make } = parts;
  return {
    id,
    path,
    query: schema,
    answer,
    read(words, all) {
      const read = readQuery(words, schema, all);
      if (!read.ok) return read;
      const { query, given } = read;
      const found = (value: z.input<A>) => answered(answer, value);
      const next = (base: string, cursor: string | null) =>
        cursor === null ? null : `${base}${queryText({ ...given, cursor })}`;
      return {
        ok: true,
        cost: given['at'] === undefined ? cost : costAt,
        timeless: given['at'] === undefined && !timely,
        page: (context, param) => make(context, { param, query, given, found, next }),
      };
    },
  };
}
