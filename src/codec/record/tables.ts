/** The record as three tables for analysts: ultimatums, their deadlines, their outcomes. Days are the issuer's. */
import type { RecordInstant } from '../../domain/instant.js';
import { endStated } from '../../domain/figures/case.js';
import { dateNamed, edtfOf, localDaysOf } from '../../domain/local-dates.js';
import type { Reading } from '../../domain/reading.js';
import type { TargetOutcome, Ultimatum, Version, VersionOutcome } from '../../domain/ultimatum.js';
import { isHidden } from '../../domain/visible.js';
import type { When } from '../../domain/when.js';
import { readable, whole } from './csv.js';
import { folded } from './derived.js';
import type { ExportedUltimatum, HeadlineWords } from './exported.js';

/** Between several names or links in one cell. */
const BETWEEN = '; ';

/** Years before our era begin with a sign. */
const utc = (instant: RecordInstant | null) =>
  instant === null ? '' : readable(new Date(instant).toISOString());
const list = (texts: readonly string[]) => readable(texts.join(BETWEEN));
const flag = (is: boolean) => (is ? 'yes' : 'no');
const number = (value: number | null) => (value === null ? '' : whole(value));
const text = (value: string | null | undefined) => readable(value ?? '');
const day = (when: When | null, zone: string) => (when === null ? '' : text(edtfOf(when, zone)));

/**
 * A table: its columns, and the lines that one ultimatum has in it. The last cell is never empty: a program that ends lines
 * with LF takes the CR for a part of it.
 */
interface Table {
  readonly columns: readonly string[];
  readonly lines: (
    number: number,
    ultimatum: Ultimatum,
    headlineWords: HeadlineWords,
  ) => readonly (readonly string[])[];
}

const urlsOf = ({ statements }: Ultimatum, entry?: number) =>
  list(
    statements.flatMap(({ url, entry: own }) =>
      url !== null && (entry === undefined || own === entry) ? [url] : [],
    ),
  );

const ultimatums: Table = {
  columns: [
    'number',
    'issuers',
    'targets',
    'demand',
    'threat',
    'tags',
    'zone',
    'stated',
    'recorded_utc',
    'state',
    'headline',
    'moves',
    'slip_days',
    'first_deadline',
    'last_deadline',
    'ended',
    'sources',
    'disputed',
    'hidden',
  ],
  lines(id, it, headlineWords) {
    const [first, last] = [it.versions[0]?.reading, it.versions.at(-1)?.reading];
    const named = (reading: typeof first) =>
      reading === undefined ? '' : text(dateNamed(reading, first?.zone ?? it.zone));
    return [
      [
        whole(id),
        list(it.issuers),
        list(it.targets),
        text(it.demand),
        text(it.threat),
        list(it.tags),
        it.zone,
        day(it.stated, it.zone),
        utc(it.recorded),
        it.state,
        readable(headlineWords(it)),
        whole(it.moves),
        number(it.slip),
        named(first),
        named(last),
        day(endStated(it), it.zone),
        urlsOf(it),
        flag(it.disputed),
        flag(it.hidden !== null),
      ],
    ];
  },
};

function becameOf(became: VersionOutcome): string {
  if (became.kind === 'moved') return became.revision;
  return became.kind === 'passed' && became.lifted ? 'passed-lifted' : became.kind;
}

/** `words` to `edtf` of a deadline; of words without a date only the words and what they are. */
function readingCells(reading: Reading): readonly string[] {
  const local = localDaysOf(reading);
  const { earliest, latest, precision, bound, zone, edtf } = reading;
  const isIncluded = precision === 'instant' && bound !== 'before';
  return [
    text(local?.first),
    text(local?.last),
    precision,
    bound,
    zone,
    utc(earliest),
    isIncluded ? '' : utc(latest),
    isIncluded ? utc(latest) : '',
    text(edtf),
  ];
}

function versionLine(id: number, { zone }: Ultimatum, version: Version): readonly string[] {
  const { reading, revision, stated, targets, became, correctedFrom } = version;
  return [
    whole(id),
    whole(version.number),
    text(reading.words),
    revision,
    day(stated, zone),
    ...readingCells(reading),
    list(targets ?? []),
    list(became.map(becameOf)),
    text(correctedFrom?.words),
    flag(reading.approximate === true),
  ];
}

function undatedLine(id: number, { zone, stated }: Ultimatum, reading: Reading): readonly string[] {
  const said = [text(reading.words), 'undated', day(stated, zone)];
  return [whole(id), '', ...said, ...readingCells(reading), '', '', '', flag(reading.approximate === true)];
}

const deadlines: Table = {
  columns: [
    'number',
    'version',
    'words',
    'kind',
    'stated',
    'local_first_day',
    'local_last_day',
    'precision',
    'bound',
    'zone',
    'starts_utc_inclusive',
    'ends_utc_exclusive',
    'ends_utc_inclusive',
    'edtf',
    'targets',
    'became',
    'corrected_from',
    'approximate',
  ],
  lines: (id, it) => [
    ...it.versions.map((version) => versionLine(id, it, version)),
    ...(it.undated === null ? [] : [undatedLine(id, it, it.undated)]),
  ],
};

function outcomeLine(id: number, it: Ultimatum, recorded: TargetOutcome): readonly string[] {
  const { target, outcome, headline, actor, entry, stated } = recorded;
  const { verdict } = headline;
  return [
    whole(id),
    text(target),
    outcome.compliance,
    day(outcome.complied, it.zone),
    outcome.followThrough,
    day(outcome.acted, it.zone),
    verdict.timing ?? '',
    list(verdict.reversed.map(({ what, extent }) => `${what} ${extent}`)),
    text(actor),
    text(outcome.note),
    urlsOf(it, entry),
    day(stated, it.zone),
    whole(headline.moves),
  ];
}

const outcomes: Table = {
  columns: [
    'number',
    'target',
    'compliance',
    'complied',
    'follow_through',
    'acted',
    'timing',
    'reversed',
    'by',
    'note',
    'sources',
    'stated',
    'moves',
  ],
  lines: (id, it) => it.outcomes.map((recorded) => outcomeLine(id, it, recorded)),
};

export const TABLES = { ultimatums, deadlines, outcomes } as const;
export type TableName = keyof typeof TABLES;

/** The lines of an ultimatum in a table; of one that can't be folded, a line with its number and nothing more. */
export function linesOf(
  name: TableName,
  { number: id, entries }: ExportedUltimatum,
  headlineWords: HeadlineWords,
): readonly (readonly string[])[] {
  const ultimatum = folded(entries);
  const { columns, lines } = TABLES[name];
  if (ultimatum !== null) return lines(id, ultimatum, headlineWords);
  if (name !== 'ultimatums') return [];
  return [[whole(id), ...columns.slice(2).map(() => ''), flag(isHidden(entries))]];
}
