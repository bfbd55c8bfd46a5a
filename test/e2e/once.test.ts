import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port/index.js';
import { newsroom, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
afterEach(() => room.close());

type Method = 'change' | 'propose' | 'acceptProposal' | 'addSchedule' | 'setUp' | 'addAliases';
/** Whether the connection is lost before the transaction or after its commit. */
type Moment = 'before' | 'after';

const lost = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'X' });

/** A store whose `method` fails once, at the moment named, from when it is armed. */
function failing(method: Method, moment: Moment) {
  let armed = false;
  const fails = () => {
    const now = armed;
    armed = false;
    return now;
  };
  const wrap = (store: Store): Store => ({
    ...store,
    [method]: async (...given: never[]) => {
      const fail = fails();
      if (fail && moment === 'before') throw lost();
      const call: unknown = Reflect.apply(store[method], store, given);
      const done: unknown = await call;
      if (fail) throw lost();
      return done;
    },
  });
  return { wrap: { store: wrap }, arm: () => (armed = true) };
}

async function open(method: Method, moment: Moment) {
  const fault = failing(method, moment);
  room = await newsroom({ wrap: fault.wrap });
  return fault;
}

describe('a press whose act fails once', () => {
  it('records with the second press when the first one recorded nothing', async () => {
    const fault = await open('change', 'before');
    const preview = await room.as('Ana').type('/ultimatum record', RECORD).done;
    fault.arm();
    expect((await room.as('Ana').press(preview, 'Record').done).text()).toContain('Something went wrong');
    expect((await room.as('Ana').press(preview, 'Record').done).text()).toContain('Saved as U-1');
    expect(await room.bot.store.ultimatum(room.guild, 2)).toBeNull();
  });

  it('tells the second press what the first one recorded when only its answer was lost', async () => {
    const fault = await open('change', 'after');
    const preview = await room.as('Ana').type('/ultimatum record', RECORD).done;
    fault.arm();
    await room.as('Ana').press(preview, 'Record').done;
    expect((await room.as('Ana').press(preview, 'Record').done).text()).toContain('Saved as U-1');
    expect(await room.bot.store.ultimatum(room.guild, 2)).toBeNull();
  });

  it('undoes with the second press', async () => {
    const fault = failing('change', 'before');
    room = await newsroom({ wrap: fault.wrap, announceDelay: 60_000 });
    const saved = await recorded(room);
    fault.arm();
    await room.as('Ana').press(saved, 'Undo').done;
    expect((await room.as('Ana').press(saved, 'Undo').done).text()).toContain('Undone: U-1');
  });

  it('keeps a proposal open until it is recorded', async () => {
    const fault = await open('acceptProposal', 'before');
    await recorded(room, {}, 'Ben');
    const queue = await room.as('Ana').type('/review').done;
    fault.arm();
    await room.as('Ana').press(queue, 'Accept').done;
    expect(await room.bot.store.proposals(room.guild, 'accepted')).toEqual([]);
    const again = await room.as('Ana').type('/review').done;
    expect((await room.as('Ana').press(again, 'Accept').done).text()).toContain('Accepted and recorded: U-1');
  });

  it('proposes with the second press', async () => {
    const fault = await open('propose', 'before');
    const preview = await room.as('Ben').type('/ultimatum record', RECORD).done;
    fault.arm();
    await room.as('Ben').press(preview, 'Propose').done;
    expect((await room.as('Ben').press(preview, 'Propose').done).text()).toContain('Your proposal was sent');
    expect(await room.bot.store.proposals(room.guild, 'proposed')).toHaveLength(1);
  });

  it('saves a countdown with the second press, and only once', async () => {
    const fault = await open('addSchedule', 'before');
    const asked = await room
      .as('Mod')
      .type('/countdown add', { channel: 'ultimatums', every: 'every day 09:00' }).done;
    fault.arm();
    await room.as('Mod').press(asked, 'Save').done;
    const both = await Promise.all([1, 2].map(() => room.as('Mod').press(asked, 'Save').done));
    expect(both.map((answer) => answer.text())).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Next post'),
        expect.stringContaining('This button was used already. Saved as countdown 1.'),
      ]),
    );
    expect(await room.bot.store.schedules(room.guild)).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)('sets a server up once, with one test line (%s)', async (moment) => {
    const fault = await open('setUp', moment);
    const form = await room.as('Mod').type('/setup').done;
    fault.arm();
    await room.as('Mod').submit({}, form).done;
    expect((await room.as('Mod').submit({}, form).done).text()).toMatch(/Done|was set up/);
    expect(await room.bot.store.schedules(room.guild)).toHaveLength(1);
    const lines = room.discord.messages('ultimatums').filter((post) => post.text().includes('Test: '));
    expect(lines).toHaveLength(1);
  });

  it('merges issuers with the second press', async () => {
    const fault = await open('addAliases', 'before');
    await recorded(room);
    const similar = await room.as('Ana').type('/ultimatum record', { ...RECORD, issuer: 'Trump' }).done;
    const kept = await room.as('Ana').press(similar, 'No, keep "Trump"').done;
    await room.as('Ana').press(kept, 'Record').done;
    const asked = await room.as('Ana').type('/issuers merge', { from: 'Trump', into: 'Donald Trump' }).done;
    fault.arm();
    await room.as('Ana').press(asked, 'Merge').done;
    expect((await room.as('Ana').press(asked, 'Merge').done).text()).toContain('one issuer');
    expect(await room.bot.store.issuers(room.guild)).toHaveLength(1);
  });
});

