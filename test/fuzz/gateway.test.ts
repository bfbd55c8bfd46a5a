import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, recorded, type Newsroom } from '../e2e/newsroom.js';
import { DOCUMENTED, ODD } from './documented.js';
import { fuzzRuns } from './runs.js';

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

let room: Newsroom;
/** What comes over the gateway instead of the next interactions. */
let alter: (payload: Fields) => unknown;
/** First answers by interaction. */
let answers: Map<string, number>;
/** Errors that the bot met and answered in words. */
let mistakes: object[];
let post: string;

beforeAll(async () => {
  alter = (payload) => payload;
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (about: object) => mistakes.push(about),
  };
  room = await newsroom({ alter: (payload) => alter(fieldsOf(structuredClone(payload))), log });
  room.discord.onRequest(({ path }) => {
    const id = /^\/interactions\/(\d+)\//.exec(path)?.[1];
    if (id !== undefined) answers.set(id, (answers.get(id) ?? 0) + 1);
  });
  answers = new Map();
  mistakes = [];
  await recorded(room);
  post = room.discord.messages('ultimatums').at(-1)?.id ?? '';
});
afterAll(() => room.close());
beforeEach(() => {
  answers = new Map();
  mistakes = [];
  alter = (payload) => payload;
});

const ana = () => room.as('Ana');

/** Puts `value` at a field, or takes the field away. */
function put(into: Fields, name: string, value: unknown): void {
  if (value === undefined) delete into[name];
  else into[name] = structuredClone(value);
}

/** The long-pressed message of an interaction. */
function pressedIn(payload: Fields): Fields {
  const messages = fieldsOf(fieldsOf(fieldsOf(payload['data'])['resolved'])['messages']);
  return fieldsOf(Object.values(messages)[0]);
}

/** Long-presses a post that Discord sends with these fields. */
async function pressed(menu: string, change: (message: Fields) => void): Promise<PersonAnswer> {
  alter = (payload) => {
    const message = pressedIn(payload);
    Object.assign(message, structuredClone(DOCUMENTED));
    change(message);
    return payload;
  };
  const answer = await ana().apps(menu, post).done;
  expect(answers.get(answer.interactionId)).toBe(1);
  return answer;
}

async function stillAnswers(): Promise<void> {
  alter = (payload) => payload;
  expect((await ana().type('/ultimatum list').done).text()).toContain('U-1');
}

describe('a long-pressed message', () => {
  it.each(['Record an ultimatum', 'Update an ultimatum'])(
    'is accepted with any documented field absent, null or of another type: %s',
    async (menu) => {
      for (const name of Object.keys(DOCUMENTED)) {
        for (const value of [undefined, null, 'odd', [null]]) {
          await pressed(menu, (message) => put(message, name, value));
          await pressed(menu, (message) => {
            const snapshot = { ...DOCUMENTED };
            put(snapshot, name, value);
            message['message_snapshots'] = [{ message: snapshot }];
            delete message['message_reference'];
          });
        }
      }
      expect(mistakes).toEqual([]);
      await stillAnswers();
    },
  );

  it('with a poll opens the form like any other', async () => {
    const answer = await pressed('Record an ultimatum', () => undefined);
    expect(answer.modal?.title).toBe('Record an ultimatum');
  });
});

/** Every place in a payload but its id, token and type, which Discord needs to take an answer at all. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(fieldsOf(value)).flatMap(([name, inner]) => {
    const here = [...path, name];
    const kept = path.length === 0 && (name === 'id' || name === 'token' || name === 'type');
    return kept ? [] : [here, ...placesIn(inner, here)];
  });
}

interface Change {
  readonly place: number;
  readonly value: unknown;
}

function changed(payload: Fields, changes: readonly Change[]): Fields {
  for (const { place, value } of changes) {
    const places = placesIn(payload);
    const path = places[place % places.length] ?? [];
    const parent = path.slice(0, -1).reduce<Fields>((at, name) => fieldsOf(at[name]), payload);
    put(parent, path.at(-1) ?? '', value);
  }
  return payload;
}

/** What has to be done before the interaction that is meant. */
async function unaltered<T>(act: () => Promise<T>): Promise<T> {
  const change = alter;
  alter = (payload) => payload;
  const done = await act();
  alter = change;
  return done;
}

const ACTS: Readonly<Record<string, () => Promise<unknown>>> = {
  slash: () => ana().type('/ultimatum show', { ultimatum: 'U-1' }).done,
  record: () =>
    ana().type('/ultimatum record', { issuer: 'A', target: 'B', demand: 'c', deadline: 'none' }).done,
  menu: () => ana().apps('Record an ultimatum', post).done,
  'another menu': () => ana().apps('Update an ultimatum', post).done,
  button: () => ana().press(post, 'Details').done,
  async 'own button'() {
    const shown = await unaltered(() => ana().type('/ultimatum show', { ultimatum: 'U-1' }).done);
    return ana().press(shown, 'Full log').done;
  },
  autocomplete: () => ana().suggest('/ultimatum show', {}, 'ultimatum', 'U'),
  async form() {
    await unaltered(() => ana().apps('Record an ultimatum', post).done);
    return ana().submit({ 'Who → whom': 'A → B', Demand: 'c', 'Deadline, in the words used': 'none' }).done;
  },
};

describe('an interaction', { timeout: 3_600_000 }, () => {
  const change = fc.record({ place: fc.nat(500), value: fc.constantFrom(...ODD) });

  it('is answered exactly once, whatever is missing or wrong in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(ACTS)),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async (act, changes) => {
          let id = '';
          alter = (payload) => {
            id = String(payload['id']);
            return changed(payload, changes);
          };
          await ACTS[act]?.();
          expect({ act, answers: answers.get(id) }).toEqual({ act, answers: 1 });
        },
      ),
      fuzzRuns(250),
    );
    await stillAnswers();
  });

  it('is ignored if it has no id or token, or is not an interaction', async () => {
    const none = [null, 5, 'x', [], {}, { id: '1' }, { token: 'x' }, { id: 5, token: 'x', type: 2 }];
    for (const payload of none) {
      alter = () => payload;
      ana().type('/ultimatum list');
    }
    await stillAnswers();
    expect([...answers.values()]).toEqual([1]);
  });
});
