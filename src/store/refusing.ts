/** Turns expected trouble with the database into refusals. */
import type { Store } from './port/index.js';
import { asRefusedError } from './errors.js';

/**
 * The store as everybody else sees it: where a method fails because the database is busy, full or away, it throws a
 * `RefusedError`, which is shown as a sentence where a person is answered.
 */
export function refusing(store: Store): Store {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(store, {
    get(target, key) {
      if (known.has(key)) return known.get(key);
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      const wrapped = async (...given: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(method, target, given);
        } catch (error) {
          throw asRefusedError(error);
        }
      };
      known.set(key, wrapped);
      return wrapped;
    },
  });
}
