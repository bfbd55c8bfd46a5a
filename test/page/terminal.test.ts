import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Built by `npm test` before the tests run. */
const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

it('the stage goes on in the browser when its terminal is closed', async () => {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0' };
  const child = spawn(process.execPath, [MAIN], { env });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve) => {
    let heard = '';
    child.stdout.on('data', (data: Buffer) => {
      heard += data.toString();
      const open = /Open (\S+) in a browser/.exec(heard)?.[1];
      if (open !== undefined) resolve(open);
    });
  });
  child.stdout.destroy();
  child.stdin.write('next\nsay hello\n');
  // The stage does one thing after the other: this is answered after what was typed.
  const next = await fetch(`${address}/client/stage`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'next' }),
  });
  expect(await next.json()).toEqual({ ok: true });
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
