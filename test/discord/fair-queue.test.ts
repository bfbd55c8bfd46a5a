import { describe, expect, it } from 'vitest';
import { FairQueue, type FairQueueOptions } from '../../src/discord/fair-queue.js';

const OPTIONS = { running: 2, runningPerServer: 1, waitingPerServer: 100, waitingPerPerson: 50 };

/** A queue whose tasks end when they are told to; `begun` is the order of their turns. */
function queue(more: Partial<FairQueueOptions> = {}) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const fair = new FairQueue({ ...OPTIONS, soon: (act) => act(), ...more });
  return {
    fair,
    begun,
    add: (server: string, name = server, person = server): boolean =>
      fair.add({
        server,
        person,
        run: () => {
          begun.push(name);
          return new Promise((resolve) => void ends.push(resolve));
        },
      }),
    /** Ends the oldest tasks under way, so many turns long. */
    turns: async (count: number): Promise<void> => {
      for (let turn = 0; turn < count; turn += 1) {
        ends.shift()?.();
        await new Promise<void>((resolve) => void setImmediate(resolve));
      }
    },
  };
}

describe('a queue that is fair between servers', () => {
  it('runs the second server’s task next, however many the first has', async () => {
    const { add, begun, turns } = queue({ running: 1 });
    for (let index = 0; index < 50; index += 1) add('A', `A${index}`, `person ${index}`);
    add('B');
    await turns(3);
    expect(begun).toEqual(['A0', 'A1', 'B', 'A2']);
  });

  it('takes turns between all servers that wait', async () => {
    const { add, begun, turns } = queue({ running: 1 });
    for (const server of ['A', 'A', 'A', 'B', 'B', 'C']) add(server);
    await turns(6);
    expect(begun).toEqual(['A', 'A', 'B', 'C', 'A', 'B']);
  });

  it('keeps the order within a server', async () => {
    const { add, begun, turns } = queue();
    for (const name of ['1', '2', '3', '4']) add('A', name);
    await turns(4);
    expect(begun).toEqual(['1', '2', '3', '4']);
  });

  it('runs no more tasks at once than allowed, in total and for one server', () => {
    const { add, begun } = queue({ running: 3, runningPerServer: 2 });
    for (const server of ['A', 'A', 'A', 'B', 'B', 'C']) add(server);
    expect(begun).toEqual(['A', 'A', 'B']);
  });

  it('gives the turn of a server at its limit to others', () => {
    const { add, begun } = queue({ running: 2, runningPerServer: 1 });
    for (const server of ['A', 'A', 'A', 'B']) add(server);
    expect(begun).toEqual(['A', 'B']);
  });

  it('refuses tasks of a server or a person with too many, and no others', async () => {
    const { add, fair, turns } = queue({ running: 1, waitingPerServer: 3, waitingPerPerson: 2 });
    add('A');
    expect(['x', 'x', 'x', 'y', 'y'].map((person) => add('A', 'A', person))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(add('B')).toBe(true);
    await turns(5);
    expect(fair.waiting).toBe(0);
    expect(add('A', 'A', 'x')).toBe(true);
  });

  it('continues after a task that rejects', async () => {
    const { fair, add, begun } = queue({ running: 1 });
    fair.add({ server: 'A', person: 'a', run: () => Promise.reject(new Error('broken')) });
    add('B');
    await new Promise<void>((resolve) => void setImmediate(resolve));
    expect(begun).toEqual(['B']);
  });

  it('yields to the event loop between two tasks', async () => {
    const calls: (() => void)[] = [];
    const { add, begun, turns } = queue({ running: 1, soon: (act) => void calls.push(act) });
    add('A', '1');
    add('A', '2');
    await turns(1);
    expect(begun).toEqual(['1']);
    expect(calls).toHaveLength(1);
    calls[0]?.();
    expect(begun).toEqual(['1', '2']);
  });
});
