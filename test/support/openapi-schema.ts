/** A part of the API description, read as plain JSON. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectAt(value: Json | undefined, ...path: readonly string[]): JsonObject {
  const found = path.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), value);
  return isObject(found) ? found : {};
}

const refPrefix = '#/components/schemas/';
/** Under this name the whole description is known to the validator. */
export const rootId = 'discord';

/**
 * Discord's description as a strict validator needs it: closed objects where a bot writes (or a typo
 * passes), unions told apart by `type` (or their errors say nothing), permissions as digits.
 */
export class SchemaRewriter {
  readonly #schemas: JsonObject;
  readonly #closed: boolean;

  constructor(spec: JsonObject, closed: boolean) {
    this.#schemas = objectAt(spec, 'components', 'schemas');
    this.#closed = closed;
  }

  rewrite(value: Json): Json {
    if (Array.isArray(value)) return value.map((one) => this.rewrite(one));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).filter(([key, part]) => !isEmptyEnum(key, part));
    const copy: JsonObject = Object.fromEntries(entries.map(([key, part]) => [key, this.rewrite(part)]));
    if (typeof value['$ref'] === 'string') copy['$ref'] = rootId + value['$ref'];
    if (this.#closed && isObject(value['properties']) && value['allOf'] === undefined)
      copy['unevaluatedProperties'] = false;
    return isBitSet(value)
      ? { anyOf: [copy, { type: 'string', pattern: '^\\d+$' }] }
      : this.#tellApart(value, copy);
  }

  /** A union of objects with different `type`s becomes one question per type. */
  #tellApart(original: JsonObject, copy: JsonObject): JsonObject {
    const key = Array.isArray(original['oneOf']) ? 'oneOf' : 'anyOf';
    const [options, copies] = [original[key], copy[key]];
    if (!Array.isArray(options) || !Array.isArray(copies) || options.length < 2) return copy;
    const types = options.map((option) => this.#typesOf(option));
    const all = types.flat();
    if (types.some((one) => one.length === 0) || new Set(all).size !== all.length) return copy;
    const { [key]: _, ...rest } = copy;
    const questions = types.map((own, index): JsonObject => {
      const condition = { properties: { type: { enum: own } }, required: ['type'] };
      // With `else`, since an object with a `then` looks like a promise to everyone else.
      return { if: { not: condition }, else: copies[index] ?? true };
    });
    return {
      ...rest,
      type: 'object',
      required: ['type'],
      properties: { type: { enum: all } },
      allOf: questions,
    };
  }

  #typesOf(option: Json): Json[] {
    const ref = isObject(option) ? option['$ref'] : undefined;
    const target = typeof ref === 'string' ? this.#schemas[ref.replace(refPrefix, '')] : option;
    const values = objectAt(target, 'properties', 'type')['enum'];
    return Array.isArray(values) ? values : [];
  }
}

function isEmptyEnum(key: string, value: Json): boolean {
  return key === 'enum' && Array.isArray(value) && value.length === 0;
}

/** Permissions are described as a number, which they have long outgrown; everyone sends digits. */
function isBitSet(value: JsonObject): boolean {
  return typeof value['maximum'] === 'number' && value['maximum'] >= 2 ** 53 && value['minimum'] === 0;
}
