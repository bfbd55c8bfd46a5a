/** The HTTP side of the page: its files, and what people do in it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Messages } from '../messages.js';
import type { PersonClient } from '../person/person.js';
import type { RegisteredCommand } from '../registry.js';
import type { Uploads } from '../uploads.js';
import type { World } from '../world.js';
import { readAll } from '../http/body.js';
import type { Target } from '../http/guard.js';
import { acting, perform, stageVerb } from './acts.js';
import type { Asset } from './assets.js';
import type { ActionResult, CommandView, StageDoor } from './protocol.js';
import { messageView, sees } from './view-models.js';

export interface DoorParts {
  readonly world: World;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly stage: StageDoor | undefined;
  readonly as: (userId: string, channelId: string) => PersonClient;
  readonly messages: Messages;
  readonly uploads: Uploads;
}

interface PageAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

/** The longest thing a page sends is a form of five fields; files for it go before it. */
const MAX_BODY = 100_000;
/** More than Discord takes of somebody who pays nothing, 10 MiB. */
const MAX_FILE = 26_000_000;

/** Everything the page needs comes from here, and nothing else runs in it. */
const policy = (host: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The page's side of the local Discord: the page itself, and what people do in it. */
export class ClientDoor {
  readonly #parts: DoorParts;
  readonly #asking = new Set<Socket>();
  #closing = false;

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /**
   * From now on each answer is the last of its connection. The result is the connections that wait for one: a story that
   * is loaded takes its own server down, and whoever asked for it is still to hear of it.
   */
  close(): ReadonlySet<Socket> {
    this.#closing = true;
    return this.#asking;
  }

  async serve(incoming: IncomingMessage, outgoing: ServerResponse, target: Target): Promise<void> {
    this.#asking.add(incoming.socket);
    outgoing.once('close', () => this.#asking.delete(incoming.socket));
    const { status, type, body } = await this.#answer(incoming, target);
    outgoing.writeHead(status, {
      'content-type': type,
      'content-security-policy': policy(incoming.headers.host ?? ''),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      ...(this.#closing ? { connection: 'close' } : {}),
    });
    outgoing.end(body);
  }

  async #answer(incoming: IncomingMessage, target: Target): Promise<PageAnswer> {
    if (incoming.method === 'GET') return this.#read(target);
    if (incoming.method !== 'POST') return plain(405, 'GET and POST only.');
    if (target.path === '/client/upload')
      return json(this.#upload(target, await readAll(incoming, MAX_FILE)));
    return this.#write(target.path, await readAll(incoming, MAX_BODY));
  }

  #read({ path, query }: Target): PageAnswer {
    const asset = this.#parts.assets.get(path);
    if (asset !== undefined) return { status: 200, type: asset.type, body: asset.bytes };
    const upload = this.#parts.uploads.at(path);
    if (upload !== undefined) return { status: 200, type: upload.contentType, body: upload.bytes };
    const [, client, what, message = '', file = ''] = path.split('/');
    if (client !== 'client') return plain(404, 'There is nothing here.');
    if (what === 'files') return this.#file(message, file);
    const person = this.#person(query.get('as') ?? '', query.get('channel') ?? '');
    if (person === undefined) return plain(404, 'There is no such person or channel.');
    if (what === 'messages') return json(this.#messages(person));
    return what === 'commands'
      ? json(person.commands().map(commandSeen))
      : plain(404, 'There is nothing here.');
  }

  #messages(person: PersonClient) {
    const { world, messages } = this.#parts;
    return messages
      .list(person.channel.id)
      .filter((message) => sees(world, person.user.id, message))
      .map(messageView);
  }

  #file(messageId: string, fileId: string): PageAnswer {
    const file = this.#parts.messages.find(messageId)?.files.find((one) => one.id === fileId);
    if (file === undefined) return plain(404, 'There is no such file.');
    // Only pictures are shown; everything else is text to look at, never a page of its own.
    const type = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType)
      ? file.contentType
      : 'text/plain; charset=utf-8';
    return { status: 200, type, body: file.bytes };
  }

  #upload({ query }: Target, bytes: Buffer): ActionResult {
    const person = this.#person(query.get('as') ?? '', query.get('channel') ?? '');
    if (person === undefined) return { ok: false, reason: 'You cannot see this channel any more.' };
    return { ok: true, upload: person.upload(query.get('name') ?? '', bytes) };
  }

  async #write(path: string, body: Buffer): Promise<PageAnswer> {
    const value = parsed(body);
    if (path === '/client/act') return json(await this.#act(value));
    if (path === '/client/stage') return json(await this.#direct(value));
    return plain(404, 'There is nothing here.');
  }

  async #act(value: unknown): Promise<ActionResult> {
    const read = acting.safeParse(value);
    if (!read.success) return { ok: false, reason: 'The page sent something that no client sends.' };
    const person = this.#person(read.data.as, read.data.channel);
    if (person === undefined) return { ok: false, reason: 'You cannot see this channel any more.' };
    return perform(person, read.data.act);
  }

  async #direct(value: unknown): Promise<ActionResult> {
    const read = stageVerb.safeParse(value);
    const { stage } = this.#parts;
    if (!read.success || stage === undefined) return { ok: false, reason: 'The stage does not know that.' };
    try {
      await stage.act(read.data);
      return { ok: true };
    } catch (error) {
      return { ok: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  #person(userId: string, channelId: string): PersonClient | undefined {
    try {
      return this.#parts.as(userId, channelId);
    } catch {
      return undefined;
    }
  }
}

function commandSeen({ id, type, declaration }: RegisteredCommand): CommandView {
  return { id, type, declaration };
}

function parsed(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    return undefined;
  }
}

const json = (body: unknown): PageAnswer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

const plain = (status: number, body: string): PageAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
});
