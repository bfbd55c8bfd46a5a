/** What the lists of a request are narrowed to. */
import { cleanLine } from '../../../domain/clean.js';
import type { SiteRequest } from '../request.js';
import type { Narrowing } from './lists.js';

const LONGEST_QUERY = 300;

/** What the lists are narrowed to, without what was left empty. */
export function narrowingOf({ query }: Pick<SiteRequest, 'query'>): Narrowing {
  const given = (name: string) => {
    const value = cleanLine(query(name)?.slice(0, LONGEST_QUERY) ?? '');
    return value === '' ? undefined : value;
  };
  const [text, issuer, target, tag] = ['q', 'issuer', 'target', 'tag'].map(given);
  return {
    ...(text === undefined ? {} : { text }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(target === undefined ? {} : { target }),
    ...(tag === undefined ? {} : { tag }),
  };
}
