/** Each file begins with a comment of one or two lines on what happens in it. */
import { expect, it } from 'vitest';
import { sourcesOf } from './sources.js';

/** A comment that begins the file: at most two lines of text, and the blank or next line ends it. */
const HEADER =
  /^(?:#!.*\n)?(?:\/\/ \S.*\n(?:\/\/ .*\n)?(?!\/\/)|\/\*\* \S.* \*\/\n|\/\*\*\n \* .*\n(?: \* .*\n)? \*\/\n)/;

it('every file begins with a comment on what happens in it', () => {
  const lacking = sourcesOf('src', 'commands', 'migrations')
    .filter(({ text }) => !HEADER.test(text))
    .map(({ file }) => file);
  expect(lacking).toEqual([]);
});
