/** Puts the local Discord together: REST API, gateway, page and people. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Asset } from './client/assets.js';
import { PageSockets } from './client/page-sockets.js';
import { ClientDoor } from './client/door.js';
import type { PersonAnswer } from './answer.js';
import type { Exchange, Faults } from './exchange.js';
import { LocalGateway } from './gateway/gateway.js';
import { IdentifyCounter } from './gateway/start-limit.js';
import { FaultQueue } from './http/faults.js';
import { InteractionsEndpoint } from './http-interactions.js';
import { RateLimits } from './http/limits.js';
import type { Route } from './http/route.js';
import { createApi } from './http/server.js';
import { FIRST_ANSWER_MS, Interactions, type InteractionInput, type PayloadChange } from './interactions.js';
import type { LocalMessage } from './message.js';
import { Messages, type MessageListener } from './messages.js';
import { Nonces } from './nonces.js';
import { MessagePreviews } from './preview/message-previews.js';
import { announce, defaults, faultsOf, limitsOf, createWorld, newToken } from './factories.js';
import type { LocalDiscordOptions } from './options.js';
import { PersonClient } from './person/person.js';
import { dispatchRaw } from './raw.js';
import { CommandRegistry, type RegisteredCommand } from './registry.js';
import { applicationRoutes } from './rest/application.js';
import { channelRoutes } from './rest/channels.js';
import { eventRoutes } from './rest/events.js';
import { callbackRoutes } from './rest/interactions.js';
import { placeRoutes } from './rest/places.js';
import { webhookRoutes } from './rest/webhooks.js';
import { Uploads } from './uploads.js';
import type { World } from './world.js';

/** Discord on this machine: its REST API, its gateway, and the people in it. */
export class LocalDiscord {
  readonly world: World;
  readonly faults: Faults;
  /** What the bot registered, as Discord keeps it; it can be altered there while the bot is away. */
  readonly registry: CommandRegistry;
  /** Where interactions are sent over HTTP, instead of the gateway. */
  readonly interactionsEndpoint = new InteractionsEndpoint();
  /** What people put into forms. */
  readonly uploads = new Uploads(this);
  #token: string;
  readonly #messages: Messages;
  readonly #nonces: Nonces;
  readonly #interactions: Interactions;
  readonly #faultQueue = new FaultQueue();
  readonly #gateway: LocalGateway;
  readonly #pageSockets: PageSockets;
  readonly #door: ClientDoor;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #listeners = new Set<(exchange: Exchange) => void>();
  readonly #errors: unknown[] = [];
  readonly #unfolder: MessagePreviews;
  readonly #last = new Map<string, PersonAnswer>();
  readonly #doings = new WeakMap<PersonAnswer, InteractionInput>();

