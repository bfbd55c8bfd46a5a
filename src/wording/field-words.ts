/** How the fields of a form are introduced. */

/** How a field of a form is introduced, in any language. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
}
