/** A beat on a store that answers what a test tells it and notes what the stages ask. */
import { createBeat, type Beat, type BeatOptions } from '../../src/scheduler/beat.js';
import type { BeatStore } from '../../src/store/port/index.js';
import { SENT } from './pooling.js';
import { scripted, standing } from './scripted.js';

export const odd = () => Promise.reject(new Error('odd'));

/** Which parts fail. */
export const partsOf = (beat: Beat) =>
  beat.problems().map((one) => (one.kind === 'part-failed' ? one.part : one.kind));

export function beating() {
  const stand = standing();
  const asked: string[] = [];
  /** Notes that the store was asked, with the numbers it was given, and answers. */
  const noting =
    <Answer>(what: string, answer: () => Answer) =>
    (...given: readonly unknown[]): Promise<Answer> => {
      const numbers = given.filter((one) => typeof one === 'number' || one === null);
      asked.push([what, ...numbers].join(' '));
      return Promise.resolve(answer());
    };
  /** `dues`: when something is next due, look by look. */
  const stages = (dues: readonly (number | null)[], more: Partial<BeatStore> = {}) => {
    let look = 0;
    return scripted({
      nextDue: () => Promise.resolve(dues[look++] ?? null),
      retryAside: noting('retry', () => undefined),
      lapsing: noting('lapse', () => []),
      firing: noting('fire', () => []),
      claim: noting('claim', () => []),
      recall: noting('recall', () => undefined),
      running: noting('replan', () => []),
      ...more,
    });
  };
  return {
    ...stand,
    asked,
    noting,
    stages,
    beatOn: (store: BeatStore, more: Partial<BeatOptions> = {}) =>
      createBeat({ ...stand, store, batch: 100, send: () => Promise.resolve(SENT), ...more }),
    /** What was asked until now is forgotten. */
    forget: () => void asked.splice(0),
  };
}