  constructor(options: LocalDiscordOptions, assets: ReadonlyMap<string, Asset>) {
    const realNow = options.realNow ?? Date.now;
    this.#token = options.token ?? newToken();
    this.world = createWorld(options);
    const limits = new RateLimits(limitsOf(options.limits), realNow);
    const { guildCount = 0 } = options.gateway ?? {};
    const guilds = typeof guildCount === 'number' ? () => guildCount : guildCount;
    const starts = new IdentifyCounter(options.gateway?.identifies ?? defaults.identifies, realNow);
    this.#messages = new Messages(this.world, (error) => this.#noteError(error));
    this.#unfolder = new MessagePreviews(this.#messages);
    this.registry = new CommandRegistry(this.world.applicationId, () => this.world.newId(), realNow);
    this.#nonces = new Nonces(options.nonceWindowMs ?? defaults.nonceWindowMs, realNow);
    this.#interactions = new Interactions({
      firstAnswerMs: options.firstAnswerMs ?? FIRST_ANSWER_MS,
      world: this.world,
      realNow,
      dispatch: (event, data, guildId) =>
        this.#tellBot(event, options.alter === undefined ? data : options.alter(data), guildId),
    });
    this.#door = new ClientDoor({
      world: this.world,
      assets,
      stage: options.page?.stage,
      as: (user, channel) => this.as(user, channel),
      messages: this.#messages,
      uploads: this.uploads,
    });
    this.#server = createApi({
      beside: (incoming, outgoing, target) => this.#door.serve(incoming, outgoing, target),
      upgrade: ({ path, query }) => {
        if (path === '/client') return (...socket) => this.#pageSockets.take(...socket, query);
        return /^\/gateway\/?$/.test(path) ? (...socket) => this.#gateway.take(...socket) : undefined;
      },
      token: () => this.#token,
      routes: this.#routes(starts, limits, guilds),
      faults: this.#faultQueue,
      limits,
      onExchange: (exchange) => this.#tellExchange(exchange),
      onError: (error) => this.#noteError(error),
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#gateway = new LocalGateway({
      world: this.world,
      token: () => this.#token,
      heartbeatMs: options.heartbeatMs ?? defaults.heartbeatMs,
      url: () => this.#gatewayUrl,
      starts,
      guildCount: guilds,
      privilegedIntents: options.gateway?.privilegedIntents ?? true,
      // The owner gets a new one by mail.
      onSpent: () => void (this.#token = newToken()),
    });
    this.#pageSockets = new PageSockets(this.world, options.page?.stage);
    this.faults = faultsOf(this.#faultQueue, this.#gateway);
    this.#messages.onChange(this.#tellMessage);
  }

  readonly #tellBot = (event: string, data: unknown, guildId: string | undefined) =>
    this.interactionsEndpoint.deliver(event, data) || this.#gateway.dispatch(event, data, guildId);

  readonly #tellMessage: MessageListener = (message, change) => {
    this.#pageSockets.tell(message, change);
    if (change === 'posted' && message.visibleTo === undefined) announce(message, this.world, this.#gateway);
    if (change !== 'deleted') void this.#unfolder.unfold(message);
  };

  /** Links of this origin, such as `http://127.0.0.1:8080`, are fetched and unfolded from now on; others never are. */
  unfoldLinksOf(origin: string): void {
    this.#unfolder.allow(origin);
  }

  /** The bot's token: another at every start, unless one was asked for. */
  get token(): string {
    return this.#token;
  }

  /** What went wrong inside this Discord itself, which the bot heard as 500: the last hundred. */
  get errors(): readonly unknown[] {
    return this.#errors;
  }

  /** Where the page is, if there is one. */
  get address(): string {
    return `http://${this.#host}`;
  }

  /** For `rest: { api: apiUrl, version: '10' }`: without the version, as discord.js expects it. */
  get apiUrl(): string {
    return `http://${this.#host}/api`;
  }

  get applicationId(): string {
    return this.world.applicationId;
  }

  /** Clients that are identified: connected, or expected back. */
  get sessions(): number {
    return this.#gateway.sessions.length;
  }

  /** Whether the bot is connected for this server at the moment, by its id. */
  readonly isHeard = (guildId: string): boolean => this.#gateway.isHeard(guildId);

  /** What the bot registered: everywhere, or in one server. */
  commands(guildId?: string): readonly RegisteredCommand[] {
    return this.registry.list(guildId);
  }

  /** An administrator lets a person use a command, whatever permissions it was registered with. */
  allowCommand(commandName: string, memberNameOrId: string): void {
    this.registry.allow(commandName, this.world.user(memberNameOrId).id);
  }

  /** What stands in a channel, oldest first; ephemeral answers never do. */
  messages(channelNameOrId: string): readonly LocalMessage[] {
    return this.#messages.list(this.world.channel(channelNameOrId).id);
  }

  /** Discord remembers no nonce of before. */
  forgetNonces(): void {
    this.#nonces.forget();
  }

  /** A moderator deletes a message. */
  deleteMessage(messageId: string): void {
    const message = this.#messages.find(messageId);
    if (message === undefined) throw new Error(`There is no message ${messageId}`);
    this.#messages.delete(message);
  }

  /** Told of every message posted, edited or deleted, ephemeral ones included; the result ends it. */
  onMessage(listener: MessageListener): () => void {
    return this.#messages.onChange(listener);
  }

  /** Resolves with the first message of a channel that matches, at once if it stands there already. */
  untilMessage(channelNameOrId: string, matches: (message: LocalMessage) => boolean): Promise<LocalMessage> {
    const channelId = this.world.channel(channelNameOrId).id;
    const standing = this.#messages.list(channelId).find(matches);
    if (standing !== undefined) return Promise.resolve(standing);
    return new Promise((resolve) => {
      const end = this.onMessage((message, change) => {
        if (message.channelId !== channelId || change === 'deleted' || message.ephemeral) return;
        if (!matches(message)) return;
        end();
        resolve(message);
      });
    });
  }

  /** Told of every request once it is answered; the result ends it. */
  onRequest(listener: (exchange: Exchange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A person at their client, in the given channel or the first one they see. */
  as(memberNameOrId: string, channelNameOrId?: string): PersonClient {
    const user = this.world.user(memberNameOrId);
    const channel =
      channelNameOrId === undefined
        ? this.world.firstChannelOf(user.id)
        : this.world.channel(channelNameOrId);
    const parts = {
      world: this.world,
      messages: this.#messages,
      interactions: this.#interactions,
      registry: this.registry,
      uploads: this.uploads,
      last: this.#last,
      doings: this.#doings,
    };
    return new PersonClient(parts, user, channel);
  }

  /**
   * Sends any JSON to the bot as an event, unchecked and unfilled. What the bot answers to its `id` and `token` is the
   * result, which fails after three seconds of silence, and at once where there is no id or token.
   */
  dispatch(data: unknown, event = 'INTERACTION_CREATE'): PersonAnswer {
    const parts = { world: this.world, messages: this.#messages, interactions: this.#interactions };
    return dispatchRaw({ ...parts, dispatch: this.#tellBot }, event, data);
  }

  /** Changes the payload of every interaction that people start from now on; the result ends it. */
  alterInteractions(change: PayloadChange): () => void {
    return this.#interactions.alter(change);
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    this.#interactions.close();
    this.#faultQueue.clear();
    this.#gateway.close();
    this.#pageSockets.close();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    const asking = this.#door.close();
    for (const socket of this.#sockets) if (!asking.has(socket)) socket.destroy();
    if (asking.size === 0) await closed;
  }

  get #host(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string')
      throw new Error('The local Discord is not listening');
    return `127.0.0.1:${address.port}`;
  }

  get #gatewayUrl(): string {
    return `ws://${this.#host}/gateway`;
  }

  #tellExchange(exchange: Exchange): void {
    for (const listener of this.#listeners) listener(exchange);
  }

  #noteError(error: unknown): void {
    this.#errors.push(error);
    if (this.#errors.length > 100) this.#errors.shift();
  }

  #routes(starts: IdentifyCounter, limits: RateLimits, guildCount: () => number): Route[] {
    const { world, registry } = this;
    const messages = this.#messages;
    const parts = { world, messages, interactions: this.#interactions, nonces: this.#nonces, limits };
    const gatewayUrl = () => this.#gatewayUrl;
    const verifyKey = this.interactionsEndpoint.publicKey;
    return [
      ...applicationRoutes({ world, registry, gatewayUrl, starts, guildCount, verifyKey }),
      ...placeRoutes(this.world),
      ...eventRoutes(this.world),
      ...channelRoutes(parts),
      ...callbackRoutes(parts),
      ...webhookRoutes(parts),
    ];
  }
}
