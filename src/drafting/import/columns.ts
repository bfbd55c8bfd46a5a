/** Which column of a table holds what: guessed from its headers, named by a person, or by a mapping file. */
import { z } from 'zod';
import { foldName } from '../../domain/names.js';

/** What a column can hold. `number`: rows with the same are deadlines of one ultimatum. `outcome`: both axes in one code. */
export const IMPORT_FIELDS = [
  'number',
  'issuer',
  'target',
  'demand',
  'threat',
  'deadline',
  'stated',
  'zone',
  'tag',
  'quote',
  'source',
  'outlet',
  'grade',
  'compliance',
  'complied',
  'follow-through',
  'acted',
  'outcome',
  'reported',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** How headers name each field in the six reading languages, folded, with `|` between two names. */
const HEADERS: Readonly<Record<ImportField, string>> = {
  number: 'number|no|id|case|case id|case no|ultimatum|nummer|nr|fall|numero|cas|caso|номер|справа|дело',
  issuer:
    'issuer|issuers|from|sender|by|absender|von|aussteller|urheber|emetteur|auteur|emisor|autor|отправитель|автор|кто|відправник|хто',
  target:
    'target|targets|to|addressee|empfanger|an|adressat|ziel|cible|destinataire|objetivo|destinatario|адресат|кому|цель|ціль',
  demand: 'demand|demands|forderung|verlangt|exigence|exigencia|demanda|требование|требования|вимога|вимоги',
  threat: 'threat|threats|otherwise|drohung|sonst|menace|sinon|amenaza|угроза|иначе|погроза|інакше',
  deadline:
    'deadline|due|words|frist|termin|stichtag|fallig|echeance|date limite|delai|plazo|fecha limite|vencimiento|срок|крайний срок|дедлайн|термін|строк',
  stated:
    'stated|said|date|date stated|announced|gesagt|datum|gestellt am|date de la declaration|enonce|declarado|fecha|заявлено|дата',
  zone: 'zone|timezone|time zone|zeitzone|fuseau|fuseau horaire|zona horaria|часовой пояс|часовий пояс',
  tag: 'tag|tags|topic|schlagwort|thema|etiquette|theme|etiqueta|tema|тег|тема',
  quote: 'quote|words said|zitat|wortlaut|citation|cita|цитата',
  source: 'source|sources|link|url|quelle|quellen|lien|fuente|enlace|источник|ссылка|джерело|посилання',
  outlet: 'outlet|publisher|medium|herausgeber|media|editeur|medio|издание|видання',
  grade: 'grade|kind of source|art der quelle|type de source|tipo de fuente|вид источника|вид джерела',
  compliance: 'compliance|erfullung|conformite|cumplimiento|исполнение|виконання',
  complied: 'complied|complied on|erfullt am|respecte le|cumplido|исполнено|виконано',
  'follow-through': 'follow through|vollzug|execution|ejecucion|осуществление|здійснення',
  acted: 'acted|acted on|vollzogen am|execute le|ejecutado|осуществлено|здійснено',
  outcome: 'outcome|ergebnis|resultat|issue|resultado|исход|итог|результат',
  reported: 'reported|outcome stated|gemeldet|rapporte|informado|сообщено|повідомлено',
  note: 'note|notes|remark|anmerkung|notiz|remarque|nota|примечание|примітка',
};

const wordsOf = (name: string) =>
  foldName(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isNamed = (header: string, field: ImportField) =>
  HEADERS[field].split('|').some((name) => wordsOf(name) === wordsOf(header));

/** What is known of a table beside its cells. */
export interface Mapping {
  /** Several columns are joined: parts of a date, or names. */
  readonly columns: Readonly<Partial<Record<ImportField, readonly string[]>>>;
  /** What every row has. */
  readonly fixed: Readonly<Partial<Record<ImportField, string>>>;
  /** What the values of a column mean. */
  readonly codes: Readonly<Partial<Record<ImportField, Readonly<Record<string, string>>>>>;
}

const byField = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(IMPORT_FIELDS), value);
const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]);

const mappingSchema = z.object({
  columns: byField(names).default({}),
  fixed: byField(z.string()).default({}),
  codes: byField(z.record(z.string(), z.string())).default({}),
});

/** The mapping in a file; null where it holds none. */
export function readMapping(json: string): Mapping | null {
  try {
    return mappingSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** `deadline = Frist; issuer = Absender`: columns as a person names them; null where that says none. */
export function columnsTyped(typed: string): Mapping['columns'] | null {
  const pairs = typed
    .split(/[;\n]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => pair.split('=').map((part) => part.trim()));
  const known = pairs.flatMap(([name = '', header]) => {
    const field = IMPORT_FIELDS.find((one) => one === name.toLowerCase());
    return field === undefined || header === undefined ? [] : [[field, [header]] as const];
  });
  return known.length === pairs.length ? Object.fromEntries(known) : null;
}

/** Where the cells of each field stand, by the number of their column. */
export type ColumnPlaces = Readonly<Partial<Record<ImportField, readonly number[]>>>;

const placeOf = (headers: readonly string[], name: string) =>
  headers.findIndex((header) => wordsOf(header) === wordsOf(name));

/** Columns that were named and that the table does not have. */
export const unknownColumns = (headers: readonly string[], { columns }: Mapping): readonly string[] =>
  Object.values(columns)
    .flat()
    .filter((name) => placeOf(headers, name) < 0);

/** The columns of a table: those that were named, and for the other fields the first whose header names it. */
export function placesOf(headers: readonly string[], { columns, fixed }: Mapping): ColumnPlaces {
  const taken = new Set(Object.values(columns).flatMap((own) => own.map((name) => placeOf(headers, name))));
  const places: [ImportField, readonly number[]][] = [];
  for (const field of IMPORT_FIELDS) {
    const named = columns[field]?.map((name) => placeOf(headers, name));
    const guess = headers.findIndex(
      (header, at) => header !== '' && !taken.has(at) && isNamed(header, field),
    );
    if (named !== undefined) places.push([field, named]);
    else if (guess >= 0 && fixed[field] === undefined) {
      taken.add(guess);
      places.push([field, [guess]]);
    }
  }
  return Object.fromEntries(places);
}
