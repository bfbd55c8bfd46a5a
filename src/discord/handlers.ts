import type { ButtonDoor, Door, FlowDoor, MenuDoor, SlashDoor } from './command.js';

/** The front doors by what Discord calls them: path, menu, button, flow. */
export class Doors {
  readonly #slash = new Map<string, SlashDoor>();
  readonly #menus = new Map<string, MenuDoor>();
  readonly #buttons = new Map<string, ButtonDoor>();
  readonly #flows = new Map<string, FlowDoor>();

  constructor(doors: readonly Door[]) {
    for (const door of doors) {
      if (door.kind === 'slash') this.#slash.set(door.path.join(' '), door);
      else if (door.kind === 'menu') this.#menus.set(door.name, door);
      else if (door.kind === 'button') this.#buttons.set(door.name, door);
      else this.#flows.set(door.name, door);
    }
  }

  slash(path: readonly string[]): SlashDoor | undefined {
    return this.#slash.get(path.join(' '));
  }

  menu(name: string): MenuDoor | undefined {
    return this.#menus.get(name);
  }

  button(name: string): ButtonDoor | undefined {
    return this.#buttons.get(name);
  }

  flow(name: string): FlowDoor | undefined {
    return this.#flows.get(name);
  }
}
