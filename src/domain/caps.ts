/** Limits on what one person or one server may keep waiting or set up. */
import { DAY } from './durations.js';

/** How much one server or one person may keep waiting or set up; every cap is counted in the transaction that adds to it. */
export const CAPS = {
  /** Open previews and screens of one person in a server; the oldest is closed for a new one. */
  openPerPerson: 25,
  /** Rows of one person in a server, closed ones included; the oldest closed one is deleted for a new one. */
  rowsPerPerson: 200,
  /** Open previews and screens of all people in a server. */
  openPerServer: 5000,
  /** Proposals of one member that wait for a curator. */
  proposalsPerPerson: 3,
  proposalsPerServer: 200,
  schedulesPerServer: 50,
  boardsPerServer: 10,
  /** Channels with reminders. */
  reminderPlansPerServer: 25,
  /** Other names of all issuers. */
  aliasesPerServer: 2000,
} as const;

/** How long a preview or a screen is kept and its buttons work, ms. */
export const BUTTONS_WORK_MS = 7 * DAY;

/** What is counted where a server is full. */
export type ServerCap = 'previews' | 'proposals' | 'schedules' | 'boards' | 'reminders' | 'aliases';
