/** A server's record is erased: by its managers, by the host, and some time after the bot was removed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLI, start } from '../house/process.js';
import { newsroom, RECORD, recorded, type Newsroom } from './newsroom.js';

const DAY = 86_400_000;

let folder: string;
let path: string;
let room: Newsroom;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  path = join(folder, 'a.db');
  room = await newsroom({ databaseUrl: `sqlite:${path}` });
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const mod = () => room.as('Mod');
const ultimatums = () => room.bot.store.nextNumber(room.guild).then((next) => next - 1);

/** Whether a text stands in any file of the database, byte for byte. */
const isOnDisk = (text: string) =>
  readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));

describe('/data erase', () => {
  it('deletes the record once a manager has typed the word', async () => {
    await recorded(room);
    const asked = await mod().type('/data erase').done;
    expect(asked.text()).toContain('1 ultimatum** with every entry');
    expect(asked.text()).toContain('/data export');
    await mod().press(asked, 'Erase…').done;
    const refused = await mod().submit({ 'Type ERASE to confirm': 'yes' }).done;
    expect(refused.text()).toContain('Nothing was erased.');
    expect(await ultimatums()).toBe(1);
    await mod().press(asked, 'Erase…').done;
    const done = await mod().submit({ 'Type ERASE to confirm': 'erase' }).done;
    expect(done.text()).toContain('Erased: 1 ultimatum, 1 entry');
    expect(await ultimatums()).toBe(0);
    await room.bot.store.eraseOld(room.clock.now());
    for (const text of [RECORD.demand, RECORD.source, room.guild]) expect(isOnDisk(text)).toBe(false);
  });

  it('can be cancelled', async () => {
    await recorded(room);
    const asked = await mod().type('/data erase').done;
    expect((await mod().press(asked, 'Cancel').done).text()).toContain('Nothing was erased.');
    expect(await ultimatums()).toBe(1);
  });
});

it('/privacy forget-me leaves no Discord id on the disk', async () => {
  await recorded(room);
  const id = [...room.discord.world.users.values()].find(({ name }) => name === 'Ana')?.id ?? '';
  expect(isOnDisk(id)).toBe(true);
  const asked = await room.as('Ana').type('/privacy forget-me').done;
  await room.as('Ana').press(asked, 'Forget me').done;
  await room.bot.beat();
  await room.bot.store.eraseOld(room.clock.now());
  expect(isOnDisk(id)).toBe(false);
});

describe('a server that the bot was removed from', () => {
  const left = async () => (await room.bot.store.departed()).map(({ guild }) => guild);

  it('is noticed at the daily list, and erased 30 days later', async () => {
    await recorded(room);
    room.discord.world.kickBot(room.guild);
    await room.restart();
    await expect.poll(left).toEqual([room.guild]);
    room.clock.set(room.clock.now() + 30 * DAY + 1);
    await room.restart();
    await expect
      .poll(async () => {
        await room.bot.store.eraseOld(room.clock.now());
        return ultimatums();
      })
      .toBe(0);
    expect(isOnDisk(RECORD.demand)).toBe(false);
  });

  it('is noticed when a post is refused there, and kept where the bot comes back', async () => {
    await recorded(room);
    room.discord.world.kickBot(room.guild);
    room.clock.set((await room.bot.store.nextDue()) ?? 0);
    await room.bot.beat();
    expect(await left()).toEqual([room.guild]);
    const guild = room.discord.world.guild(room.guild);
    const [other] = [...room.discord.world.guilds.values()].filter(({ id }) => id !== room.guild);
    const bot = other?.members.get(room.discord.world.bot.id);
    if (bot !== undefined) guild.members.set(room.discord.world.bot.id, bot);
    await room.restart();
    await expect.poll(left).toEqual([]);
    expect(await ultimatums()).toBe(1);
  });
});

describe('npx ultimatum erase-server', () => {
  const erase = async (...args: readonly string[]) => {
    const run = start({ DATABASE_URL: `sqlite:${path}` }, [CLI, 'erase-server', ...args]);
    return { code: await run.ended, said: run.output() };
  };

  it('says how much there is, erases with --yes, and leaves nothing on the disk', async () => {
    await recorded(room);
    expect(await erase(room.guild)).toMatchObject({
      code: 1,
      said: expect.stringContaining('open') as string,
    });
    await room.bot.stop();
    expect(await erase(room.guild)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/has 1 ultimatum\..*--yes/) as string,
    });
    expect(isOnDisk(RECORD.demand)).toBe(true);
    const { code, said } = await erase(room.guild, '--yes', '--json');
    expect({ code, ...(JSON.parse(said) as object) }).toMatchObject({
      code: 0,
      erased: { ultimatums: 1, entries: 1 },
    });
    for (const text of [RECORD.demand, room.guild]) expect(isOnDisk(text)).toBe(false);
  });
});
