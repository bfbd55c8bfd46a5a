import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { projectPath } from '../../src/paths.js';

/** With an engine of its own, or only wanted where somebody installed it. */
const OUTSIDE = ['better-sqlite3', 'pg-native', 'zlib-sync'];

/** As it is written, or as it was compiled. */
const SOURCES = [new URL('./victim.ts', import.meta.url), new URL('./victim.js', import.meta.url)];

let packed: Promise<string> | null = null;

/**
 * The victim and all it loads as one file, made once a process: from a thousand files a start takes twice as long, and
 * here it is started a thousand times.
 */
export function packedVictim(): Promise<string> {
  packed ??= pack(`victim-${process.pid}.js`);
  return packed;
}

async function pack(name: string): Promise<string> {
  const source = SOURCES.find((file) => existsSync(file)) ?? '';
  await build({
    configFile: false,
    root: projectPath(),
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(source),
      outDir: projectPath('dist', 'kill'),
      emptyOutDir: false,
      rolldownOptions: { external: OUTSIDE, output: { entryFileNames: name } },
    },
  });
  const file = projectPath('dist', 'kill', name);
  process.once('exit', () => rmSync(file, { force: true }));
  return file;
}
