/** `/setup` in English. */
import { command, strong, type Part, type Text } from '../parts.js';
import { t } from '../text.js';

export const setup = {
  description: 'Set up this server in one form',
  heading: 'Set up Ultimatum',
  /** At most 45 characters for a label, 100 for a description. */
  fields: {
    channel: {
      label: 'Channel',
      description: 'For everything ticked below. A test message is posted there at once.',
      placeholder: 'Choose a channel',
    },
    role: {
      label: 'Curators',
      description: 'The role that keeps the record. People who can manage the server always can.',
      placeholder: 'Choose a role, or none',
    },
    offers: { label: 'What to post there', description: 'Existing settings are kept. Nobody is pinged.' },
    zone: {
      label: 'Time zone or city',
      description: 'The daily list goes out at 09:00 in this time zone.',
      placeholder: 'Berlin, New York, Europe/Kyiv',
    },
  },
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
  again: 'Change and try again',
  cancel: 'Cancel',
  cancelled: t`Nothing was set up.`,

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
