import { randomBytes } from 'node:crypto';
import { handlers } from '../../../commands/index.js';
import type { Context, Member, Reply, View } from '../../../src/discord/command.js';
import { keep } from '../../../src/discord/context.js';
import { decide } from '../../../src/domain/decide/index.js';
import type { Command } from '../../../src/domain/entry.js';
import { dayOf } from '../../../src/domain/when.js';
import { visibleStore } from '../../../src/discord/visible-store.js';
import { guildPorts, wholeRecordOf } from '../../../src/store/port/guild.js';
import { openStore } from '../../../src/store/index.js';
import type { Store } from '../../../src/store/port/index.js';
import { valueOf } from '../../support/result.js';
import { english } from '../../../src/wording/index.js';
import { idsOf } from '../../views/support.js';

export const GUILD = '100000000000000001';
export const CHANNEL = '200000000000000001';
/** A channel in which the bot may not post. */
export const CLOSED = '200000000000000002';
const WASHINGTON = 'America/New_York';
export const SAID = Date.parse('2025-07-29T16:00:00Z');

const ana: Member = { id: '9001', name: 'Ana', locale: 'en-US', curator: true, manager: true };
export const curator: Member = { ...ana, id: '9002', name: 'Jonas', manager: false };
export const member: Member = { ...ana, id: '9003', name: 'Mia', curator: false, manager: false };

const key = () => randomBytes(16).toString('base64url').slice(0, 22);

export interface Room {
  readonly store: Store;
  readonly posted: readonly { readonly channel: string; readonly view: View }[];
  now: number;
  context(by?: Member): Promise<Context>;
  type(path: string, args: Record<string, string | number>, by?: Member): Promise<Reply>;
  /** Presses what carries `action` in the view, as dispatch would find its flow. */
  press(view: View, action: string, more?: Partial<Given>, by?: Member): Promise<Reply>;
  /** Sends a form that was opened, with these fields in the place of what it shows. */
  submit(opened: Reply, fields: Readonly<Record<string, string>>, by?: Member): Promise<Reply>;
}

interface Given {
  readonly values: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

/** A server with the real record in memory, and nothing of Discord but a channels. */
export async function room(): Promise<Room> {
  const store = await openStore('sqlite::memory:', () => undefined);
  const posted: { channel: string; view: View }[] = [];
  const at = () => ({ now: made.now, announceDelay: 0, channel: CHANNEL });
  const made: Room = {
    store,
    posted,
    now: SAID,
    async context(by = ana) {
      const person = () => store.person(by.id, { key: key(), name: by.name, curator: by.curator });
      return {
        now: made.now,
        guild: GUILD,
        channel: CHANNEL,
        member: by,
        settings: await store.settings(GUILD),
        publicUrl: 'https://record.example',
        words: english,
        picture: () => Promise.resolve(null),
        installation: () => Promise.resolve([]),
        fetchFile: () => Promise.resolve({ kind: 'not-fetched' }),
        ...guildPorts(visibleStore(store), GUILD),
        channels: {
          missingPermissions: async (channel) => (channel === CLOSED ? ['send'] : []),
          check: async (_, channel) =>
            channel === CLOSED
              ? { ok: false, why: 'missing', permissions: ['send'] }
              : { ok: true, publishes: false },
          hasRole: async () => true,
          post: async (channel, view) => {
            posted.push({ channel, view });
            return '1';
          },
        },
        botPermissions: null,
        mayPost: () => true,
        person,
        key,
        keep: (flow, state, options) =>
          keep({ guild: GUILD, user: by.id, flow, state, created: made.now }, store, options),
        change: (number, deciding, how = {}) => store.change(GUILD, number, deciding, { ...at(), ...how }),
        accept: (id, curatorKey, deciding, how = {}) =>
          store.acceptProposal(GUILD, id, curatorKey, deciding, { ...at(), ...how }),
        entries: (number) => visibleStore(store).entries(GUILD, number),
        whole: wholeRecordOf(store, GUILD),
      };
    },
    async type(path, args, by) {
      const handler = handlers.find((one) => one.kind === 'slash' && one.path.join(' ') === path);
      if (handler?.kind !== 'slash') throw new Error(`No handler ${path}`);
      return handler.run(args, await made.context(by));
    },
    async press(view, action, more = {}, by) {
      const id = idsOf(view).find((one) => one.endsWith(`:${action}`)) ?? `${keyIn(view)}:${action}`;
      const [pressed = ''] = id.split(':');
      const pending = await store.pending(pressed);
      const handler = handlers.find((one) => one.kind === 'flow' && one.name === pending?.flow);
      if (pending === null || handler?.kind !== 'flow') throw new Error(`No flow behind ${id}`);
      const press = { key: pressed, action, state: pending.state, values: [], fields: {}, ...more };
      return handler.run(press, await made.context(by));
    },
    async submit(opened, fields, by) {
      if (opened.kind !== 'form') throw new Error(`No form: ${read(opened)}`);
      const { key: pressed, action, fields: shown } = opened.form;
      const before = shown.map(({ id, value = '', ticked }) => [id, ticked?.join('; ') ?? value]);
      const pending = await store.pending(pressed);
      const handler = handlers.find((one) => one.kind === 'flow' && one.name === pending?.flow);
      if (pending === null || handler?.kind !== 'flow') throw new Error(`No flow behind ${pressed}`);
      const all = { ...Object.fromEntries(before), ...fields };
      const press = { key: pressed, action, state: pending.state, values: [], fields: all };
      return handler.run(press, await made.context(by));
    },
  };
  return made;
}

function keyIn(view: View): string {
  return idsOf(view)[0]?.split(':')[0] ?? '';
}

/** All that is read on a view. */
export function read(reply: Reply): string {
  if (reply.kind === 'form') return reply.form.title;
  if (reply.kind === 'refusal') return reply.refusal.why;
  const { view } = reply;
  const texts = [...JSON.stringify(view).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)];
  return texts.map(([, text]) => String(JSON.parse(`"${text ?? ''}"`))).join('\n');
}

