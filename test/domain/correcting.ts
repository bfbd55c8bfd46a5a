/** Commands that correct an entry, or take it out. */
import type { Command, CorrectedFields } from '../../src/domain/entry.js';

export const correct = (entry: number, fields: CorrectedFields): Command => ({
  verb: 'correct',
  entry,
  fields,
  removes: false,
  reason: 'misheard',
});

export const remove = (entry: number): Command => ({
  verb: 'correct',
  entry,
  fields: {},
  removes: true,
  reason: 'misheard',
});
