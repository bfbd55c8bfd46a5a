import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '../../commands/index.js';
import type { SlashCommand } from '../../src/discord/command.js';
import type { OptionSpec } from '../../src/discord/option.js';
import type { PersonAnswer, PersonClient } from '../../src/playground/index.js';
import { newsroom, type Newsroom } from './newsroom.js';
import { english } from '../../src/wording/index.js';

/** Words that stand in the hidden record and nowhere else. */
const SECRET = /zephyrine|privateperson|wombat|secret-source|elsewhere-archive/i;
/** The manager's own copy of the record: it has everything, says so, and marks what is hidden. */
const WHOLE_RECORD = new Set(['data export']);

const PEOPLE = ['Mod', 'Ana', 'Ben'];

let room: Newsroom;
/** Answers to Ana from before it was hidden: their buttons can still be pressed. */
let old: PersonAnswer[];

beforeAll(async () => {
  room = await newsroom();
  await room.as('Mod').type('/settings set', { 'review-channel': 'review' }).done;
  const ana = room.as('Ana');
  const preview = await ana.type('/ultimatum record', {
    issuer: 'Zephyrine Quuxley',
    target: 'Jane Privateperson',
    demand: 'hand over the wombat',
    threat: 'the wombat will be taken',
    deadline: '50 days',
    quote: 'fifty days for the wombat',
    source: 'https://secret-source.example/a',
    tag: 'wombats',
  }).done;
  const saved = await ana.press(preview, 'Record').done;
  await ana.type('/issuers alias', { alias: 'ZQ Wombat', issuer: 'Zephyrine Quuxley' }).done;
  const proposal = await room.as('Ben').type('/ultimatum move', {
    ultimatum: 'U-1',
    deadline: '10 days',
    source: 'https://secret-source.example/b',
    quote: 'the wombat in ten days',
  }).done;
  await room.as('Ben').press(proposal, 'Propose').done;
  const shown = await ana.type('/ultimatum show', { ultimatum: 'U-1' }).done;
  old = [saved, shown];
  await room.bot.beat();
  const hide = await room.as('Mod').type('/ultimatum hide', { ultimatum: 'U-1', reason: 'duplicate' }).done;
  await room.as('Mod').press(hide, 'Hide').done;
  await room.bot.beat();
  if ((await room.bot.store.ultimatum(room.guild, 1))?.hidden === null) throw new Error('It is not hidden');
});

afterAll(() => room.close());

/** Everything of an answer that reaches the person's client. */
function received(answer: PersonAnswer): string {
  const steps = answer.history.map((step) => ('face' in step ? step.face : step));
  return JSON.stringify([steps, answer.text(), answer.modal?.declaration, answer.choices, answer.controls()]);
}

const slashCommands = handlers.filter((handler) => handler.kind === 'slash');
const nameOf = ({ path }: SlashCommand) => path.join(' ');

/** Something to give each option; what is not named here is text. */
const VALUES: Readonly<Record<string, string>> = {
  ultimatum: 'U-1',
  by: 'U-1',
  to: 'U-1',
  entry: '1',
  schedule: '1',
  part: '1',
  deadline: '3 days',
  stated: 'today',
  complied: 'today',
  acted: 'today',
  at: 'today',
  zone: 'Europe/Berlin',
  source: 'https://a.example/x',
  'second-source': 'https://b.example/x',
  archive: 'https://archive.ph/x',
  what: 'U-1',
  every: 'every day at 09:00',
  ladder: '7d 1d 0',
};

function valueOf(name: string, spec: OptionSpec): string {
  if (spec.choices !== undefined) return spec.choices[0]?.value ?? '';
  if (spec.type === 'channel') return 'general';
  if (spec.type === 'role') return 'Curators';
  return VALUES[name] ?? (spec.type === 'boolean' ? 'false' : 'Quuxley');
}

function optionsOf({ options }: SlashCommand, all: boolean): Record<string, string> {
  const given = Object.entries(options).filter(([, spec]) => all || spec.required === true);
  return Object.fromEntries(given.map(([name, spec]) => [name, valueOf(name, spec)]));
}

const offers = (person: PersonClient, handler: SlashCommand) =>
  person.commands().some(({ declaration }) => declaration.name === handler.path[0]);

async function press(person: PersonClient, answer: PersonAnswer, seen: string[]): Promise<void> {
  for (const { customId, kind, label } of answer.controls()) {
    if (kind !== 'button' || customId === undefined || /hide|show again|take back/i.test(label)) continue;
    // A press before it may have taken the place of this button.
    if (!answer.controls().some((one) => one.customId === customId)) continue;
    const pressed = await person.press(answer, customId).done.catch(() => null);
    if (pressed !== null) seen.push(received(pressed));
  }
}

