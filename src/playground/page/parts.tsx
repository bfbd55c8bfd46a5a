/** Draws files, embeds and layout components. */
import type { Component } from '../check/layout.js';
import type { EmbedBody } from '../check/message.js';
import type { FileView } from '../client/protocol.js';
import { ButtonShown, SelectShown, type ControlActions } from './controls.js';
import { Markdown } from './markdown.js';

interface PartProps {
  readonly on: ControlActions;
  readonly one: Component;
  readonly files: readonly FileView[];
}

/** A picture of this machine; what other hosts hold is linked and not fetched. */
export function Picture(props: {
  readonly url: string;
  readonly description: string | null | undefined;
  readonly files: readonly FileView[];
}) {
  const { url, description, files } = props;
  const own = files.find(({ name }) => url === name || url === `attachment://${name}`);
  if (own !== undefined) return <img src={own.url} alt={description ?? own.name} />;
  if (!/^https?:\/\//.test(url)) return <span>{description ?? url}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {description ?? url}
    </a>
  );
}

export function FileShown({ file }: { readonly file: FileView }) {
  if (file.contentType.startsWith('image/'))
    return <img src={file.url} alt={file.description ?? file.name} />;
  return (
    <a class="file" href={file.url} target="_blank" rel="noreferrer">
      {file.name} <small>{file.size} bytes</small>
    </a>
  );
}

export function Part({ one, files, on }: PartProps) {
  const again = (inner: Component) => <Part one={inner} files={files} on={on} />;
  switch (one.type) {
    case 1:
      return (
        <div class="row">
          {one.components.map((control) =>
            control.type === 2 ? (
              <ButtonShown one={control} on={on} />
            ) : (
              <SelectShown one={control} on={on} />
            ),
          )}
        </div>
      );
    case 9:
      return (
        <div class="section">
          <div>
            {one.components.map((text) => (
              <Markdown words={text.content} />
            ))}
          </div>
          {one.accessory.type === 2 ? (
            <ButtonShown one={one.accessory} on={on} />
          ) : (
            <Picture url={one.accessory.media.url} description={one.accessory.description} files={files} />
          )}
        </div>
      );
    case 10:
      return <Markdown words={one.content} />;
    case 12:
      return (
        <div class="gallery">
          {one.items.map(({ media, description }) => (
            <Picture url={media.url} description={description} files={files} />
          ))}
        </div>
      );
    case 13: {
      const file = files.find(({ name }) => one.file.url === `attachment://${name}`);
      return file === undefined ? null : <FileShown file={file} />;
    }
    case 14:
      return one.divider === false ? <div class="gap" /> : <hr />;
    case 17:
      return (
        <div class="container" style={{ borderLeftColor: colour(one.accent_color) }}>
          {one.components.map(again)}
        </div>
      );
  }
}

const colour = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : `#${value.toString(16).padStart(6, '0')}`;

export function EmbedShown({ embed }: { readonly embed: EmbedBody }) {
  return (
    <div class="container" style={{ borderLeftColor: colour(embed.color) }}>
      {embed.author ? <small>{embed.author.name}</small> : null}
      {embed.title ? <strong>{embed.title}</strong> : null}
      <Markdown words={embed.description ?? ''} />
      {embed.fields?.map(({ name, value }) => (
        <div>
          <strong>{name}</strong>
          <Markdown words={value} />
        </div>
      ))}
      {embed.footer ? <small>{embed.footer.text}</small> : null}
    </div>
  );
}
