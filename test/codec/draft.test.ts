import { describe, expect, it } from 'vitest';
import { parseDraft, parseSeenPost, parseUndo } from '../../src/codec/draft.js';
import { newDraft, retyped } from '../../src/drafting/draft.js';

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a draft as it is kept', () => {
  it('is read back as it was, without the texts that are empty', () => {
    const draft = newDraft('record', { issuer: ' A ', demand: '', source: 'https://a.example' }, null);
    expect(draft.typed).toEqual({ issuer: 'A', source: 'https://a.example' });
    expect(parseDraft(stored(draft))).toEqual(draft);
  });

  it('is read without an outlet where an older release kept none', () => {
    const { outlet: _, ...older } = newDraft('move', { deadline: '50 days' }, { number: 1, seen: 2 });
    expect(parseDraft(stored(older))).toMatchObject({ verb: 'move', number: 1, seen: 2, outlet: null });
  });

  it.each([null, {}, { verb: 'annex' }, 'record'])('is null for %j', (state) => {
    expect(parseDraft(state)).toBeNull();
  });

  it('keeps what the person agreed to only while the words of the deadline stay the same', () => {
    const draft = { ...newDraft('record', { deadline: 'soon' }, null), undated: true };
    expect(retyped(draft, { demand: 'x' }).undated).toBe(true);
    expect(retyped(draft, { deadline: 'by Friday' }).undated).toBe(false);
  });
});

describe('the other states around a draft', () => {
  it('are null where an older release wrote something else', () => {
    expect(parseUndo({ number: 1 })).toBeNull();
    expect(parseSeenPost({ url: 1 })).toBeNull();
  });

  it('undo a record if no verb was kept', () => {
    expect(parseUndo({ number: 1, seq: 1, until: 5 })).toEqual({
      verb: 'record',
      number: 1,
      seq: 1,
      until: 5,
    });
  });
});