describe('a hidden ultimatum', () => {
  it.each(
    slashCommands
      .filter((handler) => !WHOLE_RECORD.has(nameOf(handler)))
      .map((handler) => [`/${nameOf(handler)}`, handler] as const),
  )('reveals nothing through %s, its suggestions and its buttons', async (line, handler) => {
    const everything: string[] = [];
    for (const name of PEOPLE) {
      const person = room.as(name);
      if (!offers(person, handler)) continue;
      const seen: string[] = [];
      for (const all of [false, true]) {
        const answer = await person.type(line, optionsOf(handler, all)).done;
        seen.push(received(answer));
        await press(person, answer, seen);
      }
      for (const [option, spec] of Object.entries(handler.options)) {
        if (spec.suggested !== true) continue;
        for (const typed of ['', 'U-1', '1', 'Q', 'Quux', 'Jane', 'duplicate']) {
          const given = optionsOf(handler, true);
          seen.push(JSON.stringify(await person.suggest(line, given, option, typed)));
        }
      }
      everything.push(...seen);
    }
    expect(everything.join('\n')).not.toMatch(SECRET);
  });

  it.each(handlers.filter((handler) => handler.kind === 'button').map(({ name }) => name))(
    'reveals nothing when somebody presses %s under an old post',
    async (name) => {
      const { apiUrl, token, world } = room.discord;
      const [guild] = world.guilds.values();
      const channel = [...(guild?.channels.values() ?? [])].find((one) => one.name === 'general');
      for (const subject of ['U-1', 'U-1.2']) {
        const button = { type: 2, style: 2, label: 'Old', custom_id: `${name}:${subject}:old` };
        const response = await fetch(`${apiUrl}/v10/channels/${channel?.id ?? ''}/messages`, {
          method: 'POST',
          headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ content: 'old', components: [{ type: 1, components: [button] }] }),
        });
        expect(response.ok).toBe(true);
        const message = room.discord.messages('general').at(-1)?.id ?? '';
        for (const person of PEOPLE) {
          const answer = await room.as(person, 'general').press(message, 'Old').done;
          expect(received(answer)).not.toMatch(SECRET);
          expect(answer.ephemeral || answer.modal !== undefined).toBe(true);
        }
      }
    },
  );

  it('reveals nothing through answers that were open before it was hidden', async () => {
    for (const answer of old) {
      const seen: string[] = [];
      await press(room.as('Ana'), answer, seen);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.join('\n')).not.toMatch(SECRET);
    }
    const everywhere = ['ultimatums', 'review', 'general'].flatMap((name) => room.discord.messages(name));
    const standing = everywhere.filter(({ deleted, ephemeral }) => !deleted && !ephemeral);
    expect(standing.map((message) => message.text()).join('\n')).not.toMatch(SECRET);
  });

  it.each(handlers.filter((handler) => handler.kind === 'menu').map(({ name }) => name(english)))(
    'reveals nothing in the form of "%s" on a message that names it',
    async (menu) => {
      for (const text of [
        'U-1 was moved by a week',
        'Quuxley gives Jane ten days',
        'U-1: hidden on 14 Jul, duplicate',
      ]) {
        const message = room.as('Ben', 'general').say('general', text);
        expect(received(await room.as('Ana', 'general').apps(menu, message).done)).not.toMatch(SECRET);
      }
    },
  );

  it('is refused before a form opens, with advice', async () => {
    for (const verb of [
      'outcome',
      'move',
      'suspend',
      'source',
      'dispute',
      'correct',
      'terms',
      'withdraw',
      'replace',
    ]) {
      const handler = slashCommands.find(({ path }) => path[1] === verb);
      if (handler === undefined) throw new Error(`No /ultimatum ${verb}`);
      const given = { ...optionsOf(handler, false), ...(verb === 'replace' ? { by: 'U-2' } : {}) };
      const answer = await room.as('Ana').type(`/ultimatum ${verb}`, given).done;
      expect(answer.modal).toBeUndefined();
      expect(answer.text()).toContain(
        'U-1 is hidden. Ask someone who can manage this server to make it visible again.',
      );
    }
  });

  it('can’t replace another ultimatum, and neither can one that does not exist', async () => {
    const preview = await room.as('Ana').type('/ultimatum record', {
      issuer: 'Donald Trump',
      target: 'Russia',
      demand: 'agree',
      deadline: '20 days',
      zone: 'Washington',
      source: 'https://www.cnn.com/a',
    }).done;
    const saved = await room.as('Ana').press(preview, 'Record').done;
    const [number] = /U-\d+/.exec(saved.text()) ?? [''];
    const replace = (by: string) =>
      room.as('Ana').type('/ultimatum replace', { ultimatum: number, by, source: 'https://www.cnn.com/b' })
        .done;
    expect((await replace('U-1')).text()).toContain('U-1 is hidden');
    expect((await replace('U-99')).text()).toContain('There is no U-99 on this server');
  });

  it('leaves a proposal about it in the queue, which can only be declined', async () => {
    const review = await room.as('Ana').type('/review').done;
    expect(review.text()).toContain('U-1 is hidden');
    expect(received(review)).not.toMatch(SECRET);
  });

  it('is exported whole to managers, marked as hidden, and the answer says so', async () => {
    const csv = await room.as('Mod').type('/data export', { format: 'csv' }).done;
    expect(csv.text()).toContain('1 hidden ultimatum is included');
    const json = await room.as('Mod').type('/data export', { format: 'json' }).done;
    const file: { ultimatums: { number: number; hidden?: boolean }[] } = JSON.parse(
      json.files[0]?.bytes.toString() ?? '',
    );
    expect(file.ultimatums.find(({ number }) => number === 1)?.hidden).toBe(true);
  });

  it('is made visible by a manager, who sees only its number before that', async () => {
    const mod = room.as('Mod');
    const choices = await mod.suggest('/ultimatum hide', { reason: 'no duplicate' }, 'ultimatum', 'U-1');
    expect(choices).toEqual([{ name: 'U-1 (hidden)', value: 'U-1' }]);
    const preview = await mod.type('/ultimatum hide', { ultimatum: 'U-1', reason: 'no duplicate' }).done;
    expect(preview.text()).toContain('Visible again: U-1');
    expect(received(preview)).not.toMatch(SECRET);
    await mod.press(preview, 'Show again').done;
    const shown = await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done;
    expect(shown.text()).toContain('Zephyrine Quuxley to Jane Privateperson');
  });
});
