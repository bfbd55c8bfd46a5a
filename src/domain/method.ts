/** The number of the method by which headlines and figures are worked out (docs/rules.md). */
export const METHOD = 2;
