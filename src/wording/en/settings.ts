/** `/settings` in English. */
import { command, type Part, type Text } from '../parts.js';
import { t } from '../text.js';

const managers = t`members who can manage this server`;
/** By their codes, each in its own language. */
const languages = { en: 'English' };

export const settings = {
  languages,
  show: { description: 'Show the settings of this server' },
  set: {
    description: 'Change the settings of this server',
    zone: 'Time zone or city of this server',
    language: 'Language of the posts',
    curators: 'Role that keeps the record (server managers always can)',
    announcements: 'Where to announce records, moves and outcomes',
    reviewChannel: 'Where to remind curators of passed deadlines',
    adminChannel: 'Where to report problems with posting',
    review: 'Whether members can propose records for a curator to review',
    on: 'On',
    off: 'Off',
    clear: 'What to reset',
    clearCurators: 'Curator role',
    clearAnnouncements: 'Announcements channel',
    clearReviewChannel: 'Review channel',
    clearAdminChannel: 'Admin channel',
  },

  heading: t`Settings of this server`,
  zone: (zone: Part) => t`Time zone: ${zone}`,
  unknownZone: (zone: Part) => t`Time zone: ${zone} (not known here, so times are shown in UTC)`,
  language: (name: Part) => t`Language: ${name}`,
  curators: (role: Text) => t`Curators: ${role}, and ${managers}`,
  managersOnly: t`Curators: ${managers}`,
  everyoneAsCurators: t`Curators: only ${managers}. The role that everyone has can't keep the record: choose another one with ${command('settings set')}.`,
  announcements: (channel: Part) => t`Announcements: ${channel}`,
  announcedInPlace: t`Announcements: in the channel where a record is made`,
  reviewChannel: (channel: Part) => t`Review channel: ${channel}`,
  noReviewChannel: t`Review channel: none, so nobody is reminded of passed deadlines`,
  adminChannel: (channel: Part) => t`Admin channel: ${channel}`,
  noAdminChannel: t`Admin channel: none, so problems with posting are reported to whoever set up the post`,
  reviewOn: t`Proposals by members: on; they wait in ${command('review')}`,
  reviewOff: t`Proposals by members: off; only curators record`,

  everyone: t`everyone in this server`,
};
