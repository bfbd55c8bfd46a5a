import { slash, type Context } from '../../src/discord/command.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { isHidden } from '../../src/domain/visible.js';
import { localDate } from '../../src/domain/when.js';
import { counted } from '../../src/discord/views/text.js';
import { recordAsCsv, recordAsJson, type Exported, type Part } from './record.js';

/** Discord takes files of 10 MiB from a bot; a little is left for the form around it and the head of the file. */
const MAX_BYTES = 10 * 1024 * 1024 - 8192;

type Format = 'csv' | 'json';

function written(ultimatums: readonly Exported[], format: Format, now: number, part?: Part): string {
  return format === 'csv' ? recordAsCsv(ultimatums) : recordAsJson(ultimatums, now, part);
}

interface Split {
  /** The ultimatums of the part that was asked for. */
  readonly own: readonly Exported[];
  readonly parts: number;
  /** How many ultimatums, entries and hidden ultimatums there are in all parts. */
  readonly total: { readonly ultimatums: number; readonly entries: number; readonly hidden: number };
}

/**
 * The whole record, what is hidden included, in parts that each fit one file; only the part that was asked for is kept.
 * The numbers of a server run from 1 without a gap.
 */
async function splitRecord(asked: number, format: Format, max: number, context: Context): Promise<Split> {
  const own: Exported[] = [];
  const total = { ultimatums: 0, entries: 0, hidden: 0 };
  let [part, used] = [1, 0];
  for (let number = 1; ; number += 1) {
    const entries = await context.wholeEntries(number);
    if (entries.length === 0) return { own, parts: part, total };
    const size = Buffer.byteLength(written([{ number, entries }], format, context.now));
    if (used > 0 && used + size > max) [part, used] = [part + 1, 0];
    used += size;
    if (part === asked) own.push({ number, entries });
    total.ultimatums += 1;
    total.entries += entries.length;
    total.hidden += isHidden(entries) ? 1 : 0;
  }
}

/** What the answer says beside the file. */
function said({ own, parts, total }: Split, asked: number, format: Format): string {
  const size = `${counted(total.ultimatums, 'ultimatum')}, ${counted(total.entries, 'entry', 'entries')}, corrections included.`;
  const next = asked < parts ? ` The next one: /data export format:${format} part:${asked + 1}` : '';
  const range = `U-${own[0]?.number ?? 0} to U-${own.at(-1)?.number ?? 0}`;
  const part = parts === 1 ? '' : `\nIt is too large for one file: this is part ${asked} of ${parts}, ${range}.${next}`;
  const hidden =
    total.hidden === 0
      ? ''
      : `\n**${counted(total.hidden, 'hidden ultimatum')} included, with all words and names.** Take out what is marked "hidden" before you pass the file on.`;
  return `The whole record of this server: ${size}${part}${hidden}\n-# People are random keys in the file, never Discord ids.`;
}

function fault({ own, parts }: Split, asked: number, length: number, max: number): Refusal | null {
  if (asked < 1 || asked > parts) return { why: 'not-found', what: 'part', given: String(asked) };
  return own.length > 0 && length > max ? { why: 'file-too-large', bytes: length, max, smaller: null } : null;
}

/** `max`: the largest file in bytes; another one only in tests. */
export const exportDoor = (max: number) =>
  slash({
    path: ['data', 'export'],
    description: 'The whole record of this server as a file, what is hidden included',
    manager: true,
    options: {
      format: {
        type: 'string',
        description: 'CSV for spreadsheets, JSON for programs',
        required: true,
        choices: [
          { name: 'CSV', value: 'csv' },
          { name: 'JSON', value: 'json' },
        ],
      },
      part: { type: 'integer', description: 'Of a record too large for one file: which part' },
    },
    async run({ format, part: asked = 1 }, context) {
      const csv = format === 'csv';
      const split = await splitRecord(asked, csv ? 'csv' : 'json', max, context);
      const { own, parts } = split;
      const part = parts === 1 ? undefined : { part: asked, parts };
      const text = written(own, csv ? 'csv' : 'json', context.now, part);
      const refusal = fault(split, asked, Buffer.byteLength(text), max + 4096);
      if (refusal !== null) return { kind: 'refusal', refusal };
      const which = parts === 1 ? '' : `-part-${asked}-of-${parts}`;
      const day = localDate(context.now, context.settings.zone);
      const name = `ultimatum-${day}${which}.${csv ? 'csv' : 'json'}`;
      return { kind: 'message', view: { content: said(split, asked, csv ? 'csv' : 'json'), file: { name, text } } };
    },
  });

export const dataExport = exportDoor(MAX_BYTES);
