import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from '../exchange.js';
import { Failure } from '../failure.js';

export interface ParsedBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** Read a request to its end. */
export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** JSON as it is; of a multipart body its `payload_json` and the files beside it. */
export async function parseBody(raw: Buffer, contentType: string | undefined): Promise<ParsedBody> {
  if (raw.length === 0) return { body: undefined, files: [] };
  if (contentType?.startsWith('multipart/form-data')) return parseMultipart(raw, contentType);
  return { body: parseJson(raw.toString('utf8')), files: [] };
}

async function parseMultipart(raw: Buffer, contentType: string): Promise<ParsedBody> {
  const form = await new Response(new Uint8Array(raw), {
    headers: { 'content-type': contentType },
  }).formData();
  const files: UploadedFile[] = [];
  let body: unknown;
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (typeof value === 'string') {
      if (key === 'payload_json') body = parseJson(value);
    } else if (index !== undefined) {
      const bytes = Buffer.from(await value.arrayBuffer());
      files.push({ index, name: value.name, contentType: value.type, bytes });
    }
  }
  return { body, files };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new Failure(50109);
  }
}
