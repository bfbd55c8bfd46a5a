/** The sources of a draft: its links, its quote, and who published them. */
import type { Draft } from '../codec/draft.js';
import type { Statement } from '../domain/entry.js';

function gradeOf({ primary, typed }: Draft): 'primary' | 'secondary' {
  return primary || typed.grade === 'primary' ? 'primary' : 'secondary';
}

/** The typed links, separated by spaces or line breaks, in order and without repeats. */
export function linksOf({ typed }: Pick<Draft, 'typed'>): readonly string[] {
  const links = [typed.source, typed['second-source']].flatMap((text) => (text ?? '').split(/\s+/));
  return [...new Set(links.filter((link) => link !== ''))];
}

/** A quote without a link, or only the message it was seen in; none where there is neither. */
function unsourcedStatements({ typed, seenIn }: Draft): readonly Statement[] {
  const { quote = null } = typed;
  if (quote === null && seenIn === null) return [];
  return [{ quote, url: null, outlet: null, grade: 'unsourced', archive: null, seenIn }];
}

/** The statements of a draft: the quote goes with the first link, every other link stands by itself. */
export function statementsOf(draft: Draft): readonly Statement[] {
  const { quote = null, archive = null } = draft.typed;
  const [url, ...otherUrls] = linksOf(draft);
  if (url === undefined) return unsourcedStatements(draft);
  const grade = gradeOf(draft);
  const outletOf = (link: string) => (draft.outlet?.url === link ? draft.outlet.name : null);
  return [
    { quote, url, outlet: outletOf(url), grade, archive, seenIn: draft.seenIn },
    ...otherUrls.map((link) => ({
      quote: null,
      url: link,
      outlet: outletOf(link),
      grade,
      archive: null,
      seenIn: null,
    })),
  ];
}
