/** A server takes in a file through Discord: a record of another server, a spreadsheet, and files that are refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TABLES } from '../../src/codec/record/tables.js';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let folder: string;
let room: Newsroom;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  room = await newsroom({ databaseUrl: `sqlite:${join(folder, 'a.db')}` });
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const FILE = 'Record (JSON) or table (CSV), at most 10 MB';
const COLUMNS = 'Columns, if their headers say too little';
const TABLE = `Nr.;Absender;Adressat;Forderung;Spalte 5;Datum
1;Austria-Hungary;Serbia;accept all points;within 48 hours;1914-07-23 18:00
2;A;B;leave;31 June 2025;14 July 2025
3;France;Germany;leave;2. September 2025;14. Juli 2025
`;
const WITH_DEADLINE =
  'number = Nr.; issuer = Absender; target = Adressat; demand = Forderung; deadline = Spalte 5';

const ultimatums = (guild = room.guild) => room.bot.store.nextNumber(guild).then((next) => next - 1);
const mod = () => room.as('Mod');
const elsewhere = () => room.discord.world.channel('desk').guildId ?? '';

/** What a file is answered with, sent by somebody who can manage their server. */
async function sent(
  name: string,
  content: string | Uint8Array,
  columns = '',
  by = mod(),
): Promise<PersonAnswer> {
  await by.type('/data import').done;
  return by.submit({ [FILE]: [by.upload(name, content)], [COLUMNS]: columns }).done;
}

const buttonsOf = (answer: PersonAnswer) => answer.message?.controls().map(({ label }) => label) ?? [];
const reportOf = (answer: PersonAnswer) => answer.message?.files[0]?.bytes.toString() ?? '';

/** The record of this server as a manager downloads it. */
async function exported(): Promise<string> {
  const answer = await mod().type('/data export', { format: 'json' }).done;
  return answer.message?.files[0]?.bytes.toString() ?? '';
}

const authors = async (guild: string, number: number) =>
  (await room.bot.store.entries(guild, number)).map(({ by }) => by);

describe('a record of another server', () => {
  const zoe = () => room.as('Zoe', 'desk');

  it('comes in with one press, announces nothing and names nobody', async () => {
    await recorded(room);
    await recorded(room, { target: 'Serbia', deadline: '2 August', stated: '1 July' });
    const file = await exported();
    const posted = posts(room, 'desk').length;
    const asked = await sent('record.json', file, '', zoe());
    expect(asked.text()).toContain('2 new, 0 already there, 0 refused.');
    expect(asked.text()).not.toContain('Settings, countdowns');
    expect(await ultimatums(elsewhere())).toBe(0);
    const done = await zoe().press(asked, 'Import').done;
    expect(done.text()).toContain('Imported 2 ultimatums. Nothing was announced.');
    expect(await ultimatums(elsewhere())).toBe(2);
    await room.bot.beat();
    expect(posts(room, 'desk')).toHaveLength(posted);
    const [ana] = await authors(room.guild, 1);
    const [nobody] = await authors(elsewhere(), 1);
    expect(nobody).not.toBe(ana);
    expect(await room.bot.store.people([ana ?? '', nobody ?? ''])).toHaveProperty('size', 1);
    const again = await sent('record.json', file, '', zoe());
    expect(again.text()).toContain('0 new, 2 already there, 0 refused.');
    expect(buttonsOf(again)).toEqual(['Cancel']);
  });

  it('names nobody either where it says that it is of this server', async () => {
    await recorded(room);
    const file = (await exported()).replaceAll(room.guild, elsewhere());
    const asked = await sent('record.json', file, '', zoe());
    await zoe().press(asked, 'Import').done;
    const [by] = await authors(elsewhere(), 1);
    expect(await room.bot.store.people([by ?? ''])).toHaveProperty('size', 0);
    const settings = await room.bot.store.settings(elsewhere());
    expect(settings.announcements).toBeNull();
  });

  it('keeps who recorded what where it is of this very server', async () => {
    await recorded(room);
    await recorded(room, { target: 'Serbia' });
    const file = await exported();
    const erasing = await mod().type('/data erase').done;
    await mod().press(erasing, 'Erase…').done;
    await mod().submit({ 'Type ERASE to confirm': 'erase' }).done;
    await mod().type('/settings set', { curators: 'Curators', zone: 'Washington' }).done;
    await recorded(room, { target: 'Iran' });
    const [ana] = await authors(room.guild, 1);
    const key = /"by":"([^"]+)"/.exec(file)?.[1] ?? '';
    const asked = await sent('record.json', file.replaceAll(key, ana ?? ''));
    expect(asked.text()).toContain('2 new');
    await mod().press(asked, 'Import').done;
    expect(await authors(room.guild, 3)).toEqual([ana]);
  });
});

