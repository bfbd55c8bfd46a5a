/** A page as it is answered, before it becomes bytes. */

/** What is answered. */
export interface SitePage {
  readonly status: 200 | 301 | 400 | 404 | 405 | 503;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Whether other sites may show it in a frame. */
  readonly framed?: true;
  /** Data that scripts of other sites may read, with a digest of its bytes. */
  readonly open?: true;
  /** The address of the next one, where what was asked for comes in several files. */
  readonly next?: string;
  /** Whether search engines may keep it. */
  readonly indexed: boolean;
}

export const HTML_TYPE = 'text/html; charset=utf-8';

/** An HTML page that is there. */
export const found = (body: string, indexed: boolean): SitePage => ({
  status: 200,
  type: HTML_TYPE,
  body,
  indexed,
});
