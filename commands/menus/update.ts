import type { MenuDoor } from '../../src/discord/command.js';
import { at } from '../../src/domain/when.js';
import { openUpdate } from '../ultimatum/update.js';
import { linkOf, quoteOf } from './record.js';

export const updateMenu: MenuDoor = {
  kind: 'menu',
  name: 'Update an ultimatum',
  run: (message, context) =>
    openUpdate(
      null,
      { url: message.url, at: at(message.at), quote: quoteOf(message), link: linkOf(message) },
      context,
    ),
};
