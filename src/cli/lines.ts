/** Answers lines of a stream one by one, no faster than the reader takes them. */
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { visible } from './visible.js';

/**
 * Answers every line of `from` with one on `to`, in order, and as soon as it came: what arrived together is written
 * together, and nothing more is read while `to` is full.
 */
export async function lines(from: Readable, to: Writable, answer: (line: string) => string): Promise<void> {
  from.setEncoding('utf8');
  let rest = '';
  for await (const chunk of from) {
    const whole = (rest + String(chunk)).split('\n');
    rest = whole.pop() ?? '';
    if (whole.length > 0) await write(to, whole.map((line) => `${visible(answer(line))}\n`).join(''));
  }
  if (rest !== '') await write(to, `${visible(answer(rest))}\n`);
}

async function write(to: Writable, text: string): Promise<void> {
  if (!to.write(text)) await once(to, 'drain');
}
