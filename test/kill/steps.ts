import type { Command } from '../../src/domain/entry.js';
import type { Reading } from '../../src/domain/reading.js';
import { ms, recording, report, said } from '../domain/support.js';
import { ANA, GUILD } from './newsroom.js';
import type { Act, Action, Step } from './orders.js';

export const step = (
  iso: string,
  name: string,
  acts: readonly Act[] = [],
  when: Step['when'] = 'first',
): Step => ({
  name,
  now: ms(iso),
  guild: GUILD,
  acts,
  when,
});

export const press = (key: string, action: Action): Act => ({ press: key, user: ANA, earlier: 0, action });

/** A new record; `announceDelay`, ms. */
export const recorded = (key: string, command: Command, announceDelay = 0): Act =>
  press(key, { kind: 'change', number: null, seen: null, command, announceDelay });

/** Something done to an ultimatum of which the person saw the entries up to `seen`. */
export const onto = (key: string, number: number, seen: number, command: Command): Act =>
  press(key, { kind: 'change', number, seen, command, announceDelay: 0 });

export const urlOf = (key: string, host: string) => `https://www.${host}/${key}`;
export const link = (key: string, host: string) => report(host, { url: urlOf(key, host) });

/** Of 14 July, from a report. */
export const record = (key: string, issuer: string, target: string, deadline: Reading): Command => ({
  ...recording(deadline),
  issuers: [issuer],
  targets: [target],
  ...said('2025-07-14', link(key, 'cnn.com')),
});

export const moved = (key: string, deadline: Reading, stated: string, host: string): Command => ({
  verb: 'move',
  deadline,
  ...said(stated, link(key, host)),
});
