import type { Done } from '../../src/domain/done.js';

/** A press that says in one sentence what it did. */
export const textDone = (text: string): Done => ({ kind: 'text', text });

/** The sentence of a press; empty where it is told in a code. */
export const doneText = (done: Done): string => (done.kind === 'text' ? done.text : '');
