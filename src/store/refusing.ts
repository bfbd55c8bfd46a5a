/** Turns expected trouble with the database into refusals. */
import type { Store } from './port/index.js';
import { aroundCalls } from './around-calls.js';
import { asRefusedError } from './errors.js';

/**
 * The store as everybody else sees it: where a method fails because the database is busy, full or away, it throws a
 * `RefusedError`, which is shown as a sentence where a person is answered.
 */
export const refusing = (store: Store): Store =>
  aroundCalls(store, async (call) => {
    try {
      return await call();
    } catch (error) {
      throw asRefusedError(error);
    }
  });
