import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room);
});
afterEach(() => room.close());

const SOURCE = 'https://www.bbc.co.uk/news/x';

async function done(verb: string, options: Record<string, string>, label: string, name = 'Ana') {
  const preview = await room.as(name).type(`/ultimatum ${verb}`, { ultimatum: 'U-1', ...options }).done;
  const shown = preview.text();
  const saved = await room.as(name).press(preview, label).done;
  await room.bot.beat();
  return { preview: shown, saved: saved.text() };
}

const OUTCOME = {
  compliance: 'none',
  'follow-through': 'full',
  acted: 'today',
  source: SOURCE,
  'second-source': 'https://www.cnn.com/x',
};

const LIFTED = { what: 'measures-lifted', when: 'today', source: SOURCE };

const ultimatum = async () => {
  const found = await room.bot.store.ultimatum(room.guild, 1);
  if (found === null) throw new Error('U-1 is gone');
  return found;
};

const show = async (number: string) =>
  (await room.as('Ben').type('/ultimatum show', { ultimatum: number }).done).text();

describe('what is undone after an outcome (rules 29)', () => {
  it('is recorded with its day, its extent and who did it, and posted', async () => {
    await done('outcome', OUTCOME, 'Record outcome');
    const { preview } = await done(
      'reversed',
      { ...LIFTED, extent: 'partial', by: 'Supreme Court' },
      'Record reversal',
    );
    expect(preview).toContain('Measures lifted in part');
    const post = posts(room).at(-1)?.content ?? '';
    expect(post).toContain('**Measures lifted in part: Donald Trump to Russia (U-1)**');
    expect(post).toContain('By: Supreme Court');
    expect((await ultimatum()).reversals).toMatchObject([{ extent: 'partial', actor: 'Supreme Court' }]);
    expect(await show('U-1')).toContain('Measures lifted in part on 14 Jul, by Supreme Court');
  });

  it('is refused before an outcome, and where the day can’t be read; the text is kept', async () => {
    const typed = (options: Record<string, string>) =>
      room.as('Ana').type('/ultimatum reversed', { ultimatum: 'U-1', ...LIFTED, ...options }).done;
    expect((await typed({})).text()).toContain('No measures are on record');
    const refused = await typed({ when: 'some day' });
    expect(refused.text()).toContain('some day');
    const form = await room.as('Ana').press(refused, 'Edit text').done;
    expect(form.modal?.fields.map(({ value }) => value)).toContain('some day');
  });

  it('can be proposed', async () => {
    await done('outcome', OUTCOME, 'Record outcome');
    await done('reversed', LIFTED, 'Propose', 'Ben');
    const review = await room.as('Ana').type('/review').done;
    expect(review.text()).toContain('U-1: Measures lifted');
    await room.as('Ana').press(review, 'Accept').done;
    expect((await ultimatum()).reversals).toHaveLength(1);
  });
});

