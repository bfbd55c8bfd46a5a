import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Exchange } from '../../src/playground/index.js';
import { isObject, objectAt, rootId, SchemaRewriter, type Json, type JsonObject } from './openapi-schema.js';

interface Violation {
  /** As `POST /channels/{channel_id}/messages`. */
  readonly operation: string;
  readonly where: 'route' | 'request' | 'status' | 'response';
  readonly problems: readonly string[];
  readonly exchange: Exchange;
}

/** Whether what went over the wire is what Discord's own description says. */
export interface OpenapiCheck {
  /** Hand it every exchange: `discord.onRequest(api.check)`. */
  readonly check: (exchange: Exchange) => void;
  readonly violations: readonly Violation[];
  /** The operations met so far, sorted. */
  readonly covered: readonly string[];
}

const defaultSpec =
  process.env['DISCORD_OPENAPI'] ?? resolve(import.meta.dirname, '../../../shared/discord/openapi.json');

/** A check by the API description; null where there is none on this machine, and the test is to be skipped. */
export function openapiCheck(specPath = defaultSpec): OpenapiCheck | null {
  if (!existsSync(specPath)) return null;
  const spec: unknown = JSON.parse(readFileSync(specPath, 'utf8'));
  if (!isObject(spec)) throw new Error(`${specPath} is no API description`);
  const paths = new Map(Object.entries(objectAt(spec, 'paths')).map(([path, item]) => [unnamed(path), item]));
  const requests = new Validators(spec, true);
  const responses = new Validators(spec, false);
  const violations: Violation[] = [];
  const covered = new Set<string>();
  return {
    violations,
    get covered() {
      return [...covered].toSorted();
    },
    check: (exchange) => {
      const operation = `${exchange.method} ${exchange.route ?? exchange.path}`;
      covered.add(operation);
      const described = objectAt(
        paths.get(unnamed(exchange.route ?? exchange.path)),
        exchange.method.toLowerCase(),
      );
      for (const found of inspect(described, exchange, requests, responses))
        violations.push({ operation, exchange, ...found });
    },
  };
}

type Finding = Pick<Violation, 'where' | 'problems'>;

function inspect(
  described: JsonObject,
  exchange: Exchange,
  requests: Validators,
  responses: Validators,
): Finding[] {
  if (Object.keys(described).length === 0) return [{ where: 'route', problems: ['is not described'] }];
  const body = schemaOf(described['requestBody']);
  const request = body === undefined ? [] : requests.problems(body, tolerant(exchange.body ?? {}));
  const findings: Finding[] = request.length === 0 ? [] : [{ where: 'request', problems: request }];
  return [...findings, ...inspectAnswer(objectAt(described, 'responses'), exchange, responses)];
}

function inspectAnswer(
  described: JsonObject,
  { status, response }: Exchange,
  validators: Validators,
): Finding[] {
  // What a server breaking down sends is not described by anyone.
  if (status >= 500) return [];
  const answer = described[String(status)] ?? (status >= 400 ? described['4XX'] : undefined);
  if (answer === undefined) return [{ where: 'status', problems: [`${status} is not described`] }];
  const schema = schemaOf(answer);
  const problems = schema === undefined ? [] : validators.problems(schema, plain(response));
  return problems.length === 0 ? [] : [{ where: 'response', problems }];
}

/** The schema of a JSON body, if the description has one. */
function schemaOf(part: Json | undefined): Json | undefined {
  return objectAt(part, 'content', 'application/json')['schema'];
}

/** Validators of one description, compiled when first needed: the whole would take long. */
class Validators {
  readonly #ajv: Ajv2020;
  readonly #rewriter: SchemaRewriter;
  readonly #compiled = new Map<Json, ValidateFunction>();

  constructor(spec: JsonObject, closed: boolean) {
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
    formats.default(this.#ajv);
    // Not only real ids: the attachments of an upload are numbered from 0.
    this.#ajv.addFormat('snowflake', /^\d{1,20}$/);
    this.#ajv.addFormat('nonce', /^[\s\S]{1,25}$/);
    this.#rewriter = new SchemaRewriter(spec, closed);
    this.#ajv.addSchema({ $id: rootId, components: this.#rewriter.rewrite(objectAt(spec, 'components')) });
  }

  problems(schema: Json, value: Json): string[] {
    const known = this.#compiled.get(schema);
    const validate = known ?? this.#compile(schema);
    this.#compiled.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(problem);
  }

  #compile(schema: Json): ValidateFunction {
    const rewritten = this.#rewriter.rewrite(schema);
    return this.#ajv.compile(isObject(rewritten) ? rewritten : {});
  }
}

function problem(error: ErrorObject): string {
  const { instancePath, message, params } = error;
  return `${instancePath === '' ? '/' : instancePath} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;
}

/** discord.js writes these two into every message, which the description does not foresee everywhere. */
function tolerant(body: unknown): Json {
  const value = plain(body);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(
    ([key, part]) => !(part === false && (key === 'tts' || key === 'enforce_nonce')),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, key === 'data' ? tolerant(part) : part]));
}

/** As it goes over the wire: without what JSON leaves out. */
function plain(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function unnamed(path: string): string {
  return path.replaceAll(/\{[^}]+\}/g, '{}');
}
