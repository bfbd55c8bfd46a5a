/** Sends a person's actions and shows what they lead to: a form, or a reason why not. */
import type { ModalDeclaration } from '../check/modal.js';
import type { ClientAction, ActionResult } from '../client/protocol.js';
import type { Client } from './client.js';

/** What a person does, with what it leads to: a form that opens, or a sentence why not. */
export interface Actions {
  act(act: ClientAction): Promise<ActionResult>;
}

export interface ActionEffects {
  readonly opened: (modal: ModalDeclaration | null) => void;
  readonly said: (sentence: string) => void;
}

export function actionsOf(client: Client, effects: ActionEffects): Actions {
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
