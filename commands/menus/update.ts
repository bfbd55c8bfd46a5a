/** The message menu that updates an ultimatum from a post. */
import type { MenuCommand } from '../../src/discord/command.js';
import { at } from '../../src/domain/when.js';
import { sourceOf } from '../../src/drafting/post-source.js';
import { openUpdate } from '../../src/drafting/update.js';

export const updateMenu: MenuCommand = {
  kind: 'menu',
  name: ({ menus }) => menus.update.name,
  run({ url, at: posted, text, ...message }, context) {
    return openUpdate(null, { url, at: at(posted), text, ...sourceOf(message) }, context);
  },
};
