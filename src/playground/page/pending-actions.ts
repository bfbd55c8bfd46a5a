import type { ModalDeclaration } from '../check/modal.js';
import type { Act, Acted } from '../client/protocol.js';
import type { Client } from './client.js';

/** What a person does, with what it leads to: a form that opens, or a sentence why not. */
export interface Doing {
  act(act: Act): Promise<Acted>;
}

export interface Effects {
  readonly opened: (modal: ModalDeclaration | null) => void;
  readonly said: (sentence: string) => void;
}

export function doingWith(client: Client, effects: Effects): Doing {
  return {
    async act(act) {
      effects.said('');
      const acted = await client.act(act);
      if (!acted.ok) effects.said(acted.reason);
      else if (acted.modal !== undefined) effects.opened(acted.modal);
      else if (act.kind === 'submit') effects.opened(null);
      return acted;
    },
  };
}
