/** The sockets of the open pages: each is told what its person sees. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { LocalMessage } from '../message.js';
import type { MessageChange } from '../messages.js';
import type { User } from '../model.js';
import type { World } from '../world.js';
import { refuseUpgrade } from '../http/guard.js';
import type { ClientEvent, StageDoor } from './protocol.js';
import { helloFor, messageView, sees } from './view-models.js';

/** A page only listens; what it asks for comes over HTTP. */
const MAX_PAYLOAD = 1024;

/** The pages that are open: each is one person's client and is told what that person sees. */
export class PageSockets {
  readonly #world: World;
  readonly #stage: StageDoor | undefined;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });
  readonly #open = new Map<WebSocket, User>();
  readonly #endings: (() => void)[] = [];
  #told: Promise<void> = Promise.resolve();

  constructor(world: World, stage: StageDoor | undefined) {
    this.#world = world;
    this.#stage = stage;
    world.onGuildChange(() => this.greetAgain());
    world.onEvents(() => this.greetAgain());
    const end = stage?.onChange(() => this.#tellStage([...this.#open.keys()]));
    if (end !== undefined) this.#endings.push(end);
  }

  /** Takes a page's socket: `/client?as=NAME`, the first person where none is named. */
  take(incoming: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams): void {
    const user = this.#userOf(query.get('as'));
    if (user === undefined) return refuseUpgrade(socket, '404 Not Found');
    this.#server.handleUpgrade(incoming, socket, head, (page) => {
      this.#open.set(page, user);
      page.on('close', () => this.#open.delete(page));
      page.on('error', () => page.terminate());
      send(page, helloFor(this.#world, user));
      this.#tellStage([page]);
    });
  }

  tell(message: LocalMessage, change: MessageChange): void {
    for (const [page, user] of this.#open) {
      if (!sees(this.#world, user.id, message)) continue;
      // A first direct message opens a conversation that the page does not list yet.
      if (message.guildId === undefined && change === 'posted') send(page, helloFor(this.#world, user));
      send(page, { type: 'message', change, message: messageView(message) });
    }
  }

  /** Who sees what has changed: everybody looks anew. */
  greetAgain(): void {
    for (const [page, user] of this.#open) send(page, helloFor(this.#world, user));
  }

  close(): void {
    for (const end of this.#endings) end();
    for (const page of this.#open.keys()) page.terminate();
    this.#server.close();
  }

  /** One after the other, so that an older state never follows a newer one. */
  #tellStage(pages: readonly WebSocket[]): void {
    const stage = this.#stage;
    if (stage === undefined || pages.length === 0) return;
    this.#told = this.#told.then(() => this.#sendState(stage, pages));
  }

  async #sendState(stage: StageDoor, pages: readonly WebSocket[]): Promise<void> {
    try {
      const event: ClientEvent = { type: 'stage', stage: await stage.state() };
      for (const page of pages) send(page, event);
    } catch {
      // The stage is being taken down or set up anew; the next change tells again.
    }
  }

  #userOf(name: string | null): User | undefined {
    const people = [...this.#world.users.values()].filter((user) => !user.bot);
    return people.find((user) => user.name === name) ?? people[0];
  }
}

function send(page: WebSocket, event: ClientEvent): void {
  if (page.readyState === page.OPEN) page.send(JSON.stringify(event));
}
