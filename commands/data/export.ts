import { slash, type Context } from '../../src/discord/command.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { localDate } from '../../src/domain/when.js';
import { recordAsCsv, recordAsJson, type Exported } from './record.js';

/** Discord takes files of 10 MiB from a bot; a little is left for the form around it. */
const MAX_BYTES = 10 * 1024 * 1024 - 4096;

/** The whole record, what is hidden included: the numbers of a server run from 1 without a gap. */
async function wholeRecord(context: Context): Promise<readonly Exported[]> {
  const ultimatums: Exported[] = [];
  for (let number = 1; ; number += 1) {
    const entries = await context.entries(number);
    if (entries.length === 0) return ultimatums;
    ultimatums.push({ number, entries });
  }
}

function tooLarge(text: string): Refusal | null {
  const length = Buffer.byteLength(text);
  return length > MAX_BYTES ? { why: 'too-long', field: 'export', length, max: MAX_BYTES } : null;
}

/** What the answer says beside the file. */
function said(ultimatums: readonly Exported[]): string {
  const entries = ultimatums.reduce((sum, one) => sum + one.entries.length, 0);
  const counted = `${ultimatums.length} ultimatums, ${entries} entries, corrections and hidden ones included.`;
  return `The whole record of this server: ${counted}\n-# People are random keys in the file, never Discord ids.`;
}

export const dataExport = slash({
  path: ['data', 'export'],
  description: 'The whole record of this server as a file',
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
  },
  async run({ format }, context) {
    const ultimatums = await wholeRecord(context);
    const csv = format === 'csv';
    const text = csv ? recordAsCsv(ultimatums) : recordAsJson(ultimatums, context.now);
    const refusal = tooLarge(text);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const name = `ultimatum-${localDate(context.now, context.settings.zone)}.${csv ? 'csv' : 'json'}`;
    return { kind: 'message', view: { content: said(ultimatums), file: { name, text } } };
  },
});
