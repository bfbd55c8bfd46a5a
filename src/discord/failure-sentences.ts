/** What a person reads when something went wrong: only what is true, and what they can do. */

export type Act = 'command' | 'press' | 'form';

const AGAIN: Readonly<Record<Act, string>> = {
  command: 'Please look before you try again.',
  press: 'Press the button again: nothing is done twice.',
  form: 'Please send it again: nothing is done twice.',
};

const ask = (reference: string) =>
  `If it keeps happening, give your server's admins this reference: ${reference}.`;

/** An unexpected error. `certain`: it is known that nothing was saved. */
export function wentWrong(act: Act, certain: boolean, reference: string): string {
  const what = certain
    ? 'Something went wrong and nothing was saved. Please try again.'
    : `Something went wrong, and it is not certain whether it was saved. ${AGAIN[act]}`;
  return `${what} ${ask(reference)}`;
}

/** Discord did not take the answer; what was asked for was done. */
export function notShown(act: Act, withFile: boolean, reference: string): string {
  if (withFile)
    return `I could not send the file here: Discord did not accept it. Try again, or choose another format. ${ask(reference)}`;
  return `I could not show the answer here. If you were saving something, it may have been saved. ${AGAIN[act]} ${ask(reference)}`;
}
