import { DiscordAPIError, InteractionType, type APIInteraction } from 'discord.js';
import type { Handler, Reply } from '../../src/discord/command.js';
import { Dispatch, type DispatchOptions } from '../../src/discord/dispatch.js';
import type { RestClient } from '../../src/discord/rest-client.js';
import type { Store } from '../../src/store/port/index.js';

/** An answer as it was sent to Discord. */
export interface Sent {
  readonly type?: number;
  readonly content?: string;
  readonly data?: {
    readonly content?: string;
    readonly flags?: number;
    readonly choices?: readonly { readonly name: string; readonly value: string }[];
    readonly components?: readonly unknown[];
  };
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly about: object;
}

const unasked = () => Promise.reject(new Error('not asked for'));

const allowing = {
  missingPermissions: () => Promise.resolve([]),
  check: () => Promise.resolve({ ok: true, publishes: false } as const),
  hasRole: () => Promise.resolve(true),
  post: () => Promise.resolve('1'),
};

/** No answer is late because the machine is busy, ms. */
const patience = { deferAfter: 600_000, suggestWithin: 600_000 };

/**
 * A dispatch whose answers are kept. `refuse` gives the errors that the first answers meet, in their order. With
 * `patience: undefined` it is as patient as the bot.
 */
export function dispatching(
  store: Store,
  handlers: readonly Handler[],
  { refuse = [], ...more }: Partial<DispatchOptions> & { readonly refuse?: unknown[] } = {},
) {
  const tried: Sent[] = [];
  const taken: Sent[] = [];
  const logged: Logged[] = [];
  const send = (_route: string, options?: { readonly body?: unknown }) => {
    const body = options?.body as Sent;
    tried.push(body);
    const error = refuse.shift();
    if (error !== undefined) return Promise.reject(error);
    taken.push(body);
    return Promise.resolve({});
  };
  const rest: RestClient = { get: unasked, put: unasked, delete: unasked, patch: send, post: send };
  const keep = (level: Logged['level']) => (about: object) => void logged.push({ level, about });
  const log = { info: keep('info'), warn: keep('warn'), error: keep('error') };
  const on = {
    handlers,
    rest,
    log,
    now: () => 1000,
    store,
    channels: allowing,
    announceDelay: 0,
    publicUrl: null,
    picture: () => Promise.resolve(null),
    patience,
    ...more,
  };
  return { dispatch: new Dispatch(on), tried, taken, logged };
}

/** What the last answer says. */
export const said = (answers: readonly Sent[]): string =>
  answers.at(-1)?.data?.content ?? answers.at(-1)?.content ?? '';

export const refusal = (status: number, code: number): DiscordAPIError =>
  new DiscordAPIError(
    { code, message: 'Invalid Form Body' },
    code,
    status,
    'POST',
    'https://discord.com/api/v10/interactions/1/SECRET-TOKEN/callback',
    { body: { secret: 'SECRET-BODY' }, files: [] },
  );

const GUILD = '10';
const user = { id: '30', username: 'ana', global_name: 'Ana' };

function interaction(type: InteractionType, data: unknown, more: object = {}): APIInteraction {
  return {
    id: '1',
    token: 'token',
    application_id: '2',
    type,
    guild_id: GUILD,
    channel: { id: '20', type: 0 },
    member: { user, roles: [], permissions: '0', nick: null },
    locale: 'en-US',
    data,
    ...more,
  } as unknown as APIInteraction;
}

export const typed = (name: string, more: object = {}): APIInteraction =>
  interaction(InteractionType.ApplicationCommand, { id: '3', type: 1, name, options: [] }, more);

export const typing = (name: string, value: unknown, more: object = {}): APIInteraction =>
  interaction(
    InteractionType.ApplicationCommandAutocomplete,
    { id: '3', type: 1, name, options: [{ name: 'what', type: 3, value, focused: true }] },
    more,
  );

export const press = (data: unknown, more: object = {}): APIInteraction =>
  interaction(InteractionType.MessageComponent, data, more);

export const submission = (data: unknown, more: object = {}): APIInteraction =>
  interaction(InteractionType.ModalSubmit, data, more);

export const by = (id: string, guild = GUILD): object => ({
  guild_id: guild,
  member: { user: { ...user, id }, roles: [], permissions: '0', nick: null },
});

/** `/thing`, with suggestions for its option. */
export const thing = (run: () => Promise<Reply>, suggest?: () => Promise<readonly []>): Handler => ({
  kind: 'slash',
  path: ['thing'],
  description: () => 'A thing',
  options: { what: { type: 'string', description: () => 'What', suggested: true } },
  run,
  ...(suggest === undefined ? {} : { suggest }),
});

/** A button under a public post. */
export const button = (run: (subject: string) => Promise<Reply>): Handler => ({
  kind: 'button',
  name: 'thing',
  run,
});

export const text = (content: string): Promise<Reply> =>
  Promise.resolve({ kind: 'message', view: { content } } as const);
