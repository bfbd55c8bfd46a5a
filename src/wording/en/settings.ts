/** `/settings` in English. */
import { command, type Part, type Text } from '../parts.js';
import { t } from '../text.js';

const managers = t`members who can manage this server`;
/** By their codes, each in its own language. */
const languages = { en: 'English' };

export const settings = {
  languages,
  show: { description: 'Show the settings of this server' },
  check: {
    description: 'Check whether everything can be posted here, and what to do where it can’t',
    heading: t`Check of this server`,
    well: t`All is well.`,
    host: t`What the machine, a backup or npx is needed for is up to whoever hosts this bot.`,
  },
  set: {
    description: 'Change the settings of this server',
    zone: 'Time zone or city of this server',
    language: 'Language of the posts',
    curators: 'Role that keeps the record (server managers always can)',
    announcements: 'Where to announce records, moves and outcomes',
    reviewChannel: 'Where to remind curators of passed deadlines',
    adminChannel: 'Where to report problems with posting',
    review: 'Whether members can propose records for a curator to review',
    publish: 'What followers of an announcement channel get in their servers',
    events: 'Whether every running deadline is an event of this server',
    publishChoices: {
      nothing: 'Nothing',
      passed: 'Deadlines that passed',
      announcements: 'All announcements',
      reminders: 'Announcements and reminders',
      countdowns: 'Announcements, reminders and countdowns',
    },
    on: 'On',
    off: 'Off',
    clear: 'What to reset',
    clearCurators: 'Curator role',
    clearAnnouncements: 'Announcements channel',
    clearReviewChannel: 'Review channel',
    clearAdminChannel: 'Admin channel',
    public: 'Who can read the record outside of Discord',
    publicChoices: {
      off: 'Nobody',
      link: 'Whoever has the link',
      'new-link': 'Whoever has the link, under a new one',
      listed: 'Everybody, listed under the public name',
    },
    publicName: 'Name of the public page; a listed page has its address from it',
    inclusionRule: 'What gets recorded here, shown beside the list on the public page',
    licence: 'Licence of the data on the public page, such as CC BY 4.0',
    contact: 'How readers of the public page reach you: an address or a link',
    clearPublicName: 'Public name',
    clearInclusionRule: 'Inclusion rule',
    clearLicence: 'Licence',
    clearContact: 'Contact',
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

  eventsOn: t`Events: on; every running deadline is an event of this server`,
  eventsOff: t`Events: off`,
  published: {
    nothing: t`Published to followers: nothing`,
    passed: t`Published to followers: deadlines that passed`,
    announcements: t`Published to followers: all announcements`,
    reminders: t`Published to followers: announcements and reminders`,
    countdowns: t`Published to followers: announcements, reminders and countdowns`,
  },

  publicOff: t`Public page: off; only this server sees the record`,
  publicByLink: (url: Part) => t`Public page: by link, ${url}`,
  publicListed: (url: Part) => t`Public page: listed, ${url}`,
  notServed: t`Public page: switched on here, but this bot serves no pages. Whoever hosts it has to set PORT and PUBLIC_URL.`,
  publicName: (name: Part) => t`Public name: ${name}`,
  inclusionRule: (rule: Part) => t`What gets recorded: ${rule}`,
  licence: (name: Part) => t`Licence of the data: ${name}`,
  contact: (contact: Part) => t`Contact: ${contact}`,
  withdrawn: t`The old address no longer leads anywhere. Discord shows previews of it for about half an hour more, and calendars keep what they have read.`,

  everyone: t`everyone in this server`,
};
