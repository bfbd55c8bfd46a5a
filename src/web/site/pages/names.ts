/** Links to what an issuer, a target or a tag has running and had. */
import { typed } from '../../../wording/typed.js';
import { html, say, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';

/** Under which names things are found. */
export const NAME_KINDS = ['issuer', 'target', 'tag'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

const LONGEST = 300;

/** The path of the page of a name. */
export const namePath = ({ root }: Pick<ServerContext, 'root'>, kind: NameKind, name: string): string =>
  `${root}/${kind}/${encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '\uFFFD'))}`;

/** A name that leads to its page. */
export function nameLink(context: Pick<ServerContext, 'root'>, kind: NameKind, name: string): Html {
  return html`<a href="${namePath(context, kind, name)}">${say([typed(name, LONGEST)])}</a>`;
}
