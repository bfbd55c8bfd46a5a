/** Measures the store and the posts: wraps both so that they report how long they take and how they end. */
import type { Delivery } from './domain/delivery.js';
import type { Failure } from './domain/failure.js';
import type { RecordInstant } from './domain/instant.js';
import type { Courier } from './discord/courier.js';
import { aroundCalls } from './store/around-calls.js';
import type { Settlement, Store } from './store/port/index.js';
import type { Measures } from './web/measures.js';

/** The same store, of which every call is timed. */
export const measuredStore = (store: Store, measures: Measures): Store =>
  aroundCalls(store, async (call, name) => {
    const begun = performance.now();
    try {
      return await call();
    } finally {
      measures.stored(name, performance.now() - begun);
    }
  });

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