describe('a spreadsheet', () => {
  it('is read with the columns that a person sets right, and its good rows are imported', async () => {
    const asked = await sent('table.csv', TABLE);
    expect(asked.text()).toContain('3 new, 0 already there, 0 refused.');
    expect(asked.text()).toContain('Not used: Spalte 5');
    const form = await mod().press(asked, 'Columns…').done;
    expect(form.modal?.fields.map(({ label }) => label)).toEqual([COLUMNS]);
    expect(form.modal?.fields[0]?.value).toContain('issuer = Absender; target = Adressat');
    const mapped = await mod().submit({ [COLUMNS]: WITH_DEADLINE }).done;
    expect(mapped.text()).toContain('2 new, 0 already there, 1 refused.');
    expect(mapped.text()).toContain('deadline = Spalte 5');
    expect(buttonsOf(mapped)).toEqual(['Import only the good rows', 'Columns…', 'Cancel']);
    expect(reportOf(mapped)).toContain('"3","refused","","deadline","31 June 2025","');
    const done = await mod().press(mapped, 'Import only the good rows').done;
    expect(done.text()).toContain('Imported 2 ultimatums.');
    expect(await ultimatums()).toBe(2);
    const { done: reviewed } = mod().type('/review');
    expect((await reviewed).text()).toContain('Imported: 1 to review.');
  });

  it('says which column is missing, and takes its name', async () => {
    const asked = await sent('table.csv', TABLE.replace('Forderung', 'Ding'));
    expect(asked.text()).toContain('No column was found for demand.');
    await mod().press(asked, 'Columns…').done;
    const wrong = await mod().submit({ [COLUMNS]: 'what = Ding' }).done;
    expect(wrong.text()).toContain('names no columns');
    await mod().press(wrong, 'Columns…').done;
    const mapped = await mod().submit({ [COLUMNS]: 'demand = Ding' }).done;
    expect(mapped.text()).toContain('3 new');
  });

  it('is imported once, however often the button is pressed and whoever stops in between', async () => {
    const asked = await sent('table.csv', TABLE, WITH_DEADLINE);
    await room.restart();
    const presses = [1, 2, 3].map(() => mod().press(asked, 'Import only the good rows').done);
    const said = (await Promise.all(presses)).map((answer) => answer.text());
    expect(said.filter((text) => text.includes('Nothing was announced.'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('used already. Imported 2 ultimatums.'))).toHaveLength(2);
    expect(await ultimatums()).toBe(2);
    await room.restart();
    expect(await ultimatums()).toBe(2);
  });

  it('is shown in part where its headers are too long for a message', async () => {
    const headers = Array.from({ length: 200 }, (_, at) => `*_~|<@${at}>\`[x](https://example.org/${at})`);
    const row = `A,B,leave,14 July 2025${','.repeat(200)}\n`;
    const asked = await sent('table.csv', `issuer,target,demand,stated,${headers.join(',')}\n${row}`);
    expect(asked.text()).toContain('1 new, 0 already there');
    const lost = await sent('table.csv', `${headers.join(',')}\n${row}`);
    expect(lost.text()).toContain('No column was found');
  });

  it('is not imported after Cancel', async () => {
    const first = await sent('table.csv', TABLE);
    const cancelled = await mod().press(first, 'Cancel').done;
    expect(cancelled.text()).toContain('Nothing was imported.');
    expect(buttonsOf(cancelled)).toEqual([]);
    expect(await ultimatums()).toBe(0);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['a picture', 'picture.png', 'x', "picture.png can't be imported."],
    ['bytes that are no text', 'table.csv', Uint8Array.of(0xff, 0xfe, 0, 1), "can't be imported."],
    ['nothing', 'table.csv', '', 'This file is empty.'],
    ['other JSON', 'record.json', '{"format":"ultimatum/9"}', 'no record of the format'],
    ['prose', 'table.txt', 'Dear all', 'No column was found for issuer'],
    [
      'a table of an export',
      'a.csv',
      `${TABLES.ultimatums.columns.join(',')}\r\n`,
      'the table ultimatums of an',
    ],
    ['too much', 'table.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'larger than 10 MB'],
  ])('%s', async (_, name, content, why) => {
    const answer = await sent(name, content);
    expect(answer.text()).toContain(why);
    expect(buttonsOf(answer)).not.toContain('Import');
    expect(await ultimatums()).toBe(0);
  });

  /** Changes how Discord describes the file. */
  async function described(as: Readonly<Record<string, unknown>>): Promise<string> {
    await mod().type('/data import').done;
    const end = room.discord.alterInteractions((payload) => {
      const text = JSON.stringify(payload, (key, value: unknown) =>
        key === 'attachments' ? changed(value, as) : value,
      );
      return JSON.parse(text) as Record<string, unknown>;
    });
    const answer = await mod().submit({ [FILE]: [mod().upload('table.csv', TABLE)] }).done;
    end();
    return answer.text();
  }

  function changed(files: unknown, as: Readonly<Record<string, unknown>>): unknown {
    return Object.fromEntries(
      Object.entries(files as Readonly<Record<string, object>>).map(([id, file]) => [id, { ...file, ...as }]),
    );
  }

  it.each([
    ['of this machine', 'http://127.0.0.1:1/table.csv'],
    ['of another host', 'https://cdn.discordapp.com.example.com/table.csv'],
    ['with a name in front', 'https://cdn.discordapp.com@example.com/table.csv'],
    ['of no server', 'file:///etc/passwd'],
    ['that is none', 'table.csv'],
  ])('an address %s is never fetched', async (_, url) => {
    expect(await described({ url })).toContain('does not lie where Discord keeps files');
  });

  it('a file that says to be small, or is gone', async () => {
    expect(await described({ size: 11 * 1024 * 1024 })).toContain('larger than 10 MB');
    expect(await described({ url: `${room.discord.address}/ephemeral-attachments/1/2/table.csv` })).toContain(
      'Discord did not give out this file.',
    );
  });

  it('one of a member who cannot manage the server', async () => {
    expect(() => room.as('Ben').type('/data import')).toThrow('data');
    room.discord.allowCommand('data', 'Ben');
    const answer = await room.as('Ben').type('/data import').done;
    expect(answer.modal).toBeUndefined();
    expect(answer.text()).toContain('Manage Server');
  });
});
