/** Links to what an issuer, a target or a tag has running and had. */
import { typed } from '../../../wording/typed.js';
import { html, say, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { namePath, type NameKind } from '../paths.js';

const LONGEST = 300;

/** A name that leads to its page. */
export function nameLink(context: Pick<ServerContext, 'root'>, kind: NameKind, name: string): Html {
  return html`<a href="${namePath(context, kind, name)}">${say([typed(name, LONGEST)])}</a>`;
}
