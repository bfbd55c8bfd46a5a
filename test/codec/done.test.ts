import { describe, expect, it } from 'vitest';
import { doneFromRow, doneToRow } from '../../src/codec/done.js';
import type { Done } from '../../src/domain/done.js';

const ALL: { readonly [K in Done['kind']]: Extract<Done, { kind: K }> } = {
  saved: { kind: 'saved', verb: 'move', number: 12 },
  undone: { kind: 'undone', number: 12 },
  proposed: { kind: 'proposed' },
  decided: { kind: 'decided' },
  replaced: { kind: 'replaced', because: 'changed' },
  'schedule-saved': { kind: 'schedule-saved', id: 3 },
  'issuers-merged': { kind: 'issuers-merged' },
  'set-up': { kind: 'set-up' },
  imported: { kind: 'imported', count: 312 },
  cancelled: { kind: 'cancelled' },
  closed: { kind: 'closed', max: 25 },
  text: { kind: 'text', text: 'Recorded as U-12.' },
};

describe('the row of a used press', () => {
  it.each(Object.values(ALL))('gives back what was stored: $kind', (done) => {
    expect(doneFromRow(doneToRow(done))).toEqual(done);
  });

  it.each(['Recorded as U-12.', '12', 'null', '{"kind":"other"}', '{"kind":"saved","number":1}'])(
    'keeps the sentence of an older release: %s',
    (row) => {
      expect(doneFromRow(row)).toEqual({ kind: 'text', text: row });
    },
  );
});
