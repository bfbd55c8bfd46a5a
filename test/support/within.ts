import { createContext, Script } from 'node:vm';

const SCRIPT = new Script('run()');

/**
 * What `run` gives; throws where it has not come back after `limit` ms. No measure of speed: it ends a pattern that
 * would go on for hours, which nothing else in the same thread can.
 */
export function endsWithin<T>(limit: number, run: () => T): T {
  let outcome = (): T => {
    throw new Error('it was never run');
  };
  const context = createContext({
    run: () => {
      const value = run();
      outcome = () => value;
    },
  });
  SCRIPT.runInContext(context, { timeout: limit });
  return outcome();
}
