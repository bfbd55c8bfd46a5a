import { onTestFinished } from 'vitest';
import { startFront } from './proxy.js';

/** What stands between the bot and Discord: a status and a body of its own, or null where Discord answers. */
export type Front = (
  method: string,
  path: string,
) => { readonly status: number; readonly type: string; readonly body: string } | null;

/** An address of the API that answers some requests itself, as a proxy or Cloudflare does. Ends with the test. */
export async function inFrontOf(apiUrl: string, answers: Front): Promise<string> {
  const front = await startFront(apiUrl, (method, path) => {
    const own = answers(method, path);
    return own === null ? null : { ...own, headers: { 'content-type': own.type } };
  });
  onTestFinished(() => front.close());
  return front.apiUrl;
}
