import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';

const ROOT = '/usr/lib/postgresql';

/** Where Debian keeps the programs of the newest PostgreSQL; null where there are none. */
function binaries(): string | null {
  if (!existsSync(ROOT)) return null;
  const newest = readdirSync(ROOT)
    .filter((name) => existsSync(join(ROOT, name, 'bin', 'initdb')))
    .toSorted((a, b) => Number(b) - Number(a));
  return newest[0] === undefined ? null : join(ROOT, newest[0], 'bin');
}

/** `initdb` refuses to run as root. */
function owner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

/** Says in a suite's name why it was skipped. */
export const onOwnPostgres = binaries() === null ? '(skipped: no pg_ctl in /usr/lib/postgresql)' : '';

export interface OwnPostgres {
  readonly url: string;
  /** The folder with its files. */
  readonly data: string;
  /** Ends it as a crash (`immediate`) or a restart by the package manager (`fast`) does, and starts it again. */
  restart(mode: 'immediate' | 'fast'): Promise<void>;
  stop(mode: 'immediate' | 'fast'): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** A server of PostgreSQL of its own, in a temporary directory on a free port. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const bin = binaries();
  if (bin === null) throw new Error('There is no PostgreSQL here.');
  const who = owner();
  const folder = mkdtempSync(join(tmpdir(), 'ultimatum-postgres-'));
  if (who !== null) chownSync(folder, who.uid, who.gid);
  const port = await freePort();
  const data = join(folder, 'data');
  const run = async (program: string, ...args: string[]) => {
    const child = spawn(join(bin, program), args, { cwd: folder, stdio: 'ignore', ...who });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  };
  await run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8');
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c fsync=off`;
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  const stop = (mode: 'immediate' | 'fast') => run('pg_ctl', '-D', data, '-m', mode, '-w', 'stop');
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    data,
    start,
    stop,
    async restart(mode) {
      await stop(mode);
      await start();
    },
    async remove() {
      await stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
