/** What previews, search engines and citation tools read in the head of an ultimatum's page. */
import { HEIGHT, WIDTH } from '../../../picture/layout.js';
import type { Ultimatum } from '../../../domain/ultimatum.js';
import { descriptionText, pageTitle } from '../../../wording/pages/ultimatum.js';
import { pictureAlternative } from '../../../wording/pages/picture.js';
import { plainText } from '../../../wording/plain-text.js';
import { html, dataScript, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import { feedLinks } from '../pages/follow.js';
import { pathOf } from '../paths.js';
import { ACCENT, componentEmbed } from './component-embed.js';

const MOST_CITED = 50;
/** Characters of the picture in words. */
const LONGEST_ALTERNATIVE = 1000;

/** What a preview reads of a page. */
export const meta = (property: string, content: string): Html =>
  html`<meta property="${property}" content="${content}" />`;

/** Where it was published; addresses that are none are left out. */
function citationsOf({ statements }: Ultimatum): readonly string[] {
  const links = statements.flatMap(({ url }) => (url !== null && URL.canParse(url) ? [url] : []));
  return [...new Set(links)].slice(0, MOST_CITED);
}

/** A schema.org article with the sources it cites. */
function articleHtml(context: ServerContext, { about }: UltimatumModel, url: string): Html {
  const { name, publicUrl, root, settings } = context;
  const { ultimatum } = about;
  const last = ultimatum.entries.at(-1)?.recorded ?? ultimatum.recorded;
  const article = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: plainText(pageTitle(context.words, ultimatum)),
    description: plainText(descriptionText(context.words, about)),
    url,
    inLanguage: context.words.language,
    datePublished: new Date(ultimatum.recorded).toISOString(),
    dateModified: new Date(last).toISOString(),
    isPartOf: { '@type': 'WebSite', name: plainText(name), url: `${publicUrl}${root}` },
    citation: citationsOf(ultimatum),
    ...(settings.licence === null ? {} : { license: settings.licence }),
  };
  return dataScript(html`type="application/ld+json"`, JSON.stringify(article));
}

/** Another one after each change, because Discord and other sites keep what an address once showed. */
function pictureAddress(page: string, { about, at }: UltimatumModel): string {
  const query = new URLSearchParams(at === null ? {} : { at });
  query.set('v', String(about.ultimatum.lastSeq));
  return `${page}.png?${query.toString()}`;
}

interface HeadPicture {
  readonly address: string;
  /** The picture in words. */
  readonly alternative: string;
}

/** The large picture of a preview, and the colour beside it. */
export const pictureMeta = ({ address, alternative }: HeadPicture): Html =>
  html`${meta('og:image', address)}${meta('og:image:type', 'image/png')}${meta('og:image:width', String(WIDTH))}${meta('og:image:height', String(HEIGHT))}${meta('og:image:alt', alternative)}
    <meta name="theme-color" content="#${ACCENT.toString(16).padStart(6, '0')}" />
    <meta name="twitter:card" content="summary_large_image" />`;

/** The card that Discord draws; nothing where it would not take it. */
export const embedScript = (json: string | null): Html | null =>
  json === null ? null : dataScript(html`id="discord:component-embed" type="application/json"`, json);

/** The card for Discord first, then what every other preview reads. */
export function previewHead(context: ServerContext, model: UltimatumModel): Html {
  const { words, name, publicUrl, page } = context;
  const { about } = model;
  const path = pathOf(context, about.number);
  const url = `${publicUrl}${path}`;
  const picture = pictureAddress(url, model);
  const alternative = pictureAlternative(words, about, LONGEST_ALTERNATIVE);
  const json = componentEmbed(words, about, { page: url, picture });
  const oembed = `${publicUrl}/oembed?format=json&url=${encodeURIComponent(url)}`;
  return html`${embedScript(json)} ${meta('og:type', 'article')}${meta('og:site_name', plainText(name))}
    ${meta('og:title', plainText(pageTitle(words, about.ultimatum)))}
    ${meta('og:description', plainText(descriptionText(words, about)))}${meta('og:url', url)}
    ${pictureMeta({ address: picture, alternative })}
    <link rel="alternate" type="application/json+oembed" href="${oembed}" />
    ${feedLinks(path, '')} ${page.listed ? articleHtml(context, model, url) : null}`;
}

/** The same for the page of a server. */
export function serverHead({ words, name, publicUrl, root }: ServerContext): Html {
  return html`${meta('og:type', 'website')}${meta('og:title', plainText(name))}
    ${meta('og:description', plainText(words.pages.server.lede))}${meta('og:url', `${publicUrl}${root}`)}
    <meta name="theme-color" content="#${ACCENT.toString(16).padStart(6, '0')}" />
    <meta name="twitter:card" content="summary" />
    ${feedLinks(root, '')}`;
}
