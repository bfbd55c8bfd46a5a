import type { Command } from '../../src/domain/entry.js';
import type { World } from './world.js';

/** What is said of a preview once a newer one took its place. */
export const REPLACED = 'The newer preview holds.';

/** What somebody would add to the record. */
export interface Draft {
  /** Null for a new record. */
  readonly number: number | null;
  readonly command: Command;
}

/** A button that somebody has in front of them. */
export interface Button {
  readonly key: string;
  readonly kind: 'change' | 'propose' | 'countdown';
  readonly user: string;
  /** A word in what it makes: the key, but two buttons may be about one countdown. */
  readonly mark: string;
  readonly draft: Draft | null;
  /** When its preview was kept, the record's ms UTC; null while it is not. */
  kept: number | null;
  /** How often somebody was told that it did what it asks for. */
  done: number;
  /** What those were told it had done who pressed it later. */
  readonly told: Set<string>;
  /** The one that took its place. */
  newer: Button | null;
}

/** What a used button says it did; `made`: a number or an id. */
export const sentenceOf = ({ key }: Button, made: number): string => `${key} made ${made}.`;

/** The same with a word in it by which it is found again. */
function marked(command: Command, mark: string): Command {
  if ('statements' in command) {
    const statements = command.statements.map((one) => ({ ...one, url: `${one.url}/${mark}` }));
    return { ...command, statements };
  }
  return 'reason' in command ? { ...command, reason: mark } : command;
}

/** Whether something was made by the button of a mark. */
export const hasMark = (made: unknown, mark: string): boolean =>
  JSON.stringify(made ?? null).includes(`${mark}"`);

export function newButton(
  world: World,
  { kind, user }: Pick<Button, 'kind' | 'user'>,
  draft: Draft | null,
  mark?: string,
): Button {
  const key = `press-${world.buttons.length + 1}`;
  const button: Button = {
    key,
    kind,
    user,
    mark: mark ?? key,
    draft: draft === null ? null : { ...draft, command: marked(draft.command, key) },
    kept: null,
    done: 0,
    told: new Set(),
    newer: null,
  };
  world.buttons.push(button);
  return button;
}
