/** The end-to-end tests find what must not be logged. */
import { expect, it } from 'vitest';
import { plantedLog } from '../support/planted.js';

const COMMAND = {
  t: 'INTERACTION_CREATE',
  d: { token: 'an-interaction-token', data: { options: [{ value: 'what Ana typed' }] } },
};

it('a request that holds the token of an interaction is found', () => {
  const planted = plantedLog();
  planted.seen(COMMAND);
  planted.sent({ content: 'what Ana typed' });
  planted.assertClean();
  planted.sent({ content: 'an-interaction-token' });
  expect(() => planted.assertClean()).toThrow('an-interaction-token');
});

it.each(['an-interaction-token', 'what Ana typed'])('a log that holds "%s" is found', (text) => {
  const planted = plantedLog();
  planted.seen(COMMAND);
  planted.log.info({ guild: '1' }, 'harmless');
  planted.assertClean();
  planted.log.warn({ reason: text }, 'failed');
  expect(() => planted.assertClean()).toThrow(text);
});

it.each(['an-interaction-token', 'what Ana typed'])(
  'an answer of a port that holds "%s" is found',
  (text) => {
    const planted = plantedLog();
    planted.seen(COMMAND);
    planted.answered('The database cannot be reached.');
    planted.assertClean();
    planted.answered(`The database cannot be reached: ${text}.`);
    expect(() => planted.assertClean()).toThrow(text);
  },
);
