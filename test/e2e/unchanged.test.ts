import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const typed = async (line: string, options: Record<string, string> = {}) =>
  (await room.as('Mod').type(line, options).done).text();

describe('a change of what is like that already', () => {
  it('of a countdown says whether it is paused or running, and which command works', async () => {
    const asked = await room.as('Mod').type('/countdown add', { channel: 'general', every: 'daily' }).done;
    await room.as('Mod').press(asked, 'Save').done;
    expect(await typed('/countdown resume', { schedule: '1' })).toContain(
      'Countdown 1 is running already. To stop it, use /countdown pause.',
    );
    await typed('/countdown pause', { schedule: '1' });
    expect(await typed('/countdown pause', { schedule: '1' })).toContain(
      'Countdown 1 is paused already. To start it again, use /countdown resume.',
    );
    expect(await typed('/countdown edit', { schedule: '1', every: 'daily' })).toContain(
      'Countdown 1 already posts that',
    );
  });

  it('of the settings says which options there are, and where they are shown', async () => {
    expect(await typed('/settings set')).toContain('You chose no setting. Give at least one option');
    expect(await typed('/settings set', { zone: 'Washington' })).toContain(
      'The settings are like that already. /settings show shows them all.',
    );
  });

  it('of an ultimatum names what is on record', async () => {
    await recorded(room);
    const said = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/news/x' };
    expect(await typed('/ultimatum terms', { ...said, demand: 'agree to a ceasefire' })).toContain(
      'Demand, threat and targets are already on record like that.',
    );
    const correction = { ultimatum: 'U-1', entry: '1', reason: 'misread' };
    expect(await typed('/ultimatum correct', { ...correction, demand: 'agree to a ceasefire' })).toContain(
      'Entry 1 says that already.',
    );
  });

  it('never ends in a list of targets that is cut without a word', async () => {
    await recorded(room, { target: 'A One; B Two; C Three; D Four; E Five; F Six; G Seven' });
    const answer = await typed('/ultimatum suspend', { ultimatum: 'U-1', target: 'Peru', quote: 'stop' });
    expect(answer).toContain('or one of 2 more; /ultimatum show names them all.');
  });
});
