/** The picture of an ultimatum's timeline as an answer of the site. */
import type { PictureSubject } from '../../../picture/draw.js';
import type { ServerContext } from '../context.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import type { SitePage } from '../page.js';

/** The formats of a picture. */
export type PictureFormat = 'png' | 'svg';

/** The picture; null where the ultimatum is hidden. 503 where it cannot be rendered. */
export async function picturePage(
  { words, name, pictures }: ServerContext,
  { about }: UltimatumModel,
  format: PictureFormat,
): Promise<SitePage | null> {
  if (about.ultimatum.hidden !== null) return null;
  const subject: PictureSubject = { words, about, server: name };
  if (format === 'svg')
    return { status: 200, type: 'image/svg+xml', body: pictures.svg(subject), indexed: false };
  const png = await pictures.png(subject);
  if (png !== null) return { status: 200, type: 'image/png', body: png, indexed: false };
  const failed = `${words.pages.picture.failed}\n`;
  return { status: 503, type: 'text/plain; charset=utf-8', body: failed, indexed: false };
}
