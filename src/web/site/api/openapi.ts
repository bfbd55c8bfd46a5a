/** The description of the API as OpenAPI 3.1, made from the schemas that its answers go through. */
import { z } from 'zod';
import { english } from '../../../wording/index.js';
import type { SitePage } from '../page.js';
import type { OperationId } from './operation.js';
import { SERVER_OPERATIONS } from './operations.js';
import { NAMED } from './schema/basics.js';
import { problem } from './schema/server.js';
import { SERVERS } from './servers.js';

/** A part of the description. */
type Json = Record<string, unknown>;

const { info, operations, parameters, path: pathWords, responses } = english.api;

const VERSION = '1.0.0';
const addressOf = (id: string): string => `#/components/schemas/${id}`;

/** Clients are told to expect fields that they don't know: no object is closed. */
function opened({ jsonSchema }: { readonly jsonSchema: { additionalProperties?: unknown } }): void {
  delete jsonSchema.additionalProperties;
}

/** Every schema that has a name. */
function schemas(): Json {
  const { schemas: all } = z.toJSONSchema(NAMED, { uri: addressOf, override: opened });
  return Object.fromEntries(
    Object.entries(all).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}

/** A response with JSON of a schema that has a name. */
const content = (type: string, schema: z.ZodType): Json => ({
  content: { [type]: { schema: { $ref: addressOf(NAMED.get(schema)?.id ?? '') } } },
});

const problemOf = (description: string): Json => ({
  description,
  ...content('application/problem+json', problem),
});

const header = (description: string): Json => ({ description, schema: { type: 'string' } });

const RESPONSES = { '304': 'Unchanged', '400': 'Wrong', '404': 'Missing', '503': 'Busy' };

function queryParameters(query: z.ZodObject): readonly Json[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', override: opened });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    description: Object.entries(parameters).find(([known]) => known === name)?.[1] ?? name,
    schema,
  }));
}

function pathParameters(path: string): readonly Json[] {
  const names = Array.from(path.matchAll(/:(\w+)/g), ([, name = '']) => name);
  return names.map((name) => ({
    name,
    in: 'path',
    required: true,
    description: Object.entries(pathWords).find(([known]) => known === name)?.[1] ?? name,
    schema: { type: 'string' },
  }));
}

interface DescribedOperation {
  readonly id: OperationId;
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
}

/** The description of an operation under its path, as the router writes it. */
function described(path: string, { id, query, answer }: DescribedOperation): readonly [string, Json] {
  const others = Object.entries(RESPONSES).map(([status, name]) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]);
  const get = {
    operationId: id,
    summary: operations[id],
    parameters: [...pathParameters(path), ...queryParameters(query)],
    responses: {
      '200': {
        description: responses.found,
        headers: { ETag: header(responses.etag), 'Content-Digest': header(responses.digest) },
        ...content('application/json', answer),
      },
      ...Object.fromEntries(others),
    },
  };
  return [path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}'), { get }];
}

/** The description, for the site at `publicUrl`. */
export function openApi(publicUrl: string): SitePage {
  const paths = [
    described(SERVERS.path, SERVERS),
    ...SERVER_OPERATIONS.map((one) => described(`${SERVERS.path}/:server${one.path}`, one)),
  ];
  const description = {
    openapi: '3.1.0',
    info: { ...info, version: VERSION },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: schemas(),
      responses: {
        Unchanged: { description: responses.unchanged },
        Wrong: problemOf(responses.wrong),
        Missing: problemOf(responses.missing),
        Busy: problemOf(responses.busy),
      },
    },
  };
  const body = JSON.stringify(description);
  return { status: 200, type: 'application/json; charset=utf-8', body, indexed: false, open: true };
}
