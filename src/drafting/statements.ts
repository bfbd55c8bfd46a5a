import type { Statement } from '../domain/entry.js';
import type { Draft } from '../codec/draft.js';

function gradeOf({ primary, typed }: Draft): 'primary' | 'secondary' {
  return primary || typed.grade === 'primary' ? 'primary' : 'secondary';
}

/** Typed links, one a line or separated by spaces, in order and without repeats. */
export function linksOf({ typed }: Pick<Draft, 'typed'>): readonly string[] {
  const all = [typed.source, typed['second-source']].flatMap((text) => (text ?? '').split(/\s+/));
  return [...new Set(all.filter((link) => link !== ''))];
}

/** What stands behind a draft: the quote with the first link, then every other link. Nothing typed, no statement. */
export function statementsOf(draft: Draft): readonly Statement[] {
  const { typed, seenIn } = draft;
  const outlet = (url: string) => (draft.outlet?.url === url ? draft.outlet.name : null);
  const links = linksOf(draft);
  const quote = typed.quote ?? null;
  const bare = { archive: null };
  const [first, ...rest] = links;
  if (first === undefined) {
    if (quote === null && seenIn === null) return [];
    return [{ ...bare, outlet: null, quote, url: null, grade: 'unsourced', seenIn }];
  }
  const grade = gradeOf(draft);
  return [
    { outlet: outlet(first), quote, url: first, grade, archive: typed.archive ?? null, seenIn },
    ...rest.map((url) => ({ ...bare, outlet: outlet(url), quote: null, url, grade, seenIn: null })),
  ];
}
