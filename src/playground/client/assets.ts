/** Reads the files of the built page. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The built page, read once: its paths (`/`, `/assets/….js`) and what is behind them. */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const assets = await Promise.all(
    files.map(async (file): Promise<[string, Asset]> => {
      const path = file.slice(folder.length).replaceAll('\\', '/');
      const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return [path === '/index.html' ? '/' : path, { type, bytes: await readFile(file) }];
    }),
  );
  return new Map(assets);
}
