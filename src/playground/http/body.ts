/** Reads request bodies: JSON, or multipart with files. */
import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from '../exchange.js';
import { ApiError } from '../api-error.js';

export interface ParsedBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads a request to its end, but never more than `most` bytes.
 * @throws ApiError 40005 (413) as soon as it is known to be longer.
 */
export async function readAll(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new ApiError(40005);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) throw new ApiError(40005);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * JSON as it is; of a multipart body its `payload_json` and the files beside it.
 * @throws ApiError where it is neither.
 */
export async function parseBody(raw: Buffer, contentType: string | undefined): Promise<ParsedBody> {
  if (raw.length === 0) return { body: undefined, files: [] };
  if (contentType?.startsWith('multipart/form-data')) return parseMultipart(raw, contentType);
  return { body: parseJson(raw.toString('utf8')), files: [] };
}

async function parseMultipart(raw: Buffer, contentType: string): Promise<ParsedBody> {
  const files: UploadedFile[] = [];
  let body: unknown;
  for (const [key, value] of await formOf(raw, contentType)) {
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

async function formOf(raw: Buffer, contentType: string): Promise<FormData> {
  const headers = { 'content-type': contentType };
  try {
    return await new Response(new Uint8Array(raw), { headers }).formData();
  } catch {
    throw new ApiError(50035);
  }
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new ApiError(50109);
  }
}
