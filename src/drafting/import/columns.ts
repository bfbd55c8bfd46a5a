/** Which column of a table holds what: guessed from its headers, named by a person, or by a mapping file. */
import { z } from 'zod';
import { IMPORT_FIELDS, type ImportField } from '../../domain/import-fields.js';
import { headerWords, isHeaderOf } from '../../language/headers.js';

/** What is known of a table beside its cells. */
export interface Mapping {
  /** Several columns are joined: parts of a date, or names. */
  readonly columns: Readonly<Partial<Record<ImportField, readonly string[]>>>;
  /** What every row has. */
  readonly fixed: Readonly<Partial<Record<ImportField, string>>>;
  /** What the values of a column mean. */
  readonly codes: Readonly<Partial<Record<ImportField, Readonly<Record<string, string>>>>>;
}

const byField = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(IMPORT_FIELDS), value);
const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);

const mappingSchema = z.object({
  columns: byField(names).default({}),
  fixed: byField(z.string()).default({}),
  codes: byField(z.record(z.string(), z.string())).default({}),
});

/** The mapping in a file; null where it holds none. */
export function readMapping(json: string): Mapping | null {
  try {
    return mappingSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** `deadline = Frist; issuer = Absender`: columns as a person names them; null where that says none. */
export function columnsTyped(typed: string): Mapping['columns'] | null {
  const pairs = typed
    .split(/[;\n]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => pair.split('=').map((part) => part.trim()));
  const known = pairs.flatMap(([name = '', header]) => {
    const field = IMPORT_FIELDS.find((one) => one === name.toLowerCase());
    return field === undefined || header === undefined ? [] : [[field, [header]] as const];
  });
  return known.length === pairs.length ? Object.fromEntries(known) : null;
}

/** Where the cells of each field stand, by the number of their column. */
export type ColumnPlaces = Readonly<Partial<Record<ImportField, readonly number[]>>>;

const placeOf = (headers: readonly string[], name: string) =>
  headers.findIndex((header) => headerWords(header) === headerWords(name));

/** Columns that were named and that the table does not have. */
export const unknownColumns = (headers: readonly string[], { columns }: Mapping): readonly string[] =>
  Object.values(columns)
    .flat()
    .filter((name) => placeOf(headers, name) < 0);

/** The columns of a table: those that were named, and for the other fields the first whose header names it. */
export function placesOf(headers: readonly string[], { columns, fixed }: Mapping): ColumnPlaces {
  const taken = new Set(Object.values(columns).flatMap((own) => own.map((name) => placeOf(headers, name))));
  const places: [ImportField, readonly number[]][] = [];
  for (const field of IMPORT_FIELDS) {
    const named = columns[field]?.map((name) => placeOf(headers, name));
    const guess = headers.findIndex(
      (header, at) => header !== '' && !taken.has(at) && isHeaderOf(header, field),
    );
    if (named !== undefined) places.push([field, named]);
    else if (guess >= 0 && fixed[field] === undefined) {
      taken.add(guess);
      places.push([field, [guess]]);
    }
  }
  return Object.fromEntries(places);
}
