/** What a line is made of, before any surface draws it: no markup, no escaping. */
import type { RecordInstant } from '../domain/instant.js';

/** How an instant is shown to each reader in their own zone. */
export type TimeStyle = 'relative' | 'full';

export type Part =
  /** Words of the catalogue. */
  | { readonly kind: 'text'; readonly text: string }
  /** What a person typed: a surface shows it as it is and never takes it for markup. */
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: Text }
  /** Struck through: what was taken back. The words around it say so too, for those who only hear it. */
  | { readonly kind: 'strike'; readonly text: Text }
  /** An instant in ms UTC. `text` says it in words where a surface can't show the reader's own time. */
  | {
      readonly kind: 'time';
      readonly instant: RecordInstant;
      readonly style: TimeStyle;
      readonly text: string;
    }
  /** An address that was checked; `host` says where it leads. */
  | { readonly kind: 'link'; readonly url: string; readonly label: Text; readonly host: string }
  /** An address that is shown whole. */
  | { readonly kind: 'address'; readonly url: string }
  /** `id` is Discord's. */
  | { readonly kind: 'mention'; readonly of: 'channel' | 'role' | 'user'; readonly id: string }
  /** A slash command without its slash: `ultimatum record`. */
  | { readonly kind: 'command'; readonly name: string }
  /** What can be typed as it stands. */
  | { readonly kind: 'code'; readonly text: string };

/** A run of parts within one line. */
export type Text = readonly Part[];

/** How a whole line stands: the head of a post, the title of a screen, small print, an item of a list. */
type LineStyle = 'plain' | 'head' | 'title' | 'small' | 'item';

export interface Line {
  readonly style: LineStyle;
  readonly text: Text;
}

export const said = (text: string): Part => ({ kind: 'said', text });
export const strong = (text: Text): Part => ({ kind: 'strong', text });
export const strike = (text: Text): Part => ({ kind: 'strike', text });
export const mention = (of: 'channel' | 'role' | 'user', id: string): Part => ({ kind: 'mention', of, id });
export const command = (name: string): Part => ({ kind: 'command', name });
export const code = (text: string): Part => ({ kind: 'code', text });
export const address = (url: string): Part => ({ kind: 'address', url });
export const link = (url: string, label: Text, host: string): Part => ({ kind: 'link', url, label, host });

export const plain = (text: Text): Line => ({ style: 'plain', text });
export const head = (text: Text): Line => ({ style: 'head', text });
export const title = (text: Text): Line => ({ style: 'title', text });
export const small = (text: Text): Line => ({ style: 'small', text });
export const item = (text: Text): Line => ({ style: 'item', text });

/** A plain line of each text; a null is one that is missing. */
export const present = (texts: readonly (Text | null)[]): readonly Line[] =>
  texts.flatMap((text) => (text === null ? [] : [plain(text)]));

/** Texts one after the other, with `between` in the gaps; empty ones are left out. */
export function joinTexts(texts: readonly (Text | null)[], between: Text): Text {
  return texts
    .filter((text) => text !== null && text.length > 0)
    .flatMap((text, index) => (index === 0 ? (text ?? []) : [...between, ...(text ?? [])]));
}
