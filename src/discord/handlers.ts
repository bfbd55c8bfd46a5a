/** The handlers by what Discord calls them. */
import type { Words } from '../wording/index.js';
import type { ButtonHandler, Handler, FlowHandler, MenuCommand, SlashCommand } from './command.js';

/** The handlers by what Discord calls them: path, menu, button, flow. */
export class Handlers {
  readonly #slash = new Map<string, SlashCommand>();
  readonly #menus = new Map<string, MenuCommand>();
  readonly #buttons = new Map<string, ButtonHandler>();
  readonly #flows = new Map<string, FlowHandler>();

  /** `words`: those that the commands are registered in, because Discord sends a menu's name as registered. */
  constructor(handlers: readonly Handler[], words: Words) {
    for (const handler of handlers) {
      if (handler.kind === 'slash') this.#slash.set(handler.path.join(' '), handler);
      else if (handler.kind === 'menu') this.#menus.set(handler.name(words), handler);
      else if (handler.kind === 'button') this.#buttons.set(handler.name, handler);
      else this.#flows.set(handler.name, handler);
    }
  }

  slash(path: readonly string[]): SlashCommand | undefined {
    return this.#slash.get(path.join(' '));
  }

  menu(name: string): MenuCommand | undefined {
    return this.#menus.get(name);
  }

  button(name: string): ButtonHandler | undefined {
    return this.#buttons.get(name);
  }

  flow(name: string): FlowHandler | undefined {
    return this.#flows.get(name);
  }
}
