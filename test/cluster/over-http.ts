/** Signed interactions over HTTP to several replicas, as a balancer before them would pass them on. */
import type { PersonClient } from '../../src/playground/index.js';
import type { Cluster } from './cluster.js';

export interface OverHttp {
  /** How many interactions, and how many of them at the same time. */
  readonly count: number;
  readonly atOnce: number;
  /** Called once, when half of them have been sent; the others go on meanwhile. */
  readonly middle: () => Promise<void>;
}

/** What became of them; the lists hold ids and are empty where all is well. */
export interface HttpAnswers {
  readonly asked: number;
  /** Answered with 202, or with 409 by the next replica where the first broke off after it had taken it. */
  readonly accepted: number;
  /** Taken by no replica. */
  readonly refused: readonly string[];
  /** Accepted, and never answered. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Requests that came a second time, at another replica, and what became of them. */
  readonly repeated: number;
  readonly takenAgain: readonly string[];
}

/** Every so many are sent to another replica as well. */
const REPEATED = 20;
const ACCEPTED = 202;
const TAKEN_BEFORE = 409;
/** A replica that has only just started. */
const NOT_READY = 503;

const at = (list: readonly string[], index: number) => list[index % list.length] ?? '';

/** Passes interactions on to replicas in turn, and where one is away or not ready, to the next: none acts on what another has taken. */
class Passing {
  readonly statuses = new Map<string, number>();
  readonly again = new Map<string, number>();
  readonly answers = new Map<string, number>();
  readonly #urls: readonly string[];
  #last: Promise<number> = Promise.resolve(0);

  constructor(private readonly cluster: Cluster) {
    this.#urls = cluster.ports.map((port) => `http://127.0.0.1:${port}/interactions`);
    cluster.discord.alterInteractions((payload) => {
      this.#last = this.#pass(payload, String(payload['id']));
      return payload;
    });
    cluster.discord.onRequest(({ route, params: { interaction_id: id = '' } }) => {
      if (route?.endsWith('/callback') === true) this.answers.set(id, (this.answers.get(id) ?? 0) + 1);
    });
  }

  /** What a person does, to its end; false where it came to none. */
  async through(act: () => Promise<unknown>): Promise<void> {
    const done = act().catch(() => undefined);
    if ((await this.#last) === ACCEPTED) await done;
  }

  async #pass(payload: unknown, id: string): Promise<number> {
    const turn = this.statuses.size;
    this.statuses.set(id, 0);
    const first = await this.#send(payload, turn);
    const next = first === 0 || first === NOT_READY ? await this.#send(payload, turn + 1) : first;
    const status = first === 0 && next === TAKEN_BEFORE ? ACCEPTED : next;
    this.statuses.set(id, status);
    if (turn % REPEATED === 0) this.again.set(id, await this.#send(payload, turn + 1));
    return status;
  }

  /** The status of the answer; 0 where there is none. */
  async #send(payload: unknown, turn: number): Promise<number> {
    const { headers, body } = this.cluster.discord.interactionsEndpoint.signed(payload);
    try {
      const answer = await fetch(at(this.#urls, turn), { method: 'POST', headers, body });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}

/** Mostly suggestions, as people type; a command now and then. */
const actOf = (person: PersonClient, index: number) => () =>
  index % 4 === 0
    ? person.type('/ultimatum show', { ultimatum: 'U-1' }).done
    : person.suggest('/ultimatum show', {}, 'ultimatum', 'Russia');

/** Sends them and waits for their answers. The gateway must not be there. */
export async function askOverHttp(
  cluster: Cluster,
  { count, atOnce, middle }: OverHttp,
): Promise<HttpAnswers> {
  const { discord, places } = cluster;
  const passing = new Passing(cluster);
  let next = 0;
  let halved: Promise<void> = Promise.resolve();
  async function work(): Promise<void> {
    while (next < count) {
      const index = next;
      next += 1;
      if (index === Math.floor(count / 2)) halved = middle();
      const { people, desk } = places[index % places.length] ?? { people: [], desk: '' };
      await passing.through(actOf(discord.as(at(people, Math.floor(index / places.length)), desk), index));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  await halved;
  const { statuses, again, answers } = passing;
  const ids = [...statuses.keys()];
  const accepted = ids.filter((id) => statuses.get(id) === ACCEPTED);
  return {
    asked: ids.length,
    accepted: accepted.length,
    refused: ids.filter((id) => statuses.get(id) !== ACCEPTED).map((id) => `${id} ${statuses.get(id) ?? 0}`),
    lost: accepted.filter((id) => !answers.has(id)),
    twice: ids.filter((id) => (answers.get(id) ?? 0) > 1),
    repeated: again.size,
    takenAgain: [...again].filter(([, status]) => status === ACCEPTED).map(([id]) => id),
  };
}
