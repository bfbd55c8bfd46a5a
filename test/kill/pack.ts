import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { projectPath } from '../../src/paths.js';

/** With an engine of its own, or only wanted where somebody installed it. */
const OUTSIDE = ['better-sqlite3', 'pg-native', 'zlib-sync'];

/** As it is written, or as it was compiled. */
const SOURCES = [new URL('./victim.ts', import.meta.url), new URL('./victim.js', import.meta.url)];

/** Runs what was packed; it is no module of the product and is not compiled. */
export const START = projectPath('test', 'kill', 'start.cjs');

/** The parts of discord.js that the bot uses; the other nine tenths would only be read, at each of a thousand starts. */
const PARTS = "export * from '@discordjs/rest'; export * from 'discord-api-types/v10';";
const parts: Plugin = {
  name: 'parts-of-discord.js',
  enforce: 'pre',
  resolveId: (id) => (id === 'discord.js' ? `\0${id}` : null),
  load: (id) => (id === '\0discord.js' ? PARTS : null),
};

let packed: Promise<string> | null = null;

/**
 * The victim and all it loads as one file, made once a process: from a thousand files a start takes twice as long, and
 * here it is started a thousand times.
 */
export function packedVictim(): Promise<string> {
  packed ??= pack(`victim-${process.pid}.cjs`);
  return packed;
}

async function pack(name: string): Promise<string> {
  const source = SOURCES.find((file) => existsSync(file)) ?? '';
  await build({
    configFile: false,
    root: projectPath(),
    logLevel: 'silent',
    ssr: { noExternal: true },
    plugins: [parts],
    build: {
      minify: true,
      ssr: fileURLToPath(source),
      outDir: projectPath('dist', 'kill'),
      emptyOutDir: false,
      rolldownOptions: { external: OUTSIDE, output: { entryFileNames: name, format: 'cjs' } },
    },
  });
  const file = projectPath('dist', 'kill', name);
  execFileSync(process.execPath, [START, file, 'keep'], { stdio: 'inherit' });
  process.once('exit', () => {
    for (const made of [file, `${file}.cache`]) rmSync(made, { force: true });
  });
  return file;
}
