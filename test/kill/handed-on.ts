import { day, said } from '../domain/support.js';
import { BEGIN, CHANNELS, GUILD, SERVER, SETTINGS } from './newsroom.js';
import type { Step, Target } from './orders.js';
import { link, moved, onto, record, recorded, step } from './steps.js';
import type { Setting } from './world.js';

/** What a server hands on: each announcement to the servers that follow it, and an event for each deadline. */
export const HANDED_ON: readonly Step[] = [
  step('2025-07-14T11:00', 'a record that is published and gets an event', [
    recorded('record-russia', record('record-russia', 'Donald Trump', 'Russia', day('2025-09-02'))),
  ]),
  step('2025-07-28T11:00', 'a move of both', [
    onto('move-russia', 1, 1, moved('move-russia', day('2025-08-09'), '2025-07-28', 'bbc.co.uk')),
  ]),
  step('2025-07-29T11:00', 'a withdrawal, which calls the event off', [
    onto('withdraw-russia', 1, 2, {
      verb: 'withdraw',
      ...said('2025-07-29', link('withdraw-russia', 'bbc.co.uk')),
    }),
  ]),
  step('2025-07-30T11:00', 'a record that is hidden later', [
    recorded('record-cuba', record('record-cuba', 'NATO', 'Cuba', day('2025-08-20'))),
  ]),
  step('2025-07-30T12:00', 'its hiding, which deletes the event', [
    onto('hide-cuba', 2, 1, { verb: 'hide', reason: 'hide-cuba' }),
  ]),
];

/** A newsroom that other servers follow. */
export const FOLLOWED: Setting = {
  guild: GUILD,
  server: {
    ...SERVER,
    channels: [{ name: 'news', id: CHANNELS.ultimatums, kind: 'announcement' }],
  },
  channels: [CHANNELS.ultimatums],
  begin: BEGIN,
  acts: HANDED_ON.flatMap(({ acts }) => acts),
  setUp: async (store) => {
    await store.saveSettings(
      { ...SETTINGS, reviewChannel: null, publish: 'announcements', events: true },
      BEGIN,
    );
  },
};

/** While something is handed on; the rest of its way is that of every post. */
export const isHandedOn = ({ point }: Target): boolean => /event|publish/.test(point);
