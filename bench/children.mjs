import { fork } from 'node:child_process';

/** One measured process: its first message, and what ends it at once. What it says on its error stream is shown. */
export function child(file, args, env = {}) {
  const forked = fork(new URL(file, import.meta.url), args.map(String), {
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise((resolve) => forked.once('exit', (code, signal) => resolve({ code, signal })));
  const said = new Promise((resolve, reject) => {
    forked.once('message', resolve);
    void ended.then(({ code, signal }) => reject(new Error(`${file} ended with ${code ?? signal}`)));
  });
  // Whoever waits for its end only need not hear that it said nothing.
  said.catch(() => undefined);
  const stop = async () => {
    forked.kill('SIGKILL');
    await ended;
  };
  const ask = (question) =>
    new Promise((resolve) => {
      forked.once('message', resolve);
      forked.send(question);
    });
  return { said, ask, stop };
}

/** What a process that ends by itself says. */
export async function told(file, ...args) {
  const { said, stop } = child(file, args);
  const message = await said;
  await stop();
  return message;
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
