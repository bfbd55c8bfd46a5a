/** The tenses of German. */
import { anyWord, except, type TenseWords } from './patterns.js';

const STRONG = [
  'war|waren|hatten?|wurden?|gingen?|kam|kamen|nahm|nahmen|traf|trafen|trat|traten|sprach|sprachen|schrieb|schrieben',
  'starb|starben|fiel|fielen|stieg|stiegen|sank|sanken|ließ|ließen|verließ|verließen|hielt|hielten|fand|fanden|begann|begannen',
  'blieb|blieben|schloss|schlossen|lag|lagen|stand|standen|sah|sahen|rief|riefen|zog|zogen|griff|griffen|schlug|schlugen',
  'brach|brachen|floh|flohen|lief|liefen|fuhr|fuhren|flog|flogen|gewann|gewannen|verlor|verloren|erhielt|erhielten',
  'entschied|entschieden|wies|wiesen|trug|trugen|schoss|schossen|erschoss|verstrich|galt|tat|taten|warf|warfen|bat|baten',
  '(?:ent|er|über|unter|zu|nach|hinter)(?:ließ|ließen|hielt|hielten|zog|zogen|nahm|nahmen|kam|kamen|fand|fanden|warf|warfen|riss|rissen|griff|griffen|brach|brachen|trat|traten|schloss|schlossen|lag|lagen|stand|standen)',
  'hieß|hießen|saß|saßen|schlief|schliefen|schwieg|schwiegen|litt|litten|stritt|stritten|ritt|ritten|stieß|stießen|las|lasen|aß|aßen|trank|tranken|sang|sangen|schwamm|schwammen|ging|kam|gab|gaben|übernahm|übernahmen|entkam|entkamen|betrat|drang|drangen|bezog|verbrachte|scheiterten?',
].join('|');
const PARTICIPLE =
  '(?:\\p{L}*ge\\p{L}{2,}(?:t|en)|(?:auf|ab|an|aus|ein|vor|zurück|nieder)?(?:ver|be|er|ent|zer|miss|über|unter|wider|ge)\\p{L}{2,}(?:t|en)|\\p{L}+iert)';
const NO_VERB = except(
  'heute letzte letzten nächste nächsten erste ersten zweite zweiten dritte dritten vierte vierten fünfte sechste achte achten ' +
    'zehnte bitte könnte könnten müsste müssten sollte sollten wollte wollten möchte möchten dürfte dürften hätte hätten gute guten ' +
    'späte späten weite weiten alte alten harte harten beste besten meiste meisten rechte rechten bekannte bekannten halten erhalten ' +
    'behalten gelten enthalten arbeiten warten treten bieten bitten leisten retten töten streiten verbieten einhalten beobachten ' +
    'geplante geplanten sogenannte sogenannten kosten gegenseite mitte seite karte musste mussten konnte konnten unten hinten',
);

export const GERMAN_TENSE: TenseWords = {
  links: /^(?:dass|ob|weil|wenn|falls|sofern|aber|oder|sonst|andernfalls|und)$/,
  ended: anyWord(
    'eingehalten|verpasst|verstrich|verstrichen|abgelaufen|ausgelaufen|endete|lief(?: \\S+){0,6} ab|lief(?: \\S+){0,6} aus|vorüber|vorbei',
  ),
  ahead: anyWord(
    'wird|werde|werden(?! \\p{L}+ worden)|würden?|soll|sollen|sollten?|muss|müssen|müsse|müsst?en|mussten?|will|wollen|wollten?|kann',
    'können|könnten?|darf|dürfen|möchten?|droht|drohen|fällig|endet|läuft|tritt|treten|beginnt|beginnen|zu [a-zäöü]+e?n',
    '\\p{L}+zu[a-zäöüß]+en|frist|ultimatum|stichtag|geplant|vorgesehen|angesetzt',
    '[a-zäöü]+en \\^?sie|erwartet|setzte|setzten|legte(?: \\S+){0,4} fest|§ (?:als|für|zum)',
  ),
  past: anyWord(
    STRONG,
    `${NO_VERB}(?<!(?:der|die|das|den|dem|des|eine?|einen|einer) )[a-zäöüß]{3,}te`,
    `${NO_VERB}[a-zäöüß]{2,}(?:e|r|g|l|ch|k|m|n|z|b|s|h)ten`,
    `(?:hat|haben|ist|sind|hatte|hatten|sei|seien)(?= )(?: \\S+)* ${PARTICIPLE}`,
    `${PARTICIPLE} (?:hat|haben|ist|sind|hatte|hatten|worden)`,
    '(?:veröffentlicht\\p{L}*|unterzeichnet\\p{L}*|verkündet\\p{L}*|beschlossen\\p{L}*) §',
  ),
  moved: anyWord('verschoben|verschob|verlängerte?|verkürzte?|vorgezogen|vertagte?|verlegte?'),
  to: /(?:auf|zum|bis)(?: den| dem| zum)? §|§(?:auf|zum|bis|vom)\b/,
  since: null,
  unmet: anyWord(
    '(?:hatten?)(?!\\p{L}).*(?:doch|aber|jedoch|und) (?:\\S+ ){0,4}?(?:niemand|nicht|keine?r?|nichts)',
    '(?:hatten?)(?!\\p{L}).*(?:[,;]|doch|aber|und) (?:sie |er |es )?(?:blieb|blieben|nutzten?|gingen?|flohen?|zahlten?|ließen?|weigerten?|ignorierten?|verbrachten?|verließ(?:en)?)',
  ),
  calledOff:
    /(?:verhandlung|prozess|spiel|konzert|anhörung|premiere)(?!\p{L}).* § (?:verschoben|vertagt)|(?:geplante|angekündigte|angesetzte|vorgesehene)[nrsm]?(?!\p{L}).* (?:abgesagt|gestrichen|ausgesetzt|abgeblasen)|(?:für|am|vom) § (?:geplante|angekündigte|angesetzte)[nrsm]? .*(?:abgesagt|gestrichen|ausgesetzt|abgeblasen)|(?:sagt|sagte|sagten|blies|bliesen) .*(?:geplante|angekündigte|angesetzte)[nrsm]? .*(?<!\p{L})ab(?!\p{L})/u,
  asks: anyWord(
    '(?:bekam|bekamen|erhielt|erhielten|bekommen|erhalten) (?:noch )?(?:\\d+|zwei|drei|vier|zehn) (?:stunden|tage|wochen|monate)',
    'frist\\p{L}*|ultimatum|stichtag|forder\\p{L}*|verlang\\p{L}*|aufgefordert|auffordern|verpflichtet\\p{L}*|zwang|zwingt|zwingen|auferlegt\\p{L}*|verdonnert\\p{L}*|drängt\\p{L}*|befahl\\p{L}*',
    'befehl\\p{L}*|anordn\\p{L}*|ordnete\\p{L}*|muss|müssen|müsse|mussten?|soll|sollen|sollten?|gab|gaben|gibt|gegeben|gewähr\\p{L}*',
    'räumte\\p{L}*|eingeräumt|setzte\\p{L}*|gesetzt|stellte\\p{L}*|gestellt|zeit|sonst|andernfalls|falls|wenn|droh\\p{L}*|wird|werden|will',
    'wer(?= .*(?<!\\p{L})nicht(?!\\p{L}))|würden?|zu \\p{L}+en|verspr\\p{L}*|versprach|kündigte\\p{L}*|verlänger\\p{L}*|verschob\\p{L}*|verkürz\\p{L}*|erwartet|angekündigt',
  ),
};
