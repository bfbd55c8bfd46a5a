/** The message menus. */
import type { Handler } from '../../src/discord/command.js';
import { recordMenu } from './record.js';
import { updateMenu } from './update.js';

/** What is offered under Apps of a long-pressed message. */
export const menuHandlers: readonly Handler[] = [recordMenu, updateMenu];
