/** What is wrong with a row of a file that is imported. */
import type { Refusal } from './refusal.js';

/** Why a row can't be recorded. */
export type ImportRefusal =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A cell that holds none of the values that the column knows. */
  | { readonly kind: 'unknown-value'; readonly known: readonly string[] }
  /** Entries that are none of this format; `path` leads to the first of them. */
  | { readonly kind: 'unreadable-entries'; readonly path: string }
  /** Another ultimatum is named that the file does not hold. */
  | { readonly kind: 'unknown-reference'; readonly number: number }
  | { readonly kind: 'in-future' };

/** A row, the column that is wrong, and what stood there. `row`: the line of a table, the number in a record. */
export interface ImportFault {
  readonly row: number;
  readonly column: string | null;
  readonly given: string | null;
  readonly why: ImportRefusal;
}

/** Why a whole file can't be read. */
export type FileFault =
  | { readonly kind: 'not-a-table'; readonly message: string }
  | { readonly kind: 'not-a-record' }
  /** One of the tables of an export, which lack what the record holds beside it. */
  | { readonly kind: 'own-table'; readonly table: string }
  /** Neither a record nor a table, by its name or by what is in it. */
  | { readonly kind: 'wrong-type'; readonly name: string }
  /** More than `max` bytes. */
  | { readonly kind: 'too-large'; readonly max: number }
  /** It does not lie where Discord keeps files, or can't be had from there. */
  | { readonly kind: 'foreign-address' }
  | { readonly kind: 'not-fetched' }
  /** What was typed does not name columns. */
  | { readonly kind: 'wrong-columns'; readonly given: string }
  | { readonly kind: 'empty' }
  /** No column was found for what every ultimatum has. */
  | { readonly kind: 'no-columns'; readonly missing: readonly string[]; readonly headers: readonly string[] }
  /** Columns were named that the file does not have. */
  | {
      readonly kind: 'unknown-columns';
      readonly named: readonly string[];
      readonly headers: readonly string[];
    }
  /** Reading it takes more memory than a file may take. */
  | { readonly kind: 'too-much' }
  | { readonly kind: 'too-many-rows'; readonly rows: number; readonly max: number };
