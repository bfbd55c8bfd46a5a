/** The SHA-256 digest of a file, kept beside it in the form that `sha256sum -c` reads. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DigestState } from '../domain/backup.js';

/** Where the digest of the file at `path` is kept. */
export const digestPath = (path: string): string => `${path}.sha256`;

/** The SHA-256 digest of a file, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The line that is kept beside the file at `path`. */
export const digestLine = (digest: string, path: string): string => `${digest}  ${basename(path)}\n`;

/** Compares the file `copy` with the digest that is kept beside `path`. */
export async function digestState(path: string, copy = path): Promise<DigestState> {
  const beside = digestPath(path);
  if (!existsSync(beside)) return 'missing';
  const kept = /^[\da-f]{64}(?= )/i.exec(readFileSync(beside, 'utf8'))?.[0].toLowerCase();
  return kept === (await digestOf(copy)) ? 'same' : 'differs';
}
