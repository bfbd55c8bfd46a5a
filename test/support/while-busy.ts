/** Whether an answer or an error refuses because the record is busy. */
function isBusy(answer: unknown): boolean {
  const { refusal }: { readonly refusal?: { readonly why?: unknown } } = Object(answer);
  return refusal?.why === 'busy';
}

/**
 * Does what a person does who is told that the record is busy: the same again. A store answers so after two seconds, and
 * on a machine that is busy with other things a crowd of writers takes longer than that.
 */
export async function againWhileBusy<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const answer = await work();
      if (!isBusy(answer)) return answer;
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
}
