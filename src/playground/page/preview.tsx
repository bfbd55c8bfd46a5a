/** Draws a link of a message unfolded: as the card of components that its page brings, else in Open Graph. */
import type { PreviewView } from '../client/protocol.js';
import type { ControlActions } from './controls.js';
import { Part, Picture } from './parts.js';

interface PreviewProps {
  readonly preview: PreviewView;
  readonly on: ControlActions;
}

/** The card of a link, below the message that holds it. */
export function PreviewShown({ preview: { url, card, files }, on }: PreviewProps) {
  if (card.kind === 'components')
    return (
      <div class="preview">
        <Part one={card.component} files={files} on={on} />
      </div>
    );
  return (
    <div class="preview container" style={{ borderLeftColor: card.colour ?? '' }}>
      {card.site === null ? null : <small>{card.site}</small>}
      <a href={url} target="_blank" rel="noreferrer noopener">
        <strong>{card.title}</strong>
      </a>
      {card.description === null ? null : <p>{card.description}</p>}
      {card.image === null ? null : <Picture url={card.image} description={card.imageAlt} files={files} />}
    </div>
  );
}
