/** `/setup` in English. */
import { command, strong, type Part, type Text } from '../parts.js';
import { t } from '../text.js';

export const setup = {
  description: 'Set up this server on one screen',
  heading: t`Set up Ultimatum`,
  intro: t`Nothing is posted or changed until you press ${strong(t`Set up`)}.`,
  channel: t`${strong(t`Channel`)} for everything ticked below`,
  curators: t`${strong(t`Curators`)}: the role that keeps the record (server managers always can)`,
  posts: t`${strong(t`What to post`)} there. Existing settings are kept.`,
  zone: (place: Text) =>
    t`${strong(t`Time zone`)}: ${place}. The daily list goes out at 09:00 in this time zone.`,
  zoneOf: (place: Text, zone: Part) => t`${place} (${zone})`,
  chooseChannel: 'Choose a channel',
  chooseRole: 'Choose a role, or none',
  choosePosts: 'Nothing chosen',
  offers: {
    announcements: { label: 'Announcements', description: 'Each record, move and outcome, once' },
    daily: {
      label: 'Daily list at 09:00',
      description: 'What is running, sent silently; skipped when nothing is running',
    },
    reminders: {
      label: 'Reminders',
      description: '7 days and 1 day before each deadline, and when it passes',
    },
    board: { label: 'Board', description: 'One message that always shows what is running' },
  },
  confirm: 'Set up',
  changeZone: 'Change time zone',
  cancel: 'Cancel',
  cancelled: t`Nothing was set up.`,

  zoneForm: {
    title: 'Time zone of this server',
    zone: 'Time zone or city',
    placeholder: 'Berlin, New York, Europe/Kyiv',
  },

  test: {
    nothing: t`Test: Ultimatum can post here. Nothing was chosen to be posted.`,
    offers: (offers: Text) => t`Test: Ultimatum will post here from now on: ${offers}. It pings nobody.`,
    announcements: t`announcements`,
    daily: t`a list of what is running every day at 09:00`,
    reminders: t`reminders before each deadline`,
    board: t`a board that shows what is running`,
  },

  done: (channel: Part) => t`${strong(t`Done.`)} There is a test message in ${channel}.`,
  firstList: (relative: Part) => t`The first list goes out ${relative}, if anything is running by then.`,
  firstRecord: t`To record your first ultimatum, long-press a news post and choose Apps, ${strong(t`Record an ultimatum`)}; or use ${command('ultimatum record')}.`,
};
