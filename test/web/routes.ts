/** The routes that the router of the site knows, as paths that can be asked for. */
import type { Hono } from 'hono';

const VALUES: Readonly<Record<string, string>> = {
  server: 'newsroom',
  id: 'U-1',
  entry: '1',
  png: 'U-1.png',
  svg: 'U-1.svg',
};
const NAMES: Readonly<Record<string, string>> = {
  issuer: 'Donald%20Trump',
  target: 'Russia',
  tag: 'ukraine',
};

/** A path of the router with its parameters filled in. */
export function filled(path: string, server: string): string {
  const [, kind = ''] = /\/(issuer|target|tag)s?\//.exec(path) ?? [];
  return path
    .replace(':name', NAMES[kind] ?? '')
    .replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_all, name: string) =>
      name === 'server' ? server : (VALUES[name] ?? ''),
    );
}

/** The routes of one server's pages. */
export const serverRoutes = ({ routes }: Hono): readonly string[] => [
  ...new Set(routes.map(({ path }) => path).filter((path) => path.includes(':server'))),
];
