import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_THREAT, MET, playCases, PUNISHED } from '../support/cases.js';
import { valueOf } from '../support/result.js';
import { newsroom, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom({ start: Date.parse('2025-11-29T12:00:00Z') });
  const { store } = room.bot;
  await playCases(store, room.guild, 'Donald Trump', [MET, MET, PUNISHED, EMPTY_THREAT]);
  await playCases(store, room.guild, 'US President', [EMPTY_THREAT]);
  await playCases(store, room.guild, 'NATO', [MET]);
  const alias = { aliases: ['US President'], name: 'Donald Trump', by: 'ana', now: room.clock.now() };
  valueOf(await store.addAliases({ guild: room.guild, ...alias }));
});
afterAll(() => room.close());

const typed = async (command: string, options: Record<string, string> = {}) =>
  (await room.as('Ben').type(command, options).done).text();

describe('/issuer', () => {
  it('shows what is counted of an issuer under all its names, to whoever asked', async () => {
    const shown = await room.as('Ben').type('/issuer', { issuer: 'us president' }).done;
    expect(shown.text().split('\n')).toEqual([
      '### Figures of Donald Trump',
      '5 ultimatums counted, 5 closed.',
      '-# Drafts and hidden ultimatums are in no figure.',
      '**What became of the demands**',
      '-# Of 5 with an outcome and a deadline.',
      '- Met in full, by the deadline in force: 2 of 5, 40% (interval 12 to 77%)',
      '- Met in full, by the first deadline: 2 of 5, 40% (interval 12 to 77%)',
      '- Not met: 3 of 5',
      '**Deadlines that moved**',
      '-# Of 5 whose first deadline is over, or that are closed. Narrowing a deadline is no move.',
      '- Moved at least once: 2 of 5, 40% (interval 12 to 77%)',
      '- Moved earlier: 0 of 5, 0% (interval 0 to 43%)',
      '- Moved later: 2 of 5, 40% (interval 12 to 77%)',
      '- Moved after it had passed: 0 of 5, 0% (interval 0 to 43%)',
      '- Moves in all: 2 in 5',
      '- From the first to the last deadline: none (median of 5)',
      '**What became of the threats**',
      '-# Of 3 that fell due: the demand was not met or settled by the deadline, or the measures came first.',
      '- Carried out in full: 1 of 3, too few for a share',
      '- Not carried out: 2 of 3',
      '- When, of those with a deadline: 0 early, 0 on time, 1 late',
      '- How late: 4 days later (median of 1)',
      '- Carried out, and lifted later: 0 of 1, too few for a share',
      '- Not met, and nothing done within 30 days: 2',
      '-# Counted beside it: 2 that never fell due.',
      '**How long it takes**',
      '-# Days after it was stated, for half of them (Kaplan and Meier). Open ones count as long as they have been watched.',
      '- To the first move: fewer than half so far, 2 of 5',
      '- To an outcome: 50 days, from 5 of 5',
      '**How well it is recorded**',
      '-# Of 5 counted.',
      '- Two independent sources: 0 of 5, 0% (interval 0 to 43%)',
      '- Disputed: 0 of 5, 0% (interval 0 to 43%)',
      '- Over and not reviewed: 0 of 5, 0% (interval 0 to 43%)',
      '---',
      "-# No share is shown under 5. The interval is Wilson's, 95%.",
      '-# This ranks nobody and forecasts nothing: it is what this server chose to record, easy demands among hard ones, and ultimatums that overlap.',
      '-# Method 2. This server has not said what it records.',
      '[Post here]',
    ]);
    expect(shown.ephemeral).toBe(true);
  });

  it('shows no share under five cases', async () => {
    const shown = await typed('/issuer', { issuer: 'NATO' });
    expect(shown).toContain('Met in full, by the deadline in force: 1 of 1, too few for a share');
    expect(shown).not.toContain('%)');
  });

  it('suggests issuers as they are typed', async () => {
    const suggested = await room.as('Ben').suggest('/issuer', {}, 'issuer', 'pres');
    expect(suggested.map(({ name }) => name)).toEqual(['Donald Trump']);
  });

  it('says that there is no such issuer', async () => {
    expect(await typed('/issuer', { issuer: 'Nobody' })).toContain('Nobody');
  });
});

describe('Post here', () => {
  it.each([
    ['/issuer', { issuer: 'us president' }, '### Figures of Donald Trump'],
    ['/leaderboard', {}, '### Figures of every issuer'],
  ])('under %s posts the figures for everyone, without its button', async (command, options, heading) => {
    const shown = await room.as('Ben').type(command, options).done;
    const posted = await room.as('Ben').press(shown, 'Post here').done;
    expect(posted.ephemeral).toBe(false);
    expect(posted.text()).toContain(heading);
    expect(`${posted.text()}\n[Post here]`).toBe(shown.text());
    expect(posted.message?.controls()).toEqual([]);
  });

  it('is refused to whoever has had too much posted', async () => {
    const shown = await room.as('Olena').type('/leaderboard').done;
    const said = [];
    for (let press = 0; press < 4; press += 1)
      said.push((await room.as('Olena').press(shown, 'Post here').done).text());
    expect(said.at(-1)).toContain('Too many');
  });
});

describe('/leaderboard', () => {
  it('puts the issuers side by side, and all of them first', async () => {
    expect((await typed('/leaderboard')).split('\n').slice(0, 6)).toEqual([
      '### Figures of every issuer',
      '-# The issuer with the most ultimatums first. A joint ultimatum counts for each of its issuers.',
      '**All of them, each ultimatum once**: 6 ultimatums counted; met 3 of 6, 50%; moved 2 of 6, 33%; carried out 1 of 3',
      '-# Drafts and hidden ultimatums are in no figure.',
      '- **Donald Trump**: 5 ultimatums counted; met 2 of 5, 40%; moved 2 of 5, 40%; carried out 1 of 3',
      '- **NATO**: 1 ultimatum counted; met 1 of 1; moved 0 of 1; carried out 0 of 0',
    ]);
  });
});