describe('what is recorded long after it happened (rules 14)', () => {
  const at = async (day: string) =>
    (await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1', at: day }).done).text();
  const entered = async () => {
    room.clock.set(Date.parse('2025-11-20T15:00:00Z'));
    await room.bot.beat();
  };

  it('has an outcome with the date of what both sides did', async () => {
    await entered();
    await done(
      'outcome',
      { ...OUTCOME, compliance: 'full', complied: '3 Aug 2025', acted: '4 Aug 2025' },
      'Record outcome',
    );
    expect(await at('10 Aug 2025')).toContain('**Met, punished anyway**');
    expect(await at('1 Aug 2025')).toContain('**Open**');
  });

  it('has an outcome that a demand was not met with the deadline that was missed', async () => {
    await entered();
    await done('outcome', { ...OUTCOME, acted: '4 Aug 2025' }, 'Record outcome');
    expect(await at('10 Aug 2025')).toContain('**Open**');
    expect(await at('10 Sep 2025')).toContain('**Not met, carried out early**');
  });

  it('has the outcome on the day that is typed for it', async () => {
    await entered();
    await done('outcome', { ...OUTCOME, acted: '4 Aug 2025', stated: '1 Oct 2025' }, 'Record outcome');
    expect(await at('10 Sep 2025')).toContain('**Passed, not yet reviewed**');
    expect(await at('2 Oct 2025')).toContain('**Not met, carried out early**');
  });

  it('has a reversal with the day of it', async () => {
    await entered();
    await done('outcome', { ...OUTCOME, acted: '4 Aug 2025' }, 'Record outcome');
    await done('reversed', { ...LIFTED, when: '1 Oct 2025' }, 'Record reversal');
    expect(await at('10 Sep 2025')).not.toContain('later lifted');
    expect(await at('2 Oct 2025')).toContain('later lifted');
  });
});

describe('a link to another ultimatum (rules 30)', () => {
  it('is saved with its kind, and refused to itself, twice or to nothing', async () => {
    await recorded(room, { demand: 'another thing' });
    const { saved } = await done('link', { to: 'U-2', as: 'stage-of' }, 'Link');
    expect(saved).toContain('Linked: U-1');
    expect((await ultimatum()).links).toMatchObject([{ to: 2, as: 'stage-of' }]);
    expect(await show('U-1')).toContain('Stage of U-2');
    expect(await show('U-2')).toContain('U-1 is a stage of this one');
    const link = async (to: string) =>
      (await room.as('Ana').type('/ultimatum link', { ultimatum: 'U-1', to, as: 'stage-of' }).done).text();
    expect(await link('U-2')).toContain('already');
    expect(await link('U-1')).toContain('That is the same ultimatum');
    expect(await link('77')).toContain('no U-77 on this server');
  });

  it('is for curators', async () => {
    await recorded(room, { demand: 'another thing' });
    const answer = await room
      .as('Ben')
      .type('/ultimatum link', { ultimatum: 'U-1', to: 'U-2', as: 'same-as' }).done;
    expect(answer.text()).toContain('Only curators');
  });
});

describe('a dispute (rules 35)', () => {
  const dispute = (reason: string) => done('dispute', { reason }, 'Dispute');

  it('is closed by a curator as upheld or not, with the reason', async () => {
    await dispute('wrong day');
    const { saved } = await done(
      'dispute',
      { close: 'not-upheld', reason: 'the day is right' },
      'Close dispute',
    );
    expect(saved).toContain('Dispute closed: U-1');
    const { disputed, disputes } = await ultimatum();
    expect(disputed).toBe(false);
    expect(await show('U-1')).toContain('Disputed: wrong day. Dispute not upheld: the day is right');
    expect(disputes).toMatchObject([{ closed: { how: 'not-upheld', reason: 'the day is right' } }]);
  });

  it('has to be named where several are open, and can be picked from them', async () => {
    await dispute('wrong day');
    await dispute('wrong demand');
    const close = (options: Record<string, string>) =>
      room
        .as('Ana')
        .type('/ultimatum dispute', { ultimatum: 'U-1', close: 'upheld', reason: 'right', ...options }).done;
    expect((await close({})).text()).toContain('The entry is missing');
    const suggested = await room.as('Ana').suggest('/ultimatum dispute', { ultimatum: 'U-1' }, 'entry', '');
    expect(suggested.map(({ name }) => name)).toEqual([
      expect.stringContaining('2: wrong day'),
      expect.stringContaining('3: wrong demand'),
    ]);
    await done(
      'dispute',
      { close: 'upheld', reason: 'right', entry: suggested[1]?.name ?? '' },
      'Close dispute',
    );
    const { disputes } = await ultimatum();
    expect(disputes.map(({ closed }) => closed?.how ?? null)).toEqual([null, 'upheld']);
  });

  it('is not closed where none is open, nor by a member', async () => {
    const close = async (name: string) =>
      (
        await room.as(name).type('/ultimatum dispute', { ultimatum: 'U-1', close: 'upheld', reason: 'right' })
          .done
      ).text();
    expect(await close('Ana')).toContain('No dispute');
    expect(await close('Ben')).toContain('Only curators');
  });
});
