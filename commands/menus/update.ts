import type { MenuCommand } from '../../src/discord/command.js';
import { at } from '../../src/domain/when.js';
import { openUpdate } from '../../src/drafting/update.js';
import { sourceOf } from '../../src/drafting/post-source.js';

export const updateMenu: MenuCommand = {
  kind: 'menu',
  name: 'Update an ultimatum',
  run: (message, context) =>
    openUpdate(
      null,
      { url: message.url, at: at(message.at), text: message.text, ...sourceOf(message) },
      context,
    ),
};
