import { openStore } from '../../dist/src/store/index.js';
import { createBeat } from '../../dist/src/scheduler/beat.js';

export const quiet = { info() {}, warn() {}, error: (about) => console.error(about) };

/** The product's own beat on its own store, with `post` in the place of Discord. */
export async function ours(url, post, now = Date.now) {
  const store = await openStore(url, (error) => console.error(error.message));
  const send = async (row, _now, pass) => {
    await pass();
    await post(row);
    return { kind: 'sent', message: '1' };
  };
  const beat = createBeat({ store, send, now, wallNow: Date.now, log: quiet, batch: 500 });
  return { store, beat };
}
