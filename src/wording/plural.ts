/** Plural forms by language: a catalogue that misses one does not compile. */

/** The forms that each language has. French, Spanish and Portuguese use `other` where Intl says `many`. */
interface PluralForms {
  readonly en: 'one' | 'other';
  readonly de: 'one' | 'other';
  readonly fr: 'one' | 'other';
  readonly es: 'one' | 'other';
  readonly pt: 'one' | 'other';
  readonly uk: 'one' | 'few' | 'many' | 'other';
  readonly ru: 'one' | 'few' | 'many' | 'other';
}
export type Language = keyof PluralForms;

/** Every language has the form `other`. */
type Forms<L extends Language, T> = Readonly<Record<PluralForms[L], T>> & { readonly other: T };

/** Chooses the form of a language for a count; `T` is a string or a text. */
export type Plural<L extends Language> = <T>(count: number, forms: Forms<L, T>) => T;

/** Chooses the plural form of a count by the rules of the language (CLDR). */
export function pluralOf<L extends Language>(language: L): Plural<L> {
  const rules = new Intl.PluralRules(language);
  return <T>(count: number, forms: Forms<L, T>): T => {
    const known: { readonly [F in Intl.LDMLPluralRule]?: T } & { readonly other: T } = forms;
    return known[rules.select(count)] ?? known.other;
  };
}
