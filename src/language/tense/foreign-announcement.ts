/** Announcements in other languages than English: what is held, shown or done on a day, and asks nothing of anybody. */
import type { Phrase } from '../phrase.js';
import type { Sentence } from '../clause.js';
import { withoutArranged, withoutForeseen } from './foreign-harmless.js';
import { anyWord } from './patterns.js';
import { saidOf } from './sentence.js';

/** Patterns over a sentence in lower case with the date as `§`; names begin with a capital. */
interface Announcing {
  /** What somebody demands, grants, threatens or ends; then it is none. */
  readonly asks: RegExp;
  /** The verb of what is to come, in the third person. */
  readonly verb: RegExp;
  /** A state that holds until the date. */
  readonly lasts: RegExp;
  /** What is done to somebody or something, by nobody who is named. */
  readonly measure: RegExp;
  /** What leads to the end of a state: "until". */
  readonly until: RegExp;
}

/** Whoever speaks or is spoken to, a condition, another way out, and what is harmful: in all languages of the same sort. */
const ANNOUNCING: Readonly<Record<string, Announcing>> = {
  de: {
    asks: anyWord(
      '(?:bekam(?:en)?|erhielt(?:en)?|bekomm(?:t|en)|erh[aä]lt(?:en)?)(?: noch)? §',
      'nicht|ich|wir|ihr|uns|euch|mir|dir|ihm|ihnen|du|sie|bitte|lass\\p{L}*|wer|alle|jeder?|keine?|ohne|sofern|entweder|oder|sonst|andernfalls|falls|wenn|solange|bevor',
      '\\p{L}*frist\\p{L}*|ultimat\\p{L}+|stichtag|\\p{L}*forder\\p{L}*|verlang\\p{L}*|aufgerufen|verpflichte\\p{L}*|zwing\\p{L}*|befehl\\p{L}*|befiehlt|ordne\\p{L}*|muss|müss\\p{L}*|soll\\p{L}*|hat|haben|habe|will|wollen',
      'gib\\p{L}*|gab\\p{L}*|gew[äa]hr\\p{L}*|räum\\p{L}*|setz\\p{L}*|stell(?:t|te|ten|en (?:ein|der|dem|den))|zeit|droh\\p{L}*|verspr\\p{L}*|verläng\\p{L}*|verschob\\p{L}*|verschieb\\p{L}*|verkürz\\p{L}*|warn\\p{L}*|wart\\p{L}*|endet|enden|(?:läuft|laufen)(?: \\S+)* (?:ab|aus)|schluss|zu \\p{L}+en|\\p{L}+zu\\p{L}+en',
      'zölle?|\\p{L}*zoll|sanktion\\p{L}*|streik\\p{L}*|waffenruhe|waffenstillstand|antwort\\p{L}*|angebot\\p{L}*|gesperrt werden|abgeschaltet',
    ),
    verb: /(?<!\p{L})(?:wird|werden|(?:(?<=(?:^|[^\p{L}])(?:\p{Lu}\p{L}+|§) )(?!(?:mit|seit|nicht|jetzt|erst|selbst|statt|samt|bereit|weit|sofort|dort|fast|zuletzt|damit|somit|laut)(?!\p{L}))[a-zäöüß]{3,}(?:t|en)))(?!\p{L})/u,
    lasts: anyWord(
      'bleib[et]n?|bleibt|geht|gehen|hält|halten|gilt|gelten|dauert|dauern|läuft|ist|sind|wird|geschlossen|gesperrt|geöffnet',
    ),
    measure: anyWord(
      '(?:wird|werden)(?: \\S+)*? (?:\\p{L}*ge\\p{L}{2,}(?:t|en)|(?:ver|be|er|ent|zer)\\p{L}+(?:t|en))',
    ),
    until: /^bis/iu,
  },
  fr: {
    asks: anyWord(
      "non|pas|je|j'\\S+|nous|vous|tu|me|te|moi|toi|notre|votre|on|qui|tou(?:t|te|s|tes)|aucune?|sans|si|s'ils?|sinon|ou|faute|sous peine|à moins|avant que",
      'délais?|échéance|ultimatum|date limite|exig\\p{L}*|somm(?!et|aire)\\p{L}*|ordonn\\p{L}*|demand\\p{L}*|réclam\\p{L}*|veu(?:t|lent)|donn\\p{L}*|accord\\p{L}*|laiss\\p{L}*|fix\\p{L}*|a|ont|dispos\\p{L}*|doi(?:t|vent)|devr\\p{L}*|faut|faudra|il lui reste|il leur reste',
      '(?:est|sont|reste|restent) à \\p{L}+(?:er|ir|re)|pour \\p{L}+(?:er|ir|re)|de \\p{L}+(?:er|ir|dre|tre)|menac\\p{L}*|promet\\p{L}*|avert\\p{L}*|prév(?:ient|enu)|report\\p{L}*|prolong\\p{L}*|repouss\\p{L}*|décal\\p{L}*',
      "expir\\p{L}*|cess\\p{L}*|attend\\p{L}*|prend(?:ra|ront)? fin|s'achève\\p{L}*|trêve|cessez|grève|droits de douane|sanction\\p{L}*|taxes?|réponse|\\p{L}+ez",
    ),
    verb: anyWord(
      "(?:s'|l')?\\p{L}{2,}r(?:a|ont)",
      "(?:s'|se )?(?:commence|débute|ouvre|démarre|arrive|célèbre|fête|rencontre)(?:nt)?|reprend|reprennent|tient|tiennent|a lieu|ont lieu|part|partent|sort|sortent|revient|reviennent",
      // "Le Parlement rentre le 22": an article, a noun, and what stands before the object or the date.
      "(?:le|la|les|l'\\p{L}+) \\p{L}+ (?!(?:de|du|des|et|ou)(?!\\p{L}))\\p{L}{2,}(?:e|ent|t|nd) (?:§|le|la|les|à|au|en|dans|sa|son|ses|leur|pour|sur|une?)",
    ),
    lasts: anyWord(
      'rest\\p{L}+|est|sont|sera|seront|dur\\p{L}+|continu\\p{L}+|court|se poursui\\p{L}+|se tien\\p{L}+|se déroul\\p{L}+|a lieu|ont lieu|ouverte?s?|fermée?s?|visibles?',
    ),
    measure: anyWord('ser(?:a|ont) \\p{L}+(?:é|ée|u|ue|is|ise|it|ite)s?'),
    until: /^jusqu/iu,
  },
  es: {
    asks: anyWord(
      'no|yo|nosotros|usted|ustedes|tú|me|te|nos|os|le|les|nuestr[oa]s?|quien\\p{L}*|tod[oa]s?|ningun[oa]?|sin|si|o|u|de lo contrario|salvo|a menos',
      'plazo\\p{L}*|ultimátum|fecha límite|exig\\p{L}*|exij\\p{L}*|orden[aeóo]\\p{L}*|pid\\p{L}*|reclam\\p{L}*|insta\\p{L}*|deb(?:e|en|emos|erá|erán|ía|ían|ería|erían)|tien(?:e|en|es)|hay que|quier\\p{L}+|dispon\\p{L}+|dio|dieron|dan?|ha dado|conced\\p{L}*|otorg\\p{L}*|fij\\p{L}*',
      'amenaz\\p{L}*|promet\\p{L}*|advi\\p{L}*|para \\p{L}+(?:ar|er|ir)|aplaz\\p{L}*|prorrog\\p{L}*|retras\\p{L}*|vence\\p{L}*|expira\\p{L}*|acaba\\p{L}*|dejar\\p{L}*|esper\\p{L}*',
      'tregua|huelga|aranceles|sanciones|respuesta|cortar\\p{L}*|cerrar\\p{L}* la',
    ),
    verb: anyWord(
      '(?:se )?\\p{L}{2,}(?:rá|rán)',
      '(?:se )?(?:terminan?|comienzan?|empiezan?|celebran?|inician?|abren?|viajan?|inauguran?|estrenan?|arrancan?|disputan?|debutan?|reanudan?|regresan?|vuelven?|llegan?|salen?|entran? en vigor|juegan?|reúnen?|cumplen?)',
    ),
    lasts: anyWord(
      'pued\\p{L}+|seguir\\p{L}+|sigue\\p{L}*|estar\\p{L}+|está|están|permanec\\p{L}+|dur\\p{L}+|continu\\p{L}+|abr\\p{L}+|abiert\\p{L}+|cerrad\\p{L}+',
    ),
    measure: anyWord('ser(?:á|án) \\p{L}+[aií]d[oa]s?|se \\p{L}+r(?:á|án)'),
    until: /^hasta/iu,
  },
  uk: {
    asks: anyWord(
      'не|чека\\p{L}+|я|ми|ви|ти|мене|нас|вас|вам|нам|йому|їм|їй|хто|всі|усі|кожен|жод\\p{L}+|без|якщо|інакше|або|чи|поки',
      'ультиматум\\p{L}*|термін\\p{L}*|строк\\p{L}*|дедлайн\\p{L}*|вимаг\\p{L}*|зажада\\p{L}*|наказ\\p{L}*|зобов\\S*|закли\\p{L}*|да(?:в|ла|ло|ли|є|ють|сть|дуть|ють)|час|має|мають|мав|мали|повин\\p{L}*|мус\\p{L}*|треба|потріб(?:ен|н\\p{L}*)|слід|щоб|хоч\\p{L}+|наполяг\\p{L}+|попере\\p{L}+',
      'погро\\p{L}*|пообіця\\p{L}*|перен[еі]\\p{L}*|продовж(?!иться|аться|ується|уються)\\p{L}*|скороти\\p{L}*|відкла\\p{L}*|закінчу\\p{L}+|закінчи\\p{L}+|сплива\\p{L}+|втрат\\p{L}+|вилуч\\p{L}+|приймають\\p{L}*',
      "мит[оаи]|тариф\\p{L}*|санкц\\p{L}*|страйк\\p{L}*|застрайк\\p{L}*|перемир'я|відповід\\p{L}+|гаранті\\p{L}+",
    ),
    verb: anyWord(
      'буде|будуть',
      '\\p{L}{3,}(?:[еиєї]ться|[уюая]ться|[иеєуюая]ть|є|не|ме|де|йде)',
      '(?:запланован|призначен|очіку)\\p{L}+',
    ),
    lasts: anyWord(
      '[ву] (?:відпустці|лікарні|відрядженні)|на (?:канікулах|лікарняному)|буде|будуть|трива\\p{L}+|триматим\\p{L}+|залиша\\p{L}+|закрит\\p{L}+|відкрит\\p{L}+|діє|діятим\\p{L}+|працю\\p{L}+',
    ),
    measure: anyWord('буд(?:е|уть) \\p{L}+[нт][оиі]|\\p{L}+(?:ають|ять|уть)'),
    until: /^до/iu,
  },
  ru: {
    asks: anyWord(
      'не|жда\\p{L}+|я|мы|вы|ты|меня|нас|вас|вам|нам|ему|им|ей|кто|все|каждый|ни|без|если|иначе|или|либо|пока',
      'ультиматум\\p{L}*|срок\\p{L}*|дедлайн\\p{L}*|треб\\p{L}*|потреб\\p{L}*|приказ\\p{L}*|предписа\\p{L}*|обяза\\p{L}*|призва\\p{L}*|да(?:л|ла|ло|ли|[её]т|ют|ст|дут)|время|долж(?:ен|на|но|ны)|нуж(?:ен|н\\p{L}*)|надо|следует|чтобы|хо[тч]\\p{L}+|настаива\\p{L}+|предупре\\p{L}+|есть|предостав\\p{L}*',
      'угро\\p{L}*|пригроз\\p{L}*|пообеща\\p{L}*|перен\\p{L}*|продл(?!ится|ятся)\\p{L}*|сократи\\p{L}*|отлож\\p{L}*|заканчива\\p{L}+|законч\\p{L}+|истека\\p{L}+|истеч\\p{L}+|утрат\\p{L}+|потеря\\p{L}+|исключен\\p{L}+|принимают\\p{L}*|отключ\\p{L}+',
      'пошлин\\p{L}*|тариф\\p{L}*|санкци\\p{L}*|забастовк\\p{L}*|перемири\\p{L}+|ответ\\p{L}*|гаранти\\p{L}+',
    ),
    verb: anyWord(
      'будет|будут',
      '\\p{L}{2,}(?:[еёи]тся|[уюая]тся|[еёиуюая]т)',
      '(?:запланирован|назначен|ожида)\\p{L}*',
    ),
    lasts: anyWord(
      'в (?:отпуске|больнице|командировке)|на (?:каникулах|больничном)|будет|будут|продл\\p{L}+|оста\\p{L}+|закрыт\\p{L}*|открыт\\p{L}*|действу\\p{L}+|работа\\p{L}+|продолж\\p{L}+',
    ),
    measure: anyWord('буд(?:ет|ут) \\p{L}+(?:н|т)[аоы]?|\\p{L}+[аяую]т'),
    until: /^до/iu,
  },
};

