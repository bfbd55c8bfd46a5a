import { expect, it } from 'vitest';
import { handlers } from '../../commands/index.js';
import { isFieldName } from '../../src/domain/field-name.js';

it('every option of a command has a name in the catalogue', () => {
  const options = handlers.flatMap((handler) =>
    handler.kind === 'slash' ? Object.keys(handler.options) : [],
  );
  expect(options.filter((option) => !isFieldName(option))).toEqual([]);
});
