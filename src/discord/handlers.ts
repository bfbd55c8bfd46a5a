import type { ButtonHandler, Handler, FlowHandler, MenuCommand, SlashCommand } from './command.js';

/** The front doors by what Discord calls them: path, menu, button, flow. */
export class Handlers {
  readonly #slash = new Map<string, SlashCommand>();
  readonly #menus = new Map<string, MenuCommand>();
  readonly #buttons = new Map<string, ButtonHandler>();
  readonly #flows = new Map<string, FlowHandler>();

  constructor(doors: readonly Handler[]) {
    for (const door of doors) {
      if (door.kind === 'slash') this.#slash.set(door.path.join(' '), door);
      else if (door.kind === 'menu') this.#menus.set(door.name, door);
      else if (door.kind === 'button') this.#buttons.set(door.name, door);
      else this.#flows.set(door.name, door);
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
