/** Turns a component into the JSON that Discord returns, defaults filled in. */
import type { AnyComponent } from './check/layout.js';
import type { StoredFile } from './message.js';

type ComponentJson = Record<string, unknown>;
type Media = Extract<AnyComponent, { type: 11 }>['media'];

/** A component as Discord sends it back: with what the sender left to its defaults. */
export function componentJson(one: AnyComponent, files: readonly StoredFile[]): ComponentJson {
  const inner = (parts: readonly AnyComponent[]): ComponentJson[] =>
    parts.map((part) => componentJson(part, files));
  switch (one.type) {
    case 1:
      return { ...one, components: inner(one.components) };
    case 2:
    case 10:
      return { ...one };
    case 9:
      return { ...one, components: inner(one.components), accessory: componentJson(one.accessory, files) };
    case 11:
      return { description: null, spoiler: false, ...one, media: mediaJson(one.media) };
    case 12:
      return {
        ...one,
        items: one.items.map(({ media, ...rest }) => ({
          description: null,
          spoiler: false,
          ...rest,
          media: mediaJson(media),
        })),
      };
    case 13: {
      const file = files.find(({ name }) => one.file.url === `attachment://${name}`);
      const about = { name: file?.name ?? '', size: file?.bytes.length ?? 0 };
      return { spoiler: false, ...one, ...about, file: mediaJson(one.file) };
    }
    case 14:
      return { spacing: 1, divider: true, ...one };
    case 17:
      return { accent_color: null, spoiler: false, ...one, components: inner(one.components) };
    default:
      return { min_values: 1, max_values: 1, ...one };
  }
}

function mediaJson(media: Media): ComponentJson {
  return { id: '100000000000000001', proxy_url: media.url, ...media };
}
