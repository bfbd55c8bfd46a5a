/** How people head the columns of a table, in the six reading languages. */
import type { ImportField } from '../domain/import-fields.js';
import { foldName } from '../domain/names.js';

/** How headers name each field in the six reading languages, folded, with `|` between two names. */
const HEADERS: Readonly<Record<ImportField, string>> = {
  number: 'number|no|id|case|case id|case no|ultimatum|nummer|nr|fall|numero|cas|caso|номер|справа|дело',
  issuer:
    'issuer|issuers|who|from|sender|by|issued by|demanded by|absender|von|wer|aussteller|urheber|emetteur|auteur|qui|emisor|autor|quien|отправитель|автор|кто|відправник|хто',
  target:
    'target|targets|to|whom|to whom|of whom|against|addressed to|demanded of|addressee|recipient|empfanger|an|adressat|an wen|von wem|ziel|cible|destinataire|a qui|objetivo|destinatario|a quien|адресат|кому|цель|ціль',
  demand:
    'demand|demands|what|what is demanded|what they want|request|forderung|forderungen|was|verlangt|exigence|exigencia|demanda|требование|требования|вимога|вимоги',
  threat:
    'threat|threats|otherwise|or else|consequence|consequences|threatened|drohung|sonst|andernfalls|menace|sinon|amenaza|угроза|иначе|погроза|інакше',
  deadline:
    'deadline|due|due date|due by|by when|until|expires|expiry|words|frist|termin|bis|bis wann|stichtag|fallig|echeance|date limite|delai|plazo|fecha limite|vencimiento|срок|крайний срок|дедлайн|термін|строк',
  stated:
    'stated|said|date|date stated|stated on|said on|announced|announced on|issued|issued on|date issued|gesagt|gesagt am|datum|gestellt am|date de la declaration|enonce|declarado|fecha|заявлено|дата',
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
  for: 'for|for targets|scope|gilt fur|fur|pour|concerne|para|для|для кого',
  actor:
    'actor|acted by|carried out by|handelnde|ausgefuhrt von|execute par|ejecutado por|исполнитель|виконавець',
  withdrawn:
    'withdrawn|withdrawn on|zuruckgezogen|zuruckgezogen am|retire|retire le|retirado|retirado el|отозвано|відкликано',
  note: 'note|notes|remark|anmerkung|notiz|remarque|nota|примечание|примітка',
};

/** A header as it is compared: without case, accents and signs. */
export const headerWords = (name: string) =>
  foldName(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a header is one of the names of a field. */
export const isHeaderOf = (header: string, field: ImportField) =>
  HEADERS[field].split('|').some((name) => headerWords(name) === headerWords(header));
