/** The source in a post: its first link that can be one, and who published it. */
import type { Outlet, PressedMessage } from '../discord/command.js';
import { checkLink, hostOf } from '../domain/links.js';

interface Source {
  /** Empty where there is none. */
  readonly link: string;
  readonly outlet: Outlet | null;
}

/** Pages of Discord, and the animated pictures that people answer with. */
const NO_SOURCE = /(?:^|\.)(?:discord(?:app)?\.(?:com|net|gg)|dis\.gd|tenor\.com|giphy\.com|imgur\.com)$/;

function mayBeSource(link: string): boolean {
  return checkLink(link) === null && !NO_SOURCE.test(hostOf(link) ?? '');
}

/** The source of a post; `link` is empty where no link can be one. */
export function sourceOf({ links, outlets }: Pick<PressedMessage, 'links' | 'outlets'>): Source {
  const link = links.find(mayBeSource);
  if (link === undefined) return { link: '', outlet: null };
  const host = hostOf(link);
  const name = outlets.find(({ url }) => url === link || hostOf(url) === host)?.name;
  return { link, outlet: name === undefined ? null : { url: link, name } };
}
