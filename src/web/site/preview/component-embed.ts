/** The card that Discord draws of a link: one container of components, within Discord's limits or not at all. */
import { z } from 'zod';
import { drawLines } from '../../../discord/draw.js';
import type { About } from '../../../wording/about.js';
import type { Words } from '../../../wording/index.js';
import { previewLines } from '../../../wording/pages/preview.js';
import { pictureAlternative } from '../../../wording/pages/picture.js';
import { LISTED } from '../../../wording/pages/budget.js';
import type { Line } from '../../../wording/parts.js';
import type { TextBudget } from '../../../wording/text-budget.js';
import { scriptSafe } from '../../markup.js';

/** Bytes of the JSON in UTF-8, as it stands in the page. */
export const MOST_EMBED_BYTES = 3000;
const MOST_COMPONENTS = 40;
const LONGEST_URL = 512;
const LONGEST_LABEL = 80;

/** The numbers by which Discord knows its components. */
export const TYPES = {
  row: 1,
  button: 2,
  section: 9,
  text: 10,
  gallery: 12,
  separator: 14,
  container: 17,
} as const;
/** The style of a button that is a link. */
export const LINK_BUTTON = 5;
/** The accent of the pages. */
export const ACCENT = 0x00_56_6b;

const url = z.url({ protocol: /^https?$/ }).max(LONGEST_URL);
const button = z.strictObject({
  type: z.literal(TYPES.button),
  style: z.literal(LINK_BUTTON),
  label: z.string().min(1).max(LONGEST_LABEL),
  url,
});
const text = z.strictObject({ type: z.literal(TYPES.text), content: z.string().min(1) });
const gallery = z.strictObject({
  type: z.literal(TYPES.gallery),
  items: z
    .array(z.strictObject({ media: z.strictObject({ url }), description: z.string().max(1024) }))
    .min(1)
    .max(10),
});
const row = z.strictObject({ type: z.literal(TYPES.row), components: z.array(button).min(1).max(5) });
const separator = z.strictObject({ type: z.literal(TYPES.separator) });
const child = z.discriminatedUnion('type', [text, gallery, row, separator]);
const embedSchema = z.strictObject({
  component: z.strictObject({
    type: z.literal(TYPES.container),
    accent_color: z.int().min(0).max(0xff_ff_ff),
    components: z.array(child).min(1),
  }),
});
type ComponentEmbed = z.infer<typeof embedSchema>;
type EmbedChild = z.infer<typeof child>;

/** The container itself and everything in it. */
function countOf({ component }: ComponentEmbed): number {
  const inRows = component.components.reduce(
    (sum, one) => sum + (one.type === TYPES.row ? one.components.length : 0),
    0,
  );
  return 1 + component.components.length + inRows;
}

/** The JSON as it stands in the page; null where Discord would not take it. */
export function embedJson(embed: ComponentEmbed): string | null {
  if (!embedSchema.safeParse(embed).success || countOf(embed) > MOST_COMPONENTS) return null;
  const json = scriptSafe(JSON.stringify(embed));
  return Buffer.byteLength(json) <= MOST_EMBED_BYTES ? json : null;
}

/** Lines as a component; none where there are none. */
export const texts = (lines: readonly Line[]): readonly EmbedChild[] =>
  lines.length === 0 ? [] : [{ type: TYPES.text, content: drawLines(lines) }];

/** What the card leads to. */
interface EmbedLinks {
  /** The page of the ultimatum, whole. */
  readonly page: string;
  /** Its picture; null where there is none. */
  readonly picture: string | null;
}

/** How much is shown, from everything to the least that still makes sense. */
const STEPS: readonly {
  readonly budget: TextBudget;
  readonly deadlines: number;
  /** Characters of the picture in words. */
  readonly alternative: number;
}[] = [
  { budget: LISTED, deadlines: 8, alternative: 300 },
  { budget: LISTED, deadlines: 4, alternative: 200 },
  { budget: { ...LISTED, name: 60, text: 100 }, deadlines: 2, alternative: 150 },
  { budget: { ...LISTED, name: 40, names: 40, text: 60 }, deadlines: 1, alternative: 100 },
  { budget: { ...LISTED, name: 20, names: 20, text: 30 }, deadlines: 0, alternative: 80 },
];

function embedOf(
  words: Words,
  about: About,
  links: EmbedLinks,
  step: (typeof STEPS)[number],
): ComponentEmbed {
  const { head, terms, deadlines, small } = previewLines(words, about, step.budget, step.deadlines);
  const { open, log } = words.pages.preview;
  const description = pictureAlternative(words, about, step.alternative);
  const picture: readonly EmbedChild[] =
    links.picture === null
      ? []
      : [{ type: TYPES.gallery, items: [{ media: { url: links.picture }, description }] }];
  return {
    component: {
      type: TYPES.container,
      accent_color: ACCENT,
      components: [
        ...texts(head),
        ...texts(terms),
        ...(deadlines.length === 0 ? [] : [{ type: TYPES.separator } as const]),
        ...texts(deadlines),
        ...picture,
        ...texts([small]),
        {
          type: TYPES.row,
          components: [
            { type: TYPES.button, style: LINK_BUTTON, label: open, url: links.page },
            { type: TYPES.button, style: LINK_BUTTON, label: log, url: `${links.page}#log` },
          ],
        },
      ],
    },
  };
}

/** The card of an ultimatum with as much as fits; null where nothing does, and plain previews are left to do. */
export function componentEmbed(words: Words, about: About, links: EmbedLinks): string | null {
  for (const step of STEPS) {
    const json = embedJson(embedOf(words, about, links, step));
    if (json !== null) return json;
  }
  return null;
}
