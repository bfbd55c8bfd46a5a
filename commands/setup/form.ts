/** The one form of `/setup`, and what is chosen in it. */
import type { Form, View } from '../../src/discord/command.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { opened } from '../../src/discord/views/parts.js';
import { OFFERS, type SetupChoice } from '../../src/guild/setup-plan.js';
import type { Words } from '../../src/wording/index.js';

const MAX_ZONE = 100;

/** The form of `/setup` with what is chosen so far. */
export function setupForm({ setup }: Words, { channel, role, zone, offers }: SetupChoice, key: string): Form {
  const { fields } = setup;
  const choices = OFFERS.map((value) => ({
    value,
    name: setup.offers[value].label,
    description: setup.offers[value].description,
  }));
  return {
    key,
    action: 'set',
    title: setup.heading,
    fields: [
      { id: 'channel', ...fields.channel, required: true, picks: 'channel', value: channel ?? '' },
      { id: 'role', ...fields.role, required: false, picks: 'role', value: role ?? '' },
      { id: 'offers', ...fields.offers, required: false, choices, shownAs: 'boxes', ticked: offers },
      { id: 'zone', ...fields.zone, required: true, maxLength: MAX_ZONE, value: zone },
    ],
  };
}

/** What was chosen in the form; the zone as it was typed. */
export function chosenIn(fields: Readonly<Record<string, string>>): SetupChoice {
  const { channel = '', role = '', offers = '', zone = '' } = fields;
  const ticked = offers.split('; ');
  return {
    channel: channel === '' ? null : channel,
    role: role === '' ? null : role,
    zone: zone.trim(),
    offers: OFFERS.filter((offer) => ticked.includes(offer)),
  };
}

/** Below a refusal: what was chosen is kept, and the form opens with it again. */
export function againView({ setup }: Words, key: string): View {
  const again = flowButton(key, 'form', setup.again, { first: true });
  return opened([row([again, flowButton(key, 'cancel', setup.cancel)])]);
}