export function viewOf(reply: Reply): View {
  if (reply.kind !== 'message' && reply.kind !== 'update') throw new Error(`No view: ${read(reply)}`);
  return reply.view;
}

const statement = {
  quote: 'ten days from today',
  url: 'https://www.bbc.co.uk/news/1',
  outlet: null,
  grade: 'secondary' as const,
  archive: null,
  seenIn: null,
};

const earliest = Date.parse('2025-08-08T04:00:00Z');

const friday = {
  words: '10 days from today',
  earliest,
  latest: earliest + 86_400_000,
  precision: 'day',
  bound: 'by',
  zone: WASHINGTON,
  zoneFrom: 'issuer',
  edtf: '2025-08-08',
  orSooner: false,
  openBeginning: false,
  assumed: [],
} as const;

const said = { stated: dayOf(SAID, WASHINGTON), statements: [statement] };

export function recording(issuer = 'Donald Trump'): Command {
  return {
    verb: 'record',
    issuers: [issuer],
    targets: ['Russia'],
    demand: 'agree to a ceasefire in Ukraine',
    threat: 'severe tariffs',
    zone: WASHINGTON,
    tags: ['ukraine'],
    deadline: friday,
    ...said,
  };
}

export function moving(days: number): Command {
  const latest = friday.latest + days * 86_400_000;
  const deadline = { ...friday, words: `${days} more days`, earliest: latest - 86_400_000, latest };
  return { verb: 'move', deadline, ...said };
}

export async function record(at: Room, command = recording()): Promise<number> {
  const context = await at.context();
  const by = await context.person();
  const changed = await context.change(null, (entries) => decide(entries, command, { now: at.now, by }));
  if (!changed.ok) throw new Error(changed.refusal.why);
  return changed.value.number;
}

/** A member's proposal, as the ultimatum commands make it. */
export async function propose(at: Room, command: Command, number: number | null): Promise<number> {
  const by = await (await at.context(member)).person();
  const proposal = { guild: GUILD, user: member.id, by, number, command, channel: CHANNEL, recorded: at.now };
  return valueOf(await at.store.propose(proposal)).id;
}
