/** `/data export`: the whole record as a file, in parts where it is too large for one. */
import { partFile, partOfRecord, type RecordPart } from '../../src/codec/record/parts.js';
import { suffixOf, TABLE_NAMES, type RecordFormat, type RecordOptions } from '../../src/codec/record/writer.js';
import { refuse, slash, type Context, type SlashCommand } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { localDate } from '../../src/domain/when.js';
import { exportLines } from '../../src/wording/data.js';
import { headlineText } from '../../src/wording/headline.js';
import { plainText } from '../../src/wording/plain-text.js';

/** Left for the head of a file, with what the server has set up. */
const HEAD_BYTES = 262_144;
/** Discord takes files of 10 MiB from a bot; a little is left for the form around the file. */
const MAX_BYTES = 10 * 1024 * 1024 - 8192 - HEAD_BYTES;

function refusalOf({ pieces, part, parts }: RecordPart, bytes: number, max: number): Refusal | null {
  if (part < 1 || part > parts) return { why: 'not-found', what: 'part', given: String(part) };
  return pieces.length > 0 && bytes > max ? { why: 'file-too-large', bytes, max, smaller: null } : null;
}

const isTable = (name: string) => TABLE_NAMES.find((known) => known === name);

function contentOf(record: RecordPart, format: RecordFormat, { words }: Context): string {
  const { range, part, parts, totals } = record;
  const [from, to] = (range ?? [0, 0]).map(ultimatumId);
  return drawLines(exportLines(words, { format, table: isTable(format) ?? null, part, parts, from: from ?? '', to: to ?? '', totals }));
}

function fileName({ part, parts }: RecordPart, format: RecordFormat, { now, settings }: Context): string {
  const table = format === 'csv' || format === 'json' ? '' : `-${format}`;
  const place = parts === 1 ? '' : `-part-${part}-of-${parts}`;
  return `ultimatum-${localDate(now, settings.zone)}${table}${place}.${suffixOf(format)}`;
}

/** The command, with `max` bytes as the largest file; only tests choose another one. */
export const exportCommand = (max: number): SlashCommand =>
  slash({
    path: ['data', 'export'],
    description: ({ data }) => data.export.description,
    manager: true,
    options: {
      format: {
        type: 'string',
        description: ({ data }) => data.export.format,
        required: true,
        choices: [
          { name: ({ data }) => data.export.csv, value: 'csv' },
          { name: ({ data }) => data.export.json, value: 'json' },
        ],
      },
      table: {
        type: 'string',
        description: ({ data }) => data.export.table,
        choices: TABLE_NAMES.map((value) => ({ name: ({ data }) => data.export.tables[value], value })),
      },
      part: { type: 'integer', description: ({ data }) => data.export.part },
    },
    async run({ format: chosen, table = '', part = 1 }, context) {
      const format = chosen === 'csv' ? (isTable(table) ?? 'csv') : 'json';
      const { now: exported, words, whole } = context;
      const server = format === 'json' && part === 1 ? await whole.server() : null;
      const options: RecordOptions = {
        format,
        exported,
        server,
        headlineWords: ({ headline }) => plainText(headlineText(words, headline)),
      };
      const record = await partOfRecord(whole.next, { ...options, part, max });
      const content = partFile(record, options);
      const refusal = refusalOf(record, content.byteLength, max + HEAD_BYTES);
      if (refusal !== null) return refuse(refusal);
      const file = { name: fileName(record, format, context), content };
      return { kind: 'message', view: { content: contentOf(record, format, context), file } };
    },
  });

export const dataExport = exportCommand(MAX_BYTES);
