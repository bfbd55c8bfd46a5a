/** Whether answers of the API are what its own description says, with nothing in them that it does not name. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject, objectAt, type Json, type JsonObject } from '../support/openapi-schema.js';

/** Objects in which only what is named may stand. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]));
  return isObject(value['properties']) ? { ...copy, additionalProperties: false } : copy;
}

export interface ApiCheck {
  /** What is wrong with the answer of an operation; none where it is as described. */
  problems(operation: string, status: number, body: unknown): readonly string[];
}

/** A check by a description of the API. */
export function apiCheck(description: JsonObject): ApiCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const schemas = objectAt(closed(description), 'components', 'schemas');
  ajv.addSchema({ $id: 'api', components: { schemas } });
  const operations = new Map(
    Object.values(objectAt(description, 'paths')).map((item) => {
      const get = objectAt(item, 'get');
      return [get['operationId'], get] as const;
    }),
  );
  const nameOf = (operation: string, status: number): string => {
    if (status !== 200) return 'Problem';
    const media = objectAt(operations.get(operation), 'responses', '200', 'content', 'application/json');
    const ref = objectAt(media, 'schema')['$ref'];
    return typeof ref === 'string' ? ref.replace('#/components/schemas/', '') : '';
  };
  return {
    problems(operation, status, body) {
      const name = nameOf(operation, status);
      const validate = ajv.getSchema(`api#/components/schemas/${name}`);
      if (validate === undefined) return [`${operation} has no schema ${name}`];
      if (validate(body) === true) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    },
  };
}
