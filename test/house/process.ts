import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectPath } from '../../src/paths.js';

/** Built by `npm test` before the tests run. */
const built = (file: string) => projectPath('dist', 'src', file);
export const MAIN = built('main.js');
export const CLI = built('cli.js');

/** Starts the built program with these settings alone, in the folder of the project or another one. */
export function start(env: Record<string, string>, args: readonly string[] = [MAIN], cwd?: string) {
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env['PATH'] ?? '', ...env } });
  let output = '';
  const listeners = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output += `${line}\n`;
      for (const listener of listeners) listener(line);
    });
  }
  const ended = once(child, 'close').then(([code]) => Number(code));
  const said = (what: RegExp) =>
    new Promise<void>((resolve, reject) => {
      if (what.test(output)) resolve();
      listeners.add((line) => what.test(line) && resolve());
      void ended.then(() => reject(new Error(output)));
    });
  return { child, ended, said, output: () => output };
}
