/** Orders behind a colon and strikes under a condition, in German, French, Spanish, Ukrainian and Russian posts. */
import { DE_TO, ES_TO, FR_TO, ISSUER, TARGET } from './foreign-parties.js';
import { DE_TIME, ES_TIME, FR_TIME, RU_TIME, UK_TIME } from './foreign-times.js';
import { NOTHING, type Parts } from './tail.js';
import { trimmed } from './text.js';

/** "Macron à Téhéran : libérez les otages d'ici vendredi ou …": who orders whom, and what stands behind the colon. */
interface Order {
  readonly shape: RegExp;
  readonly time: RegExp;
  /** What leads to the threat. */
  readonly or: RegExp;
}

const order = (shape: string, time: string, or: string): Order => ({
  shape: new RegExp(`${shape}\\s?: ?(?<tail>.+)$`, 'u'),
  time: new RegExp(`(?:,\\s*)?(?<!\\p{L})(?<time>${time})(?!\\p{L})`, 'u'),
  or: new RegExp(`,? (?:${or}),? `, 'u'),
});

const CYRILLIC_ISSUER = '^(?<issuer>\\p{Lu}[\\p{L}’-]*(?: \\p{L}[\\p{L}’-]*){0,2}?)';
const CYRILLIC_TARGET = '(?<target>\\p{L}[\\p{L}’-]*(?: \\p{L}[\\p{L}’-]*)?)';
const ORDERS: readonly Order[] = [
  order(
    `${ISSUER} (?:(?:stellt|stellte|setzt|setzte) ${DE_TO} (?:ein|eine) (?:Ultimatum|Frist))`,
    DE_TIME,
    'oder|sonst|andernfalls',
  ),
  order(`${ISSUER} an (?:die |den |das )?${TARGET}`, DE_TIME, 'oder|sonst|andernfalls'),
  order(`${ISSUER} (?:(?:lance|adresse|pose) un ultimatum )?${FR_TO}`, FR_TIME, 'ou|sinon|faute de quoi'),
  order(
    `${CYRILLIC_ISSUER} (?:висунув|висунула|висунули|поставив|поставила|висуває) ${CYRILLIC_TARGET} ультиматум`,
    UK_TIME,
    'інакше|або',
  ),
  order(
    `${CYRILLIC_ISSUER} (?:выдвинул|выдвинула|выдвинули|поставил|поставила|предъявил|предъявила) ${CYRILLIC_TARGET} ультиматум`,
    RU_TIME,
    'иначе|или',
  ),
  order(`${ISSUER} (?:(?:lanza|da) un ultimátum )?${ES_TO}`, ES_TIME, 'o|de lo contrario|si no'),
];

/** The order behind a colon; null where it has neither a date nor a threat. */
function orderIn(text: string): Parts | null {
  for (const { shape, time, or } of ORDERS) {
    const groups = shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const [act = '', ...rest] = (groups['tail'] ?? '').split(or);
    const found = time.exec(act);
    const deadline = found?.groups?.['time'] ?? null;
    const demand = trimmed(found === null ? act : act.replace(found[0], ''));
    if (demand === '' || (deadline === null && rest.length === 0)) continue;
    const threat = rest.length === 0 ? null : trimmed(rest[0] ?? '');
    const { issuer = null, target = null } = groups;
    return { issuer, target, demand, threat, deadline };
  }
  return null;
}

const WHO =
  "(?:la |le |les |el |los |las |die |der |das |l[’'])?(?<target>[\\p{L}’-]+(?: \\p{Lu}[\\p{L}’-]*)?)";

/** "Die Lokführer streiken ab Montag, wenn die Bahn nicht nachgibt", by the language. */
const STRIKES = [
  `${ISSUER} (?<threat>streiken|streikt|treten in den Streik|legen die Arbeit nieder)(?: (?<deadline>(?:am|ab) .{3,40}?|${DE_TIME}))?, (?:wenn|falls|sofern) ${WHO} (?:nicht|(?<none>kein(?:en|e)?)) (?<demand>.+)$`,
  `${ISSUER} (?<threat>fer(?:a|ont) grève|se mettr(?:a|ont) en grève|cesser(?:a|ont) le travail|entrer(?:a|ont) en grève)(?: (?<deadline>(?:le |dès |à partir d\\S+ )?.{3,40}?))?,? si ${WHO} (?:ne |n['’])(?<verb>\\p{L}+) pas(?<demand> .+)?$`,
  `${ISSUER} menac(?:e|ent) (?:de |d['’])(?<threat>[^,]{3,80}?),? si ${WHO} (?:ne |n['’])(?<verb>\\p{L}+) pas(?<demand> .+)?$`,
  `${ISSUER} amenazan? con (?<threat>[^,]{3,80}?),? si ${WHO} no (?<demand>.+)$`,
  `${ISSUER} (?<threat>irán? a la huelga|harán? huelga|pararán?|dejarán? de trabajar)(?: (?<deadline>(?:el |desde |a partir d\\S+ )?.{3,40}?))?,? si ${WHO} no (?<demand>.+)$`,
  `${CYRILLIC_ISSUER} (?<threat>застрайкують|страйкуватимуть|почнуть страйк|припинять роботу|вийдуть на страйк)(?: (?<deadline>.{3,40}?))?, якщо ${CYRILLIC_TARGET} не (?<demand>.+)$`,
  `${CYRILLIC_ISSUER} (?<threat>забастуют|начнут забастовку|прекратят работу|объявят забастовку|выйдут на забастовку)(?: (?<deadline>.{3,40}?))?, если ${CYRILLIC_TARGET} не (?<demand>.+)$`,
].map((source) => new RegExp(source, 'u'));

/** A date within a demand that is the deadline: "si la empresa no paga antes del lunes". */
const TIMES = new RegExp(
  `(?:,\\s*)?(?<!\\p{L})(?<time>${[DE_TIME, FR_TIME, ES_TIME, UK_TIME, RU_TIME].join('|')})(?!\\p{L})`,
  'u',
);

/** A strike that is announced under a condition; null where the sentence is none. */
function strikeIn(text: string): Parts | null {
  for (const shape of STRIKES) {
    const groups = shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const { issuer = null, target = null, threat = null, deadline, none, verb = '' } = groups;
    const asked = trimmed(`${none?.replace('kein', 'ein') ?? ''} ${verb}${groups['demand'] ?? ''}`);
    const within = TIMES.exec(asked);
    const demand = within === null ? asked : trimmed(asked.replace(within[0], ''));
    return {
      ...NOTHING,
      issuer,
      target,
      threat,
      demand,
      deadline: deadline ?? within?.groups?.['time'] ?? null,
    };
  }
  return null;
}

/** What such a sentence says; null for all others. */
export const foreignOrder = (sentence: string): Parts | null => orderIn(sentence) ?? strikeIn(sentence);
