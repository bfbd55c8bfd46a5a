/** The message menu that records an ultimatum from a post. */
import type { MenuCommand } from '../../src/discord/command.js';
import { recordFromPost } from '../../src/drafting/record-from-post.js';

export const recordMenu: MenuCommand = {
  kind: 'menu',
  name: ({ menus }) => menus.record.name,
  run: recordFromPost,
};