/** A day without a limit, in a sentence of some words: who asks for nothing in it tells when something is done. */
const isTold = ({ count }: Phrase, low: string): boolean =>
  count === null && !/[:–—«„"]/.test(low) && (low.match(/\p{L}{2,}/gu) ?? []).length >= 3;

/** Imperatives and questions open a sentence otherwise. */
const OPENS = /^[^\p{L}§]*(?:§|\p{Lu}|\d)/u;

/** Whether the sentence around a date only announces something. `date`: how the date is written. */
export function isForeignAnnouncement(
  phrase: Phrase,
  sentence: Sentence,
  date: string,
  language: string,
): boolean {
  const words = ANNOUNCING[language];
  const said = saidOf(sentence).replaceAll(/[’ʼ]/g, "'");
  if (words === undefined || !OPENS.test(said) || said.endsWith('?')) return false;
  const { rest: low, arranged } = withoutArranged(said.toLowerCase(), language);
  const unforeseen = withoutForeseen(said.toLowerCase(), language);
  if (unforeseen !== null && !words.asks.test(`${withoutArranged(unforeseen, language).rest} ${date}`))
    return true;
  if (words.until.test(date)) return words.lasts.test(low) && !words.asks.test(low);
  // "Открыт с 10 до 18 часов".
  if (phrase.toTime !== null) return (words.lasts.test(low) || words.verb.test(low)) && !words.asks.test(low);
  // "Dentro de dos semanas" is "in two weeks".
  const open = phrase.count?.count.open === true && !/^dentro de/i.test(date);
  if (phrase.limits || open) return false;
  const verb = arranged || words.verb.test(language === 'de' ? said : low) || isTold(phrase, low);
  if (!verb || words.asks.test(`${low} ${date.toLowerCase()}`)) return false;
  // "Через три дня газ отключат" threatens; "в октябре откроют станцию" only has nobody who does it.
  const opens = low.startsWith('§') && language !== 'uk' && language !== 'ru';
  return !((phrase.count !== null || opens) && words.measure.test(low));
}
