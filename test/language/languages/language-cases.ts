/** What is said in one language and how it is read, as EDTF; several readings are those of a question. */
export interface LanguageCases {
  /** BCP 47; the numeric dates are read with it as the locale, everything else without one. */
  readonly language: string;
  readonly forms: readonly (readonly [words: string, edtf: string])[];
  /** A sentence, the words of its likeliest date, and its reading. */
  readonly sentences: readonly (readonly [text: string, words: string, edtf: string])[];
  /** Why there is no deadline in it. */
  readonly none: readonly (readonly [text: string, why: string])[];
}
