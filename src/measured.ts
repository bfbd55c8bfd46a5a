/** Measures the store and the posts: wraps both so that they report how long they take and how they end. */
import type { Delivery } from './domain/delivery.js';
import type { Failure } from './domain/failure.js';
import type { RecordInstant } from './domain/instant.js';
import type { Courier } from './discord/courier.js';
import type { Settlement, Store } from './store/port/index.js';
import type { Measures } from './web/measures.js';

/** The same store, of which every call is timed. */
export function measuredStore(store: Store, measures: Measures): Store {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(store, {
    get(target, key) {
      if (known.has(key)) return known.get(key);
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      const timed = async (...given: unknown[]): Promise<unknown> => {
        const begun = performance.now();
        try {
          return await Reflect.apply(method, target, given);
        } finally {
          measures.stored(String(key), performance.now() - begun);
        }
      };
      known.set(key, timed);
      return timed;
    },
  });
}

const codeOf = (reason: Failure): string => (reason.kind === 'closed' ? reason.why.kind : reason.kind);

function report(settlement: Settlement, late: number, measures: Measures): void {
  if (settlement.kind === 'sent') measures.posted(Math.max(0, late));
  else measures.failed(codeOf(settlement.reason));
}

/** The same `send`, whose lateness and failures are reported. `now` is the record's clock. */
export const measuredSend =
  (send: Courier['send'], now: () => RecordInstant, measures: Measures): Courier['send'] =>
  async (delivery: Delivery, ...rest) => {
    const settlement = await send(delivery, ...rest);
    report(settlement, now() - delivery.due, measures);
    return settlement;
  };
