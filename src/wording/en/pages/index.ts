/** The public pages in English. */
import { frame, home, legal, missing, preview, rules } from './site.js';
import { follow } from './follow.js';
import { picture } from './picture.js';
import { server } from './server.js';
import { ultimatum } from './ultimatum.js';

export const pages = { frame, missing, home, rules, legal, picture, preview, follow, server, ultimatum };
