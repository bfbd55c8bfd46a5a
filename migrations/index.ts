import type { Migration } from 'kysely';
import { record } from './0001_record.js';
import { budget } from './0002_budget.js';
import { boards } from './0003_boards.js';
import { setAside } from './0004_set_aside.js';
import { planning } from './0005_planning.js';
import type { Engine } from './engine.js';

export type { Engine } from './engine.js';

/** All steps in order, by name. Append only: what has run somewhere is never changed. */
export function migrations(engine: Engine): Record<string, Migration> {
  return {
    '0001_record': record(engine),
    '0002_budget': budget,
    '0003_boards': boards,
    '0004_set_aside': setAside,
    '0005_planning': planning(engine),
  };
}
