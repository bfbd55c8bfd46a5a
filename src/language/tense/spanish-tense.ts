/** The tenses of Spanish. */
import { anyWord, type TenseWords } from './patterns.js';

const PERFECT =
  '(?:ha|han|he|hemos|había|habían|hubo|haya|hayan)(?: \\p{L}+| §){0,2}? \\p{L}+(?:ado|ido|ído|cho|sto|rto|ito|lto)';
const IRREGULAR = [
  'fue|fueron|era|eran|estaba|estaban|estuvo|estuvieron|dijo|hizo|tuvo|puso|vino|quiso|pudo|supo|trajo|tenían?|querían?|hacían?',
  'decían?|vivían?|había|habían|hubo|seguían?|dio|vio',
].join('|');

export const SPANISH_TENSE: TenseWords = {
  links: /^(?:que|quien|quienes|donde|si|pero|o|porque|cuando|mientras|aunque|y)$/,
  ended: anyWord(
    'se (?:cumplió|respetó|incumplió)|expiró|venció|caducó|concluyó|terminó|ha (?:expirado|vencido|caducado|terminado)|había (?:expirado|vencido)',
  ),
  ahead: anyWord(
    'vaa?n? a|van? a|deben?|deberán?|debían?|debería[n]?|tienen? que|tendrán?|hay que|\\p{L}+(?:ará|arán|erá|erán|irá|irán|ría|rían|drá|drán)',
    'previst[oa]s?|programad[oa]s?|fijad[oa]s?|fijó|vence|expira|termina|entran? en|plazo|ultimátum|fecha límite',
    'para \\p{L}+(?:ar|er|ir)|quiere[n]?',
  ),
  past: anyWord(
    '\\p{L}{2,}(?:ó|aron|ieron|yeron|jeron)',
    PERFECT,
    IRREGULAR,
    '\\p{L}{3,}(?:aba|aban)|\\p{L}*(?:uvo|uvieron|ujo|ijo|izo)',
    '(?:publicad|firmad|anunciad|fechad|difundid|ocurrid|aprobad)[oa]s?(?: \\p{L}+)? §',
  ),
  moved: anyWord('aplaz\\p{L}+|prorrog\\p{L}+|adelant\\p{L}+|retras\\p{L}+|pospuso|pospuest[oa]'),
  to: /(?:al?|hasta el|hasta|para el|para) §|§(?:al|del|hasta|para)/u,
  since: /^desde/iu,
  unmet: anyWord(
    '(?:tenía|tenían)(?!\\p{L}).*(?:pero|y|mas) (?:\\S+ ){0,4}?(?:nadie|no|nada|ningun[ao]?)',
    '(?:tenía|tenían)(?!\\p{L}).*(?:pero|y) (?:se |lo |la |los |las )?\\p{L}+(?:aron|ieron|ó)',
  ),
  calledOff:
    /(?:juicio|audiencia|partido|concierto)(?!\p{L}).* (?:aplaz|pospuest|posterg)\p{L}+ .*§|(?:previst|convocad|programad|anunciad|fijad)[oa]s?(?: \S+){0,4}? §.* (?:desconvocad|cancelad|anulad|suspendid)[oa]s?(?!\p{L})|(?:desconvocó|canceló|anuló|suspendió|(?:desconvoca|cancela|anula)ron|(?:ha|han) (?:desconvocado|cancelado|anulado)) .*(?:previst|convocad|programad|anunciad|fijad)[oa]s?(?: \S+){0,4}? §/u,
  asks: anyWord(
    '(?:recibió|obtuvo|recibieron|obtuvieron) (?:\\d+|dos|tres|diez) (?:horas|días|semanas|meses)',
    'oblig\\p{L}*|conmin\\p{L}*|impus\\p{L}*|emplaz\\p{L}*|requir\\p{L}*',
    'plazo\\p{L}*|ultimátum|fecha límite|exig\\p{L}*|exij\\p{L}*|orden\\p{L}*|pid\\p{L}*|reclam\\p{L}*|inst\\p{L}*|deb\\p{L}*|tien(?:e|en|es)|tuvo|tenían?',
    'dio|dieron|dan?|ha dado|conced\\p{L}*|otorg\\p{L}*|fij\\p{L}*|si|o|de lo contrario|amenaz\\p{L}*|para \\p{L}+(?:ar|er|ir)|prorrog\\p{L}*|aplaz\\p{L}*',
    'promet\\p{L}*|\\p{L}+(?:ará|arán|erá|erán|irá|irán|ría|rían|drá|drán)',
  ),
};
