/** What previews read in the head of an issuer's page: the card for Discord, and the picture of the figures. */
import type { RecordFigures } from '../../../domain/figures/record.js';
import type { FiguresSubject } from '../../../picture/figures.js';
import { countedText } from '../../../wording/figures.js';
import { figuresAlternative, headlineFigures } from '../../../wording/pages/figures-picture.js';
import { longDay } from '../../../wording/dates.js';
import { head, item, plain, small } from '../../../wording/parts.js';
import { plainText } from '../../../wording/plain-text.js';
import { typed } from '../../../wording/typed.js';
import { html, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { queryText } from '../pages/query.js';
import { namePath } from '../paths.js';
import { ACCENT, embedJson, LINK_BUTTON, texts, TYPES } from './component-embed.js';
import { embedScript, meta, pictureMeta } from './head.js';

/** An issuer and what is counted of it. */
export interface IssuerRecord {
  readonly name: string;
  readonly record: RecordFigures;
}

const LONGEST_NAME = 100;
/** Characters of the picture in words: in the head, and in the card. */
const LONGEST_ALTERNATIVE = 1000;
const SHORT_ALTERNATIVE = 300;

/** What the picture of the figures is drawn from. */
export const figuresSubject = (
  { words, name: server, now, settings }: ServerContext,
  { name, record }: IssuerRecord,
): FiguresSubject => ({ words, name, record, server, now, zone: settings.zone });

/** The card; null where Discord would not take it. */
function cardOf(context: ServerContext, subject: FiguresSubject, page: string, url: string): string | null {
  const { words } = context;
  const { name, record, now, zone } = subject;
  const { preview } = words.pages;
  const lines = headlineFigures(words, record).map(item);
  const description = figuresAlternative(subject, SHORT_ALTERNATIVE);
  return embedJson({
    component: {
      type: TYPES.container,
      accent_color: ACCENT,
      components: [
        ...texts([head(words.figures.title([typed(name, LONGEST_NAME)])), plain(countedText(words, record))]),
        ...texts(lines),
        { type: TYPES.gallery, items: [{ media: { url }, description }] },
        ...texts([small(preview.asRecorded(longDay(words, now, zone)))]),
        {
          type: TYPES.row,
          components: [{ type: TYPES.button, style: LINK_BUTTON, label: preview.open, url: page }],
        },
      ],
    },
  });
}

/** The head of an issuer's page. The address of the picture changes with the record, because sites keep what it once showed. */
export function figuresHead(context: ServerContext, figures: IssuerRecord): Html {
  const { words, name: server, publicUrl, page } = context;
  const subject = figuresSubject(context, figures);
  const path = namePath(context, 'issuer', figures.name);
  const url = `${publicUrl}${path}`;
  const address = `${url}/figures.png${queryText({ v: String(page.revision) })}`;
  const title = words.figures.title([typed(figures.name, LONGEST_NAME)]);
  const alternative = figuresAlternative(subject, LONGEST_ALTERNATIVE);
  return html`${embedScript(cardOf(context, subject, url, address))}
  ${meta('og:type', 'article')}${meta('og:site_name', plainText(server))}
  ${meta('og:title', plainText(title))}
  ${meta('og:description', plainText(countedText(words, figures.record)))}${meta('og:url', url)}
  ${pictureMeta({ address, alternative })}`;
}
