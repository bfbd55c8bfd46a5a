/** What a person reads when something went wrong: only what is true, and what they can do. */
import type { AttemptKind } from '../failure.js';
import type { Text } from '../parts.js';
import { t, textOf } from '../text.js';

const AGAIN: Readonly<Record<AttemptKind, Text>> = {
  command: t`Please look before you try again.`,
  press: t`Press the button again: nothing is done twice.`,
  form: t`Please send it again: nothing is done twice.`,
};

const ask = (reference: string): Text =>
  t`If it keeps happening, give your server's admins this reference: ${textOf(reference)}.`;

/** `certain`: it is known that nothing was saved. */
function unexpected(attempt: AttemptKind, certain: boolean, reference: string): Text {
  const what = certain
    ? t`Something went wrong and nothing was saved. Please try again.`
    : t`Something went wrong, and it is not certain whether it was saved. ${AGAIN[attempt]}`;
  return t`${what} ${ask(reference)}`;
}

/** Discord did not take the answer; what was asked for was done. */
function notShown(attempt: AttemptKind, withFile: boolean, reference: string): Text {
  return withFile
    ? t`I could not send the file here: Discord did not accept it. Try again, or choose another format. ${ask(reference)}`
    : t`I could not show the answer here. If you were saving something, it may have been saved. ${AGAIN[attempt]} ${ask(reference)}`;
}

const tooLate: Text = t`That took too long. Please press it again.`;

export const failures = { unexpected, notShown, tooLate };
