/** How many slips of the hand lie between two words. */

/**
 * The least number of letters that are left out, added, replaced or swapped with the next one to make `b` of `a`
 * (optimal string alignment). Words are short.
 */
export function editDistance(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const rows: number[][] = [right.map((_, index) => index).concat(right.length)];
  for (const [index, letter] of left.entries()) {
    const [above = [], twoAbove = []] = [rows[index], rows[index - 1]];
    const row = [index + 1];
    for (const [column, other] of right.entries()) {
      const swapped =
        index > 0 && column > 0 && letter === right[column - 1] && left[index - 1] === other
          ? (twoAbove[column - 1] ?? 0) + 1
          : Infinity;
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min((above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1, replaced, swapped));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
