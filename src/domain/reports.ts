/** Whether the sources of an outcome are enough: one record, or reports of two outlets. */
import type { Statement } from './entry.js';
import { foldName } from './names.js';
import { domainOf } from './outlets.js';
import type { Refusal } from './refusal.js';

type Cited = Pick<Statement, 'url' | 'outlet' | 'grade'>;

/** What stands behind an outcome. */
export interface Reports {
  /** Sources in the issuer's own words, records and data sets; one of them is enough. */
  readonly records: number;
  /** Outlets that report it; two are enough. */
  readonly outlets: number;
}

/** Sites that show the reports of others: there the outlet that is named counts. */
const AGGREGATORS = new Set(['aol.com', 'apple.news', 'google.com', 'msn.com', 'yahoo.com']);

/** The letters and digits of an outlet's name, without a leading "the". */
const lettersOf = (name: string) =>
  foldName(name)
    .replace(/^the ?/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A domain, or the letters of a name where there is no link that says more. */
type OutletKey = { readonly domain: string } | { readonly name: string };

function outletKey({ url, outlet }: Cited): OutletKey | null {
  const domain = domainOf(url);
  const name = outlet === null ? '' : lettersOf(outlet);
  if (domain !== null && (name === '' || !AGGREGATORS.has(domain))) return { domain };
  return name === '' ? null : { name };
}

/** How many outlets there are: "Reuters" without a link is the outlet of reuters.com. */
function countOutlets(cited: readonly Cited[]): number {
  const keys = cited.map(outletKey).filter((key) => key !== null);
  const domains = new Set(keys.flatMap((key) => ('domain' in key ? [key.domain] : [])));
  const labels = new Set([...domains].map((domain) => lettersOf(domain.split('.')[0] ?? '')));
  const names = new Set(keys.flatMap((key) => ('name' in key && !labels.has(key.name) ? [key.name] : [])));
  return domains.size + names.size;
}

/**
 * What some statements give an outcome (rules 17). Every link and every named outlet counts as a report unless it is
 * marked as the issuer's own words, a record or a data set.
 */
export function reportsIn(statements: readonly Cited[]): Reports {
  const cited = statements.filter(({ url, outlet }) => url !== null || outlet !== null);
  const records = cited.filter(({ grade }) => grade === 'primary' || grade === 'data-set').length;
  const reports = cited.filter(({ grade }) => grade === 'secondary' || grade === 'page');
  return { records, outlets: countOutlets(reports) };
}

/** One record, or reports of two outlets (rules 17); else the refusal that says how many outlets were given. */
export function checkReports(statements: readonly Cited[]): Refusal | null {
  const { records, outlets } = reportsIn(statements);
  return records > 0 || outlets >= 2 ? null : { why: 'needs-reports', given: outlets };
}
