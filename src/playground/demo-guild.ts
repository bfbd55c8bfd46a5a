/** The server that the stories are played in. */
import type { GuildSeed } from './options.js';

/** The server in which stories are played: an admin, two curators, a member, and a reader far away. */
export const DEMO_GUILD: GuildSeed = {
  name: 'Newsroom',
  owner: 'Mod',
  roles: [{ name: 'Curators' }, { name: 'Admins', permissions: ['ManageGuild'] }],
  channels: [{ name: 'ultimatums' }, { name: 'review' }, { name: 'general' }],
  members: [
    { name: 'Mod', roles: ['Admins'] },
    { name: 'Ana', roles: ['Curators'] },
    { name: 'Jonas', roles: ['Curators'], timeZone: 'Europe/Berlin', locale: 'de' },
    { name: 'Ben' },
    { name: 'Olena', timeZone: 'Europe/Kyiv', locale: 'uk' },
  ],
};
