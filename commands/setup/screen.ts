import type { Form, View } from '../../src/discord/command.js';
import { placeOf } from '../../src/domain/place.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { boxes, channelSelect, roleSelect } from '../../src/discord/views/selects.js';
import { OFFERS, type Choice, type Offer } from './plan.js';

const LABELS: Readonly<Record<Offer, { readonly label: string; readonly description: string }>> = {
  announcements: { label: 'Announcements', description: 'Each record, move and outcome, once' },
  daily: {
    label: 'Daily list at 09:00',
    description: 'What is running, silently; nothing where nothing runs',
  },
  reminders: {
    label: 'Reminders',
    description: '7 days and 1 day before each deadline, and when it has passed',
  },
  board: {
    label: 'Board',
    description: 'One message with what is running, kept current by editing it',
  },
};

/** The one screen: each pick is kept at once, and nothing is set up before the last button. */
export function setupScreen({ channel, role, zone, offers }: Choice, key: string): View {
  const boxed = OFFERS.map((value) => ({ value, ...LABELS[value], on: offers.includes(value) }));
  return opened([
    text('### Set up Ultimatum', 'Nothing is posted or changed before **Set up** is pressed.'),
    text('**Channel** for what is ticked below'),
    channelSelect('Pick a channel', { key, action: 'channel' }, channel),
    text('**Curators**: who keeps the record, beside those who manage the server'),
    roleSelect('Pick a role, or none', { key, action: 'role' }, role),
    text('**What is posted** there. What is set up already stays as it is.'),
    boxes('Nothing', { key, action: 'offers' }, boxed),
    text(`**Time zone**: ${placeOf(zone)} (${zone}). 09:00 is meant there.`),
    row([
      flowButton(key, 'do', 'Set up', { first: true }),
      flowButton(key, 'zone', 'Change time zone'),
      flowButton(key, 'cancel', 'Cancel'),
    ]),
  ]);
}

export function zoneForm(key: string, zone: string): Form {
  const field = {
    id: 'zone',
    label: 'Time zone or city',
    placeholder: 'Berlin, New York, Europe/Kyiv',
    value: zone,
    required: true,
    maxLength: 100,
  };
  return { key, action: 'zone-set', title: 'Time zone of this server', fields: [field] };
}
