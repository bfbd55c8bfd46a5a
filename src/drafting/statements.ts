/** The sources of a draft: its links, its quote, and who published them. */
import type { Draft } from '../codec/draft.js';
import { GRADES, type Grade, type Statement } from '../domain/entry.js';
import { hostKind } from '../domain/hosts.js';

/** What a link is: as typed or confirmed, else a news report where its host is an outlet, else a page. */
export function gradeOf(
  link: string,
  { primary, confirmed, typed }: Pick<Draft, 'primary' | 'confirmed' | 'typed'>,
): Grade {
  const given = GRADES.find((grade) => grade === typed.grade);
  if (given !== undefined) return given;
  if (primary || confirmed.includes(link)) return 'primary';
  return hostKind(link) === 'news' ? 'secondary' : 'page';
}

/** A line that holds no link at all is given back whole, so that it is refused whole. */
function linksIn(line: string): readonly string[] {
  return /\S[.:]\S/.test(line) ? line.split(/\s+/) : [line.trim()];
}

/** The typed links, separated by spaces or line breaks, in order and without repeats. */
export function linksOf({ typed }: Pick<Draft, 'typed'>): readonly string[] {
  const links = [typed.source, typed['second-source']].flatMap((text) =>
    (text ?? '').split('\n').flatMap(linksIn),
  );
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
  const outletOf = (link: string) => (draft.outlet?.url === link ? draft.outlet.name : null);
  return [
    { quote, url, outlet: outletOf(url), grade: gradeOf(url, draft), archive, seenIn: draft.seenIn },
    ...otherUrls.map((link) => ({
      quote: null,
      url: link,
      outlet: outletOf(link),
      grade: gradeOf(link, draft),
      archive: null,
      seenIn: null,
    })),
  ];
}

/** A link whose host says that it may hold the issuer's own words or a record; a person has to confirm it. */
export interface LikelyRecord {
  readonly link: string;
  readonly kind: 'official' | 'own-words';
}

/** The links of a draft that may be records and that nobody has graded yet. */
export function likelyRecords(draft: Draft): readonly LikelyRecord[] {
  if (draft.primary || draft.typed.grade !== undefined) return [];
  return linksOf(draft).flatMap((link) => {
    const kind = hostKind(link);
    const likely = kind === 'official' || kind === 'own-words';
    return likely && !draft.confirmed.includes(link) ? [{ link, kind }] : [];
  });
}

/** The draft with those links confirmed as the issuer's own words or records. */
export function withRecords(draft: Draft): Draft {
  const links = likelyRecords(draft).map(({ link }) => link);
  return { ...draft, confirmed: [...draft.confirmed, ...links] };
}
