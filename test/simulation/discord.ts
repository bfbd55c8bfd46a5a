import {
  DiscordAPIError,
  HTTPError,
  PermissionFlagsBits,
  RateLimitError,
  type RequestData,
  type RouteLike,
} from 'discord.js';
import type { Random } from './random.js';
import type { Scheduler } from './scheduler.js';

/** What becomes of one request. `stored` ones were carried out, and the answer was lost. */
export type Fate = 'fine' | '502' | '502 stored' | 'reset' | 'reset stored' | 'hang' | 'hang stored' | '429';
const TROUBLES: readonly Fate[] = [
  '502',
  '502 stored',
  'reset',
  'reset stored',
  'hang',
  'hang stored',
  '429',
];

type Right = 'ViewChannel' | 'SendMessages' | 'ReadMessageHistory';
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly nonce: string;
  components: unknown;
  /** When it was edited, the record's ms UTC. */
  readonly edits: number[];
  deleted: boolean;
}

interface Body {
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly components?: unknown;
}

const BOT = '900000000000000001';
/** How long the client waits for an answer, ms. */
const PATIENCE = 10_000;

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
  ) {
    super(`code ${code}`);
  }
}

/** A request as the wire's errors describe it. */
interface Asked {
  readonly method: Method;
  readonly route: RouteLike;
  readonly body: Body;
}

function errorOf({ method, route, body }: Asked, fate: Exclude<Fate, 'fine'>): Error {
  if (fate.startsWith('502')) return new HTTPError(502, 'Bad Gateway', method, route, { body, files: [] });
  if (fate.startsWith('reset'))
    return Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  if (fate.startsWith('hang')) return new DOMException('This operation was aborted', 'AbortError');
  return new RateLimitError({
    global: false,
    hash: 'messages',
    limit: 5,
    majorParameter: route,
    method,
    retryAfter: 5000,
    route,
    scope: 'user',
    sublimitTimeout: 0,
    timeToReset: 5000,
    url: route,
  });
}

/** Discord in memory: messages, nonces with a window, permissions, and faults by chance. */
export class ModelDiscord {
  readonly messages: Message[] = [];
  readonly denied = new Map<string, ReadonlySet<Right>>();
  /** Channels that were deleted. */
  readonly gone = new Set<string>();
  /** How often a request goes wrong, 0 to 1. */
  trouble = 0;
  /** Called when a request goes wrong. */
  onTrouble: () => void = () => undefined;
  readonly #nonces = new Map<string, { readonly at: number; readonly message: Message }>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: Random,
    /** For how long a nonce is remembered, ms. */
    private readonly nonceWindow: number,
    private readonly guild: string,
  ) {}

  /** What becomes of the next request, how long it is on its way, and how long the answer is, ms. */
  fate(): { readonly fate: Fate; readonly there: number; readonly back: number } {
    const { random } = this;
    const fate = random.chance(this.trouble) ? random.pick(TROUBLES) : 'fine';
    const hangs = fate.startsWith('hang');
    const there = hangs ? random.between(0, PATIENCE + 5000) : random.between(20, 150);
    return { fate, there, back: hangs ? Math.max(0, PATIENCE - there) : random.between(20, 150) };
  }

  /** One request from its sending to its answer, in simulated time. @throws what discord.js throws */
  async request(method: Method, route: RouteLike, options: RequestData = {}): Promise<unknown> {
    const asked = { method, route, body: (options.body ?? {}) as Body };
    const { fate, there, back } = this.fate();
    if (fate !== 'fine') this.onTrouble();
    if (fate === 'hang stored' && there > PATIENCE) {
      // It arrives after the client has given up.
      this.scheduler.at(this.scheduler.real + there, () => void this.#tried(asked));
      await this.scheduler.sleep(PATIENCE);
      throw errorOf(asked, fate);
    }
    await this.scheduler.sleep(Math.min(there, PATIENCE));
    const carriedOut = fate === 'fine' || fate.endsWith('stored');
    const answer = carriedOut ? this.#tried(asked) : null;
    await this.scheduler.sleep(back);
    if (fate !== 'fine') throw errorOf(asked, fate);
    if (!(answer instanceof Refused)) return answer;
    const { status, code, message } = answer;
    throw new DiscordAPIError({ code, message }, code, status, method, route, {
      body: asked.body,
      files: [],
    });
  }

  #tried(asked: Asked): unknown {
    try {
      return this.#answer(asked);
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }

  #answer({ method, route, body }: Asked): unknown {
    const [, room, id = '', , message] = route.split(/[/?]/);
    if (room === 'guilds') return this.#guildPart(route);
    if (this.gone.has(id)) throw new Refused(404, 10003);
    if (method === 'GET' && !route.endsWith('/messages')) return this.#channel(id);
    const denied = this.denied.get(id);
    if (denied?.has('ViewChannel')) throw new Refused(403, 50001);
    if (method === 'GET') return denied?.has('ReadMessageHistory') ? [] : this.#newest(id);
    if (method === 'POST') return this.#post(id, body);
    const known = this.messages.find((one) => one.id === message);
    if (known === undefined || known.deleted) throw new Refused(404, 10008);
    if (method === 'DELETE') known.deleted = true;
    else known.edits.push(this.scheduler.record);
    if (method === 'PATCH') known.components = body.components;
    return { id: known.id };
  }

  #guildPart(route: string): unknown {
    const all = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
    const permissions = String(all | PermissionFlagsBits.ReadMessageHistory);
    return route.endsWith('/roles') ? [{ id: this.guild, permissions }] : { roles: [] };
  }

  #channel(id: string): unknown {
    const bits = [...(this.denied.get(id) ?? [])].reduce(
      (sum, right) => sum | PermissionFlagsBits[right],
      0n,
    );
    const overwrite = { id: this.guild, type: 0, allow: '0', deny: String(bits) };
    return { id, guild_id: this.guild, permission_overwrites: [overwrite] };
  }

  /** A fetched message has no nonce. */
  #newest(channel: string): unknown {
    const here = this.messages.filter((message) => message.channel === channel && !message.deleted);
    return here.slice(-100).map(({ id, components }) => ({ id, components }));
  }

  #post(channel: string, { nonce = '', enforce_nonce = false, components }: Body): unknown {
    if (this.denied.get(channel)?.has('SendMessages')) throw new Refused(403, 50013);
    const known = enforce_nonce ? this.#nonces.get(nonce) : undefined;
    const { real } = this.scheduler;
    if (known !== undefined && real - known.at < this.nonceWindow) {
      if (known.message.deleted) throw new Refused(404, 10008);
      return { id: known.message.id };
    }
    const id = String(800_000_000_000_000_000n + BigInt(this.messages.length));
    const message: Message = { id, channel, nonce, components, edits: [], deleted: false };
    this.messages.push(message);
    this.#nonces.set(nonce, { at: real, message });
    return { id };
  }
}

export { BOT };
