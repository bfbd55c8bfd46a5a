/** Writes the record into a file piece by piece: JSON, one table as CSV, or the three tables in a zip. */
import { Zip, ZipDeflate } from 'fflate';
import type { RecordInstant } from '../../domain/instant.js';
import { csvHead, csvLine } from './csv.js';
import type { ExportedServer, ExportedUltimatum, HeadlineWords } from './exported.js';
import { JSON_BETWEEN, JSON_END, jsonHead, jsonOf, type FilePlace } from './json.js';
import { linesOf, TABLES, type TableName } from './tables.js';

export const TABLE_NAMES = ['ultimatums', 'deadlines', 'outcomes'] as const satisfies readonly TableName[];

/** `csv`: all tables in a zip; a table's name: that one alone. */
export type RecordFormat = 'json' | 'csv' | TableName;

export interface RecordOptions {
  readonly format: RecordFormat;
  /** When it is exported, ms UTC. */
  readonly exported: RecordInstant;
  /** What the server has set up, which only JSON holds; null where only the record leaves. */
  readonly server: ExportedServer | null;
  readonly headlineWords: HeadlineWords;
}

const csvOf = (name: TableName, one: ExportedUltimatum, { headlineWords }: RecordOptions) =>
  linesOf(name, one, headlineWords).map(csvLine).join('');

/** What one ultimatum is in each file of the format. */
export function piecesOf(one: ExportedUltimatum, options: RecordOptions): readonly string[] {
  const { format } = options;
  if (format === 'json') return [jsonOf(one, options.headlineWords)];
  const names = format === 'csv' ? TABLE_NAMES : [format];
  return names.map((name) => csvOf(name, one, options));
}

/** Takes the pieces of one ultimatum after another; nothing of them is kept. */
export interface RecordWriter {
  add(pieces: readonly string[]): void;
  end(): void;
}

interface PlainFile {
  readonly head: string;
  readonly between: string;
  readonly end: string;
}

function plainWriter({ head, between, end }: PlainFile, emit: (chunk: Uint8Array) => void): RecordWriter {
  let before = head;
  return {
    add(pieces) {
      emit(Buffer.from(before + pieces.join('')));
      before = between;
    },
    end: () => emit(Buffer.from((before === head ? head : '') + end)),
  };
}

/** A zip knows no other years. */
const [FIRST_YEAR, LAST_YEAR] = [Date.UTC(1981, 0), Date.UTC(2098, 0)];

function zipWriter(exported: RecordInstant, emit: (chunk: Uint8Array) => void): RecordWriter {
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    emit(chunk);
  });
  const mtime = Math.min(Math.max(exported, FIRST_YEAR), LAST_YEAR);
  const files = TABLE_NAMES.map((name) => {
    const file = new ZipDeflate(`${name}.csv`, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    file.push(Buffer.from(csvHead(TABLES[name].columns)));
    return file;
  });
  return {
    add: (pieces) => files.forEach((file, at) => file.push(Buffer.from(pieces[at] ?? ''))),
    end() {
      for (const file of files) file.push(new Uint8Array(), true);
      zip.end();
    },
  };
}

/** A file of the record; `place` where it is one of several. What is written goes to `emit`, in order. */
export function recordWriter(
  options: RecordOptions,
  place: FilePlace | null,
  emit: (chunk: Uint8Array) => void,
): RecordWriter {
  const { format, exported, server } = options;
  if (format === 'csv') return zipWriter(exported, emit);
  const plain =
    format === 'json'
      ? { head: jsonHead({ exported, server, place }), between: JSON_BETWEEN, end: JSON_END }
      : { head: csvHead(TABLES[format].columns), between: '', end: '' };
  return plainWriter(plain, emit);
}

/** A whole file of what is at hand. */
export function recordText(ultimatums: readonly ExportedUltimatum[], options: RecordOptions): string {
  const chunks: Uint8Array[] = [];
  const writer = recordWriter(options, null, (chunk) => chunks.push(chunk));
  for (const one of ultimatums) writer.add(piecesOf(one, options));
  writer.end();
  return Buffer.concat(chunks).toString();
}

/** How the name of a file of this format ends. */
export const suffixOf = (format: RecordFormat): string =>
  ({ json: 'json', csv: 'zip', ultimatums: 'csv', deadlines: 'csv', outcomes: 'csv' })[format];
