/** The thread that renders: what happens where it fails, ends or has too much to do. */
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Renderer } from '../../src/picture/renderer.js';

/** A thread that runs `code` for each message. */
const threadOf = (code: string) =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ id, svg }) => { ${code} });`,
    { eval: true },
  );
const DRAWS = `parentPort.postMessage({ id, png: new Uint8Array([svg.length]) });`;

describe('the renderer', () => {
  it('draws one after the other and gives each its own answer', async () => {
    const renderer = new Renderer(() => threadOf(DRAWS));
    const drawn = await Promise.all(['a', 'bb', 'ccc'].map((svg) => renderer.render(svg)));
    expect(drawn.map(([length]) => length)).toEqual([1, 2, 3]);
    await renderer.close();
  });

  it('rejects what the thread cannot draw, and draws the next', async () => {
    const code = `if (svg === 'bad') parentPort.postMessage({ id, failed: 'not SVG' }); else ${DRAWS}`;
    const renderer = new Renderer(() => threadOf(code));
    await expect(renderer.render('bad')).rejects.toThrow('not SVG');
    expect([...(await renderer.render('good'))]).toEqual([4]);
    await renderer.close();
  });

  it.each([
    ['throws', `if (svg === 'bad') throw new Error('broken');`],
    ['ends', `if (svg === 'bad') process.exit(1);`],
  ])('starts a new thread where one %s', async (_what, code) => {
    let started = 0;
    const renderer = new Renderer(() => {
      started += 1;
      return threadOf(`${code} ${DRAWS}`);
    });
    const [bad, good] = await Promise.allSettled([renderer.render('bad'), renderer.render('good')]);
    expect([bad?.status, good?.status, started]).toEqual(['rejected', 'fulfilled', 2]);
    await renderer.close();
  });

  it('rejects everything where no thread can start', async () => {
    const renderer = new Renderer(() => {
      throw new Error('no threads');
    });
    const all = await Promise.allSettled([renderer.render('a'), renderer.render('b')]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await renderer.close();
  });

  it('refuses more than it can hold, and everything once it is closed', async () => {
    const renderer = new Renderer(() => threadOf(''));
    const all = Array.from({ length: 102 }, () => renderer.render('a'));
    await expect(all.at(-1)).rejects.toThrow('Too many');
    const settled = Promise.allSettled(all);
    await renderer.close();
    expect((await settled).every(({ status }) => status === 'rejected')).toBe(true);
    await expect(renderer.render('a')).rejects.toThrow('closed');
  });
});
