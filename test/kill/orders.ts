import type { Command } from '../../src/domain/entry.js';
import type { Schedule, SetupRows } from '../../src/domain/guild.js';

/** A place in the code where a victim may die: its name, and whose turn it is there (a nonce, `U-2`, a schedule). */
export interface Target {
  readonly point: string;
  readonly subject: string;
}

/** One thing broken on purpose, so that the matrix is seen to fail. */
export type Breakage =
  | 'no nonce'
  | 'no marker'
  | 'deferred begin'
  | 'delete before send'
  | 'no sequence check'
  | 'stale reads'
  | 'consume before act';

/** What a victim is told when it starts to live. */
export interface Life {
  readonly databaseUrl: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly application: string;
  /** Real time, ms UTC: it stands while a victim lives, however slow the machine, and goes on between two of them. */
  readonly real: number;
  readonly broken: Breakage | null;
  /** A second connection that writes between the statements of every transaction, whenever the lock lets it. */
  readonly rival: boolean;
  readonly target: Target | null;
}

/** A countdown before anybody has given it an id. */
export type Course = Pick<Schedule, 'guild' | 'channel' | 'cron' | 'zone' | 'scope'>;

/** What a person confirms with a button. */
export type Action =
  | {
      readonly kind: 'change';
      /** Null for a new record. */
      readonly number: number | null;
      /** The last entry the person saw; null where that does not matter. */
      readonly seen: number | null;
      readonly command: Command;
      /** How long its announcement waits, ms. */
      readonly announceDelay: number;
    }
  | { readonly kind: 'propose'; readonly command: Command }
  /** Uses up the proposal that was made with the press `proposed`, and no press of its own. */
  | { readonly kind: 'accept'; readonly proposed: string; readonly command: Command }
  /** A new countdown, or another course of the one that has `before`. */
  | { readonly kind: 'countdown'; readonly course: Course; readonly before: Course | null }
  | { readonly kind: 'set up'; readonly rows: SetupRows }
  | { readonly kind: 'merge'; readonly from: string; readonly into: string };

/** What a person does: looks at a preview and presses its button, once more after each start of the bot. */
export interface Act {
  /** Key of the button. It is in what the press makes, so that it is found again. */
  readonly press: string;
  readonly user: string;
  /** How many earlier previews there are, each of which gives way to the next. */
  readonly earlier: number;
  readonly action: Action;
}

/** Everything of one instant: what people do, then the beat. */
export interface Step {
  readonly name: string;
  /** The record's instant, ms UTC. */
  readonly now: number;
  readonly guild: string;
  readonly acts: readonly Act[];
  /** `while sending`: people act when rows are claimed and nothing of them is sent yet. */
  readonly when: 'first' | 'while sending';
}

export type Order =
  | { readonly kind: 'live'; readonly life: Life }
  /** `real`: as of a life; it goes on for those that live when another is killed. */
  | { readonly kind: 'step'; readonly step: Step; readonly target: Target | null; readonly real: number };

/** What a victim says. Dying it says nothing. */
export type Word =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'alive'; readonly released: number }
  | { readonly kind: 'done'; readonly passed: readonly Target[]; readonly refused: readonly string[] };
