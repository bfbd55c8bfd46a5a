/** The servers that list their record, a page at a time. */
import { z } from 'zod';
import { serverContext, type SiteContext } from '../context.js';
import { queryText } from '../pages/query.js';
import type { SitePage } from '../page.js';
import type { PublicPage } from '../../../store/port/index.js';
import type { OperationId } from './operation.js';
import { BY_NAME, paged } from './parameters.js';
import { answered } from './problem.js';
import { NAMED, pageOf } from './schema/basics.js';
import { listedServer } from './schema/server.js';
import { API } from './view/basics.js';
import { listedServerOf } from './view/server.js';

const query = z.object(paged(BY_NAME));
const answer = pageOf(listedServer).register(NAMED, { id: 'ServerPage' });

/** The operation as the description names it. */
export const SERVERS = {
  id: 'servers' satisfies OperationId,
  path: `${API}/servers`,
  query,
  answer,
} as const;

/** The servers of a page, and one more where others follow. */
export function listedServers({ store }: SiteContext, { cursor = '', limit }: z.output<typeof query>) {
  return store.listedPages(cursor, limit + 1);
}

/** A page of the servers that were found. */
export async function serversPage(
  site: SiteContext,
  found: readonly PublicPage[],
  limit: number,
  given: Readonly<Record<string, string>>,
): Promise<SitePage> {
  const shown = found.slice(0, limit);
  const contexts = await Promise.all(shown.map((page) => serverContext(site, page)));
  const cursor = found.length > limit ? shown.at(-1)?.address : undefined;
  const next =
    cursor === undefined ? null : `${site.publicUrl}${API}/servers${queryText({ ...given, cursor })}`;
  return answered(answer, {
    items: contexts.filter((context) => context !== null).map(listedServerOf),
    next,
  });
}
