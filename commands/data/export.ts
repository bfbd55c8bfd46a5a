/** `/data export`: the whole record as a file, in parts where it is too large for one. */
import { partOfRecord, recordFile, type RecordFormat, type RecordPart } from '../../src/codec/record/parts.js';
import { refuse, slash, type Context, type SlashCommand } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { ultimatumId } from '../../src/domain/ultimatum-id.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { localDate } from '../../src/domain/when.js';
import { exportLines } from '../../src/wording/data.js';

/** Discord takes files of 10 MiB from a bot; a little is left for the form around the file. */
const MAX_BYTES = 10 * 1024 * 1024 - 8192;
/** Left for the head of a file. */
const HEAD_BYTES = 4096;

function refusalOf({ ultimatums, part, parts }: RecordPart, bytes: number, max: number): Refusal | null {
  if (part < 1 || part > parts) return { why: 'not-found', what: 'part', given: String(part) };
  return ultimatums.length > 0 && bytes > max ? { why: 'file-too-large', bytes, max, smaller: null } : null;
}

function contentOf(record: RecordPart, format: RecordFormat, { words }: Context): string {
  const { ultimatums, part, parts, totals } = record;
  const from = ultimatumId(ultimatums[0]?.number ?? 0);
  const to = ultimatumId(ultimatums.at(-1)?.number ?? 0);
  return drawLines(exportLines(words, { format, part, parts, from, to, totals }));
}

function fileName({ part, parts }: RecordPart, format: RecordFormat, { now, settings }: Context): string {
  const suffix = parts === 1 ? '' : `-part-${part}-of-${parts}`;
  return `ultimatum-${localDate(now, settings.zone)}${suffix}.${format}`;
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
      part: { type: 'integer', description: ({ data }) => data.export.part },
    },
    async run({ format: chosen, part = 1 }, context) {
      const format = chosen === 'csv' ? 'csv' : 'json';
      const { now } = context;
      const record = await partOfRecord(context.wholeEntries, { part, format, max, now });
      const text = recordFile(record, { format, now });
      const refusal = refusalOf(record, Buffer.byteLength(text), max + HEAD_BYTES);
      if (refusal !== null) return refuse(refusal);
      const file = { name: fileName(record, format, context), text };
      return { kind: 'message', view: { content: contentOf(record, format, context), file } };
    },
  });

export const dataExport = exportCommand(MAX_BYTES);
