import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room);
  await recorded(room, { demand: 'a second stage', source: 'https://www.cnn.com/b' });
});
afterEach(() => room.close());

const card = (number: number) =>
  posts(room).find(({ content }) => new RegExp(`^\\*\\*(New u|U)ltimatum U-${number}:`).test(content))
    ?.content ?? '';
const show = async (number: number) =>
  (await room.as('Ben').type('/ultimatum show', { ultimatum: `U-${number}` }).done).text();

async function saved(line: string, options: Record<string, string>, button: string): Promise<void> {
  const preview = await room.as('Ana').type(line, options).done;
  await room.as('Ana').press(preview, button).done;
  await room.bot.beat();
}

const link = (from: number, to: number, as = 'stage-of') =>
  saved('/ultimatum link', { ultimatum: `U-${from}`, to: `U-${to}`, as }, 'Link');

describe('a link between two ultimatums (rules 30)', () => {
  it('stands on the card of both as soon as it is made', async () => {
    await link(2, 1);
    expect(card(2)).toContain('\nStage of U-1\n');
    expect(card(1)).toContain('\nU-2 is a stage of this one\n');
    expect(await show(1)).toContain('U-2 is a stage of this one');
  });

  it('leaves both cards once it is taken back', async () => {
    await link(2, 1);
    const correction = { ultimatum: 'U-2', entry: '2', remove: 'true', reason: 'misread' };
    await saved('/ultimatum correct', correction, 'Remove entry');
    expect(card(2)).not.toContain('Stage of');
    expect(card(1)).not.toContain('is a stage of this one');
    expect(await show(1)).not.toContain('is a stage of this one');
  });

  it('leaves the other card when its own ultimatum is hidden', async () => {
    await link(2, 1);
    const typed = { ultimatum: 'U-2', reason: 'a duplicate' };
    const preview = await room.as('Mod').type('/ultimatum hide', typed).done;
    await room.as('Mod').press(preview, 'Hide').done;
    await room.bot.beat();
    expect(card(1)).not.toContain('U-2');
    expect(await show(1)).not.toContain('U-2');
  });

  it('is counted on a card that has no room for all of them', async () => {
    for (let number = 3; number <= 6; number += 1) {
      await recorded(room, { demand: `No. ${number}`, source: `https://www.cnn.com/${number}` });
    }
    for (let number = 2; number <= 6; number += 1) await link(number, 1);
    expect(card(1)).toContain('\nU-4 is a stage of this one\nand 2 more links (Details)\n');
    expect(await show(1)).toContain('U-6 is a stage of this one');
  });

  it('keeps the stages of one threat apart, each with its own deadline (rules 12)', async () => {
    await link(2, 1, 'stage-of');
    await link(1, 2, 'same-as');
    expect(await show(2)).toContain('Stage of U-1');
    expect(await show(2)).toContain('U-1 is the same as this one');
    const both = [1, 2].map((number) => room.bot.store.ultimatum(room.guild, number));
    expect((await Promise.all(both)).map((one) => one?.versions.length)).toEqual([1, 1]);
  });
});

describe('an ultimatum that replaces another one (rules 34)', () => {
  it('says so on its own card and in show', async () => {
    const replaced = { ultimatum: 'U-1', by: 'U-2', source: 'https://www.cnn.com/c' };
    await saved('/ultimatum replace', replaced, 'Replace');
    expect(card(1)).toContain('Superseded by U-2');
    expect(card(2)).toContain('\nReplaces U-1\n');
    expect(await show(2)).toContain('Replaces U-1');
  });
});
