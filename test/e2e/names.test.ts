import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const typed = (options: Record<string, string>): Promise<PersonAnswer> =>
  room.as('Ana').type('/ultimatum record', { ...RECORD, ...options }).done;

const labels = (answer: PersonAnswer) =>
  answer.controls().flatMap((control) => (control.kind === 'button' ? [control.label] : []));

const parties = async (number: number) => {
  const ultimatum = await room.bot.store.ultimatum(room.guild, number);
  return ultimatum === null ? null : `${ultimatum.issuers.join('; ')} to ${ultimatum.targets.join('; ')}`;
};

describe('a name close to one on record', () => {
  beforeEach(async () => {
    await recorded(room, { target: 'United States' });
  });

  it.each(['Trump', 'Donald J. Trump', 'President Trump', 'Donald Trmup'])(
    '%s is asked about before it is saved, and the known one can be taken',
    async (issuer) => {
      const asked = await typed({ issuer, demand: 'another thing' });
      expect(asked.text()).toContain(`You typed "${issuer}". Is this Donald Trump, already on record?`);
      expect(labels(asked)).not.toContain('Record');
      const preview = await room.as('Ana').press(asked, 'Yes, Donald Trump').done;
      expect(preview.text()).not.toContain('already on record?');
      await room.as('Ana').press(preview, 'Record').done;
      expect(await parties(2)).toBe('Donald Trump to Russia');
      expect(await room.bot.store.issuers(room.guild)).toHaveLength(1);
    },
  );

  it('stays as it was typed where that is meant, and is not asked about again', async () => {
    const asked = await typed({ issuer: 'Trump' });
    const preview = await room.as('Ana').press(asked, 'No, keep "Trump"').done;
    await room.as('Ana').press(preview, 'Record').done;
    expect(await parties(2)).toBe('Trump to Russia');
    const next = await typed({ issuer: 'Trump', demand: 'a third thing' });
    expect(labels(next)).toContain('Record');
  });

  it.each(['US', 'USA', 'The United States'])('%s as a target is asked about too', async (target) => {
    const asked = await typed({ target: `Iran; ${target}` });
    expect(asked.text()).toContain(`You typed "${target}". Is this United States, already on record?`);
    const preview = await room.as('Ana').press(asked, 'Yes, United States').done;
    await room.as('Ana').press(preview, 'Record').done;
    expect(await parties(2)).toBe('Donald Trump to Iran; United States');
  });

  it('is taken as it is on record where only case and accents differ', async () => {
    const preview = await typed({ issuer: 'donald trump', target: 'UNITED STATES' });
    await room.as('Ana').press(preview, 'Record').done;
    expect(await parties(2)).toBe('Donald Trump to United States');
  });

  it('is asked about when it is close to an alias', async () => {
    await room.as('Ana').type('/issuers alias', { alias: 'The Donald', issuer: 'Donald Trump' }).done;
    const asked = await typed({ issuer: 'The Donlad' });
    expect(asked.text()).toContain('Is this Donald Trump, already on record?');
  });

  it('is asked about among new terms, and not when a correction mends that very name', async () => {
    const terms = { ultimatum: 'U-1', target: 'United States; Donald Trmup' };
    const source = 'https://a.example/x';
    const asked = await room.as('Ana').type('/ultimatum terms', { ...terms, source }).done;
    expect(asked.text()).toContain('Is this Donald Trump, already on record?');
    const fields = { ultimatum: 'U-1', entry: '1', reason: 'a slip', issuer: 'Donald Trumpp' };
    const corrected = await room.as('Ana').type('/ultimatum correct', fields).done;
    expect(labels(corrected)).toContain('Correct');
  });
});

describe('several issuers', () => {
  it('are names of their own, each as it is on record', async () => {
    await recorded(room, { issuer: 'France', zone: 'Paris' });
    const preview = await typed({ issuer: 'france; Germany;  United Kingdom ; Germany', target: 'Iran' });
    await room.as('Ana').press(preview, 'Record').done;
    expect(await parties(2)).toBe('France; Germany; United Kingdom to Iran');
  });
});

describe('the time zone of an issuer', () => {
  const zone = async (number: number) => (await room.bot.store.ultimatum(room.guild, number))?.zone;

  beforeEach(async () => {
    await room.as('Mod').type('/settings set', { zone: 'Brussels' }).done;
  });

  it('of a country with several zones is asked, not the one of the server', async () => {
    const asked = await typed({ issuer: 'United States' });
    expect(asked.text()).toContain('Which time zone is the deadline in?');
    expect(labels(asked)).not.toContain('Record');
    expect(labels(asked).slice(0, 5)).toEqual([
      'Washington time',
      'Chicago time',
      'Denver time',
      'Los Angeles time',
      "Brussels time, this server's",
    ]);
    const preview = await room.as('Ana').press(asked, 'Washington time').done;
    expect(preview.text()).toContain('end of day in Washington');
    await room.as('Ana').press(preview, 'Record').done;
    expect(await zone(1)).toBe('America/New_York');
    const next = await typed({ issuer: 'United States', demand: 'another thing' });
    expect(next.text()).toContain("the issuer's time zone, Washington");
    expect(labels(next)).toContain('Record');
  });

  it('of Russia is proposed as Moscow, and the one of the server can be kept', async () => {
    const asked = await typed({ issuer: 'Russia', target: 'Ukraine' });
    expect(labels(asked)[0]).toBe('Moscow time');
    const preview = await room.as('Ana').press(asked, "Brussels time, this server's").done;
    await room.as('Ana').press(preview, 'Record').done;
    expect(await zone(1)).toBe('Europe/Brussels');
  });

  it('is not asked where it was typed, where the words name one, or where the clocks agree', async () => {
    expect(labels(await typed({ zone: 'Washington' }))).toContain('Record');
    expect(labels(await typed({ deadline: '5 p.m. ET on 1 August' }))).toContain('Record');
    expect(labels(await typed({ issuer: 'France', target: 'Mali' }))).toContain('Record');
    expect(labels(await typed({ issuer: 'United Auto Workers' }))).toContain('Record');
  });

  it('that was only assumed never outranks a typed one, through a merge too', async () => {
    await recorded(room, { zone: 'Washington' });
    const union = { issuer: 'The Boss', target: 'Iran', demand: 'a second thing' };
    await recorded(room, union);
    expect(await zone(2)).toBe('Europe/Brussels');
    const merge = await room.as('Mod').type('/issuers merge', { from: 'The Boss', into: 'Donald Trump' })
      .done;
    await room.as('Mod').press(merge, 'Merge').done;
    const next = await typed({ demand: 'a third thing' });
    expect(next.text()).toContain("the issuer's time zone, Washington");
    const other = await typed({ issuer: 'The Boss', demand: 'a fourth thing' });
    expect(other.text()).toContain("the issuer's time zone, Washington");
  });

  it('that was only assumed gives way to the one the issuer has by now', async () => {
    await recorded(room, { issuer: 'The Boss' });
    await recorded(room, { issuer: 'The Boss', demand: 'a second thing', zone: 'Tokyo' });
    const moved = { ultimatum: 'U-1', deadline: '1 August', source: 'https://a.example/x' };
    const preview = await room.as('Ana').type('/ultimatum move', moved).done;
    expect(preview.text()).toContain('Tokyo time');
  });
});
