/** The files that pages load: one stylesheet and one small script, under addresses that change with what is in them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file as it is served. */
export interface SiteAsset {
  /** The path that it is served under. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

function assetOf(name: string, type: string): SiteAsset {
  const body = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  const [stem = '', extension = ''] = name.split('.');
  return { path: `/${stem}-${hash}.${extension}`, type, body };
}

export const STYLE = assetOf('style.css', 'text/css; charset=utf-8');
export const SCRIPT = assetOf('site.js', 'text/javascript; charset=utf-8');
export const ICON = assetOf('icon.svg', 'image/svg+xml');
export const ASSETS: readonly SiteAsset[] = [STYLE, SCRIPT, ICON];
