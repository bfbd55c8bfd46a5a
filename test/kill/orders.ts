import type { Command } from '../../src/domain/command.js';

/** A place in the code where a victim may die: its name, and whose turn it is there (a nonce, `U-2`, a schedule). */
export interface Target {
  readonly point: string;
  readonly subject: string;
}

/** One thing broken on purpose, so that the matrix is seen to fail. */
export type Breakage =
  'no nonce' | 'no marker' | 'deferred begin' | 'delete before send' | 'no sequence check' | 'stale reads';

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

/** What a person does; pressing it a second time is refused, as the product refuses a preview that is no longer new. */
export interface Act {
  readonly number: number;
  /** The last entry the person saw; 0 for a record. */
  readonly seen: number;
  readonly command: Command;
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
  | { readonly kind: 'step'; readonly step: Step; readonly target: Target | null };

/** What a victim says. Dying it says nothing. */
export type Word =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'alive'; readonly released: number }
  | { readonly kind: 'done'; readonly passed: readonly Target[]; readonly refused: readonly string[] };
