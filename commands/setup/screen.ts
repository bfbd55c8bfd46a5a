/** The one screen of `/setup`: each pick is kept at once, and nothing is set up before the last button. */
import type { Form, View } from '../../src/discord/command.js';
import { drawLine, drawText } from '../../src/discord/draw.js';
import { flowButton, row } from '../../src/discord/views/buttons.js';
import { opened, text } from '../../src/discord/views/parts.js';
import { boxes, channelSelect, roleSelect } from '../../src/discord/views/selects.js';
import { OFFERS, type SetupChoice } from '../../src/guild/setup-plan.js';
import { placeOf } from '../../src/domain/place.js';
import { placeText } from '../../src/wording/dates.js';
import type { Words } from '../../src/wording/index.js';
import { said, title, type Text } from '../../src/wording/parts.js';

/** `Berlin (Europe/Berlin)`; a zone that is called what it is named stands alone. */
function zoneText(words: Words, zone: string): Text {
  const place = placeText(words, zone);
  return placeOf(zone) === zone ? place : words.setup.zoneOf(place, said(zone));
}

/** The screen of `/setup` with what is chosen so far. */
export function setupScreen(words: Words, { channel, role, zone, offers }: SetupChoice, key: string): View {
  const { setup } = words;
  const offered = OFFERS.map((value) => ({ value, ...setup.offers[value], on: offers.includes(value) }));
  return opened([
    text(drawLine(title(setup.heading)), drawText(setup.intro)),
    text(drawText(setup.channel)),
    channelSelect(setup.chooseChannel, { key, action: 'channel' }, channel),
    text(drawText(setup.curators)),
    roleSelect(setup.chooseRole, { key, action: 'role' }, role),
    text(drawText(setup.posts)),
    boxes(setup.choosePosts, { key, action: 'offers' }, offered),
    text(drawText(setup.zone(zoneText(words, zone)))),
    row([
      flowButton(key, 'do', setup.confirm, { first: true }),
      flowButton(key, 'zone', setup.changeZone),
      flowButton(key, 'cancel', setup.cancel),
    ]),
  ]);
}

/** The form that asks for the time zone of the server. */
export function zoneForm({ setup: { zoneForm: form } }: Words, key: string, zone: string): Form {
  const field = {
    id: 'zone',
    label: form.zone,
    placeholder: form.placeholder,
    value: zone,
    required: true,
    maxLength: 100,
  };
  return { key, action: 'zone-set', title: form.title, fields: [field] };
}
