/** Who demands of whom, in German, French and Spanish posts: sources of regular expressions. */

/** A name: words with a capital. */
export const NAME = '(?:(?:\\p{Lu}{1,2}\\.){2,3}|\\p{Lu}[\\p{L}’-]*)(?: \\p{Lu}[\\p{L}’-]*){0,3}';
const ARTICLES = '[Dd]er|[Dd]ie|[Dd]as|[Ll]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ll]as';
/** Behind an article a party is called by what it is: "le syndicat", "la empresa". */
const COMMON = "\\p{Ll}[\\p{L}’-]+(?: (?:de |des |du |d['’])?\\p{L}[\\p{L}’-]*)?";
const OF_STATE =
  " (?:européenne|africaine|arabe|unies|soviétique|Europea|Africana|Soviética|(?:de la |de l['’]|du |des |de |d['’])\\p{Lu}\\p{L}+)";

/** The group `issuer`, at the beginning of a sentence. */
export const ISSUER = `^(?:(?:${ARTICLES}) |[Ll]['’])?(?<issuer>${NAME}(?:${OF_STATE})?|(?<=^(?:(?:${ARTICLES}) |[Ll]['’]))${COMMON}?)`;

/** The group `target`. */
export const TARGET = `(?<target>${NAME})`;
export const DE_TO = `(?:der |dem |den )?${TARGET}`;
export const FR_TO = `(?:à la |à l['’]|à |au |aux )(?<target>${NAME}|(?<=à la |l['’]|au |aux )${COMMON}?)`;
export const ES_TO = `(?:a la |a los |a las |al |a )(?<target>${NAME}|(?<=a la |a los |a las |al )${COMMON}?)`;

/** The group `deadline`. */
export const dueBy = (source: string): string => `(?<deadline>${source})`;