describe('the number in a preview', () => {
  it('is the one that the record gets, also where another one is hidden', async () => {
    room = await newsroom();
    await recorded(room);
    await recorded(room, { target: 'China' });
    const hide = await room.as('Mod').type('/ultimatum hide', { ultimatum: 'U-1', reason: 'a duplicate' })
      .done;
    await room.as('Mod').press(hide, 'Hide').done;
    const preview = await room.as('Ana').type('/ultimatum record', { ...RECORD, target: 'Iran' }).done;
    expect(preview.text()).toContain('U-3');
    expect((await room.as('Ana').press(preview, 'Record').done).text()).toContain('Saved as U-3');
  });
});

describe('rights at the moment of the press', () => {
  it('refuses Undo to a curator whose role was taken away', async () => {
    room = await newsroom({ announceDelay: 60_000 });
    const saved = await recorded(room);
    for (const member of room.discord.world.guilds.get(room.guild)?.members.values() ?? [])
      member.roleIds.clear();
    expect((await room.as('Ana').press(saved, 'Undo').done).text()).toContain('Only curators');
    expect((await room.bot.store.ultimatum(room.guild, 1))?.hidden).toBeNull();
  });
});

describe('caps, counted in the transaction that adds', () => {
  it('takes three proposals of a member who presses twelve at once', async () => {
    room = await newsroom();
    const previews = [];
    for (let index = 0; index < 12; index += 1)
      previews.push(
        await room.as('Ben').type('/ultimatum record', { ...RECORD, demand: `demand ${index}` }).done,
      );
    const answers = await Promise.all(previews.map((one) => room.as('Ben').press(one, 'Propose').done));
    const refused = answers.filter((answer) => answer.text().includes('already have 3 proposals'));
    expect(refused).toHaveLength(9);
    expect(await room.bot.store.proposals(room.guild, 'proposed')).toHaveLength(3);
  });

  it('keeps 25 previews of a person open and says why an older one was closed', async () => {
    room = await newsroom();
    const preview = () => {
      room.clock.set(room.clock.now() + 1000);
      return room.as('Ana').type('/ultimatum record', RECORD).done;
    };
    const first = await preview();
    let last = first;
    for (let index = 0; index < 25; index += 1) last = await preview();
    const press = async (shown: typeof first) => (await room.as('Ana').press(shown, 'Record').done).text();
    expect(await press(first)).toContain('you opened more than 25 newer ones');
    expect(await press(last)).toContain('Saved as U-1');
  });

  it('refuses a countdown that exists already, and names it', async () => {
    room = await newsroom();
    const add = async () => {
      const given = { channel: 'ultimatums', every: 'every day 09:00' };
      return room.as('Mod').press(await room.as('Mod').type('/countdown add', given).done, 'Save').done;
    };
    expect((await add()).text()).toContain('Saved as countdown 1');
    expect((await add()).text()).toContain('Countdown 1 posts the same list');
  });
});
