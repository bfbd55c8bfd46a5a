/** One person's client: its socket, its state and its requests. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type {
  ClientAction,
  ActionResult,
  ClientEvent,
  CommandView,
  Hello,
  MessageEvent as MessageTold,
  MessageView,
  StageView,
  StageVerb,
} from '../client/protocol.js';

/** What the page knows. */
export interface ClientState {
  readonly hello: Hello | null;
  readonly stage: StageView | null;
  /** Of the channel that is open, oldest first. */
  readonly messages: readonly MessageView[];
  readonly channel: string | null;
  readonly connected: boolean;
  /** What was done and is not answered yet. */
  readonly pending: ClientAction | null;
  /** The newest message that this person wrote, or that answers what they did. */
  readonly own: string | null;
}

const RECONNECT_MS = 250;
const nothing: ClientState = {
  hello: null,
  stage: null,
  messages: [],
  channel: null,
  connected: false,
  pending: null,
  own: null,
};

/** One person's client: the socket it listens on and what it asks for. */
export class Client {
  known: ClientState = nothing;
  readonly #listeners = new Set<() => void>();
  #socket: WebSocket | undefined;
  #person = '';
  /** Answers only this person sees; no channel lists them. */
  #private: readonly MessageView[] = [];
  /** What was told while the open channel is loading: the list that comes may be older. */
  #meanwhile: MessageTold[] = [];

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Becomes somebody, by name, which stays when the stage is set up anew; '' is the first person there. */
  become(person: string): void {
    this.#person = person;
    this.#private = [];
    this.#socket?.close();
    this.#connect();
  }

  async open(channel: string): Promise<void> {
    this.#set({ channel, messages: [] });
    await this.#load();
  }

  async act(act: ClientAction): Promise<ActionResult> {
    const { hello, channel } = this.known;
    if (act.kind !== 'suggest') this.#set({ pending: act });
    const acted = await post('/client/act', { as: hello?.me.id ?? '', channel: channel ?? '', act });
    if (this.known.pending === act) this.#set({ pending: null });
    return acted;
  }

  /** Sends a file for the form that is open; the id of what was taken. */
  async upload(file: File): Promise<ActionResult> {
    const { hello, channel } = this.known;
    const query = new URLSearchParams({ as: hello?.me.id ?? '', channel: channel ?? '', name: file.name });
    return posted(`/client/upload?${query.toString()}`, { method: 'POST', body: file });
  }

  stage(verb: StageVerb): Promise<ActionResult> {
    return post('/client/stage', verb);
  }

  async commands(): Promise<readonly CommandView[]> {
    return (await this.#get<readonly CommandView[]>('commands')) ?? [];
  }

  dismiss(id: string): void {
    this.#private = this.#private.filter((one) => one.id !== id);
    this.#set({ messages: this.known.messages.filter((one) => one.id !== id) });
  }

  #connect(): void {
    const socket = new WebSocket(`ws://${location.host}/client?as=${encodeURIComponent(this.#person)}`);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.#socket) this.#hear(JSON.parse(String(data)) as ClientEvent);
    });
    socket.addEventListener('close', () => {
      if (socket !== this.#socket) return;
      // The stage is being set up anew, or has stopped.
      this.#set({ connected: false });
      setTimeout(() => this.#connect(), RECONNECT_MS);
    });
  }

  #hear(event: ClientEvent): void {
    if (event.type === 'stage') this.#set({ stage: event.stage });
    else if (event.type === 'hello') void this.#greet(event);
    else this.#note(event);
  }

  async #greet(hello: Hello): Promise<void> {
    const before = this.known.hello;
    const same = before?.me.id === hello.me.id;
    const all = hello.guilds.flatMap((guild) => guild.channels);
    const open = [...all, ...(hello.direct === null ? [] : [hello.direct])];
    const name = nameOf(before, this.known.channel);
    const channel = open.find((one) => one.name === name) ?? open[0];
    const reconnected = !this.known.connected;
    this.#set({ hello, connected: true, channel: channel?.id ?? null });
    if (!same || reconnected) {
      this.#private = [];
      await this.#load();
    }
  }

  #note(told: MessageTold): void {
    const { change, message } = told;
    if (message.ephemeral) this.#private = changed(this.#private, told);
    if (message.channelId !== this.known.channel) return;
    this.#meanwhile.push(told);
    const own = change === 'posted' && this.#isOwn(message) ? { own: message.id } : {};
    this.#set({ messages: changed(this.known.messages, told), ...own });
  }

  #isOwn({ ephemeral, authorId, cause }: MessageView): boolean {
    const me = this.known.hello?.me.id;
    return ephemeral || authorId === me || (cause !== null && cause.userId === me);
  }

  async #load(): Promise<void> {
    const channel = this.known.channel;
    const meanwhile: MessageTold[] = [];
    this.#meanwhile = meanwhile;
    const listed = (await this.#get<readonly MessageView[]>('messages')) ?? [];
    // Another list was asked for since.
    if (meanwhile !== this.#meanwhile) return;
    const own = this.#private.filter((one) => one.channelId === channel);
    const messages = meanwhile.reduce(changed, [...listed, ...own]);
    this.#meanwhile = [];
    this.#set({ messages: messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)) });
  }

  async #get<T>(what: string): Promise<T | null> {
    const { hello, channel, connected } = this.known;
    if (hello === null || channel === null || !connected) return null;
    try {
      const response = await fetch(`/client/${what}?as=${hello.me.id}&channel=${channel}`);
      return response.ok ? ((await response.json()) as T) : null;
    } catch {
      // The stage is being set up anew; whoever connects again asks again.
      return null;
    }
  }

  #set(part: Partial<ClientState>): void {
    this.known = { ...this.known, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function changed(list: readonly MessageView[], { change, message }: MessageTold): readonly MessageView[] {
  if (change === 'deleted') return list.filter((one) => one.id !== message.id);
  const at = list.findIndex((one) => one.id === message.id);
  return at < 0 ? [...list, message] : list.with(at, message);
}

function nameOf(hello: Hello | null, channel: string | null): string | undefined {
  return hello?.guilds.flatMap((guild) => guild.channels).find((one) => one.id === channel)?.name;
}

function post(path: string, body: unknown): Promise<ActionResult> {
  const headers = { 'content-type': 'application/json' };
  return posted(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function posted(path: string, request: RequestInit): Promise<ActionResult> {
  try {
    const response = await fetch(path, request);
    if (response.ok) return (await response.json()) as ActionResult;
    return { ok: false, reason: await response.text() };
  } catch {
    return { ok: false, reason: 'The local Discord does not answer. Is npm start still running?' };
  }
}

export const ClientContext = createContext(new Client());

export function useClient(): Client {
  return useContext(ClientContext);
}

/** What is known, drawn anew when it changes. */
export function useKnown(): ClientState {
  const client = useClient();
  const [known, setKnown] = useState(client.known);
  useEffect(() => client.subscribe(() => setKnown(client.known)), [client]);
  return known;
}

/** The record's time now, ms UTC. */
export function recordNow(stage: StageView | null): number {
  if (stage === null) return Date.now();
  const { record, real, rate } = stage.clock;
  return record + (Date.now() - real) * rate;
}
