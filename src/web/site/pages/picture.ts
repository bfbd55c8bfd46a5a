/** The pictures of timelines and of figures as answers of the site. */
import type { ServerContext } from '../context.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import type { SitePage } from '../page.js';
import { figuresSubject, type IssuerRecord } from '../preview/figures.js';

/** The formats of a picture. */
export type PictureFormat = 'png' | 'svg';

/** The picture in a format; 503 where it cannot be rendered. */
async function pictureIn(
  { words, pictures }: ServerContext,
  subject: Parameters<ServerContext['pictures']['svg']>[0],
  format: PictureFormat,
): Promise<SitePage> {
  if (format === 'svg')
    return { status: 200, type: 'image/svg+xml', body: pictures.svg(subject), indexed: false };
  const png = await pictures.png(subject);
  if (png !== null) return { status: 200, type: 'image/png', body: png, indexed: false };
  const failed = `${words.pages.picture.failed}\n`;
  return { status: 503, type: 'text/plain; charset=utf-8', body: failed, indexed: false };
}

/** The picture of a timeline; null where the ultimatum is hidden. */
export async function picturePage(
  context: ServerContext,
  { about }: UltimatumModel,
  format: PictureFormat,
): Promise<SitePage | null> {
  if (about.ultimatum.hidden !== null) return null;
  return pictureIn(context, { words: context.words, about, server: context.name }, format);
}

/** The picture of the figures of an issuer. */
export const figuresPicture = (
  context: ServerContext,
  figures: IssuerRecord,
  format: PictureFormat,
): Promise<SitePage> => pictureIn(context, figuresSubject(context, figures), format);
