/** Words of other languages than English that speak for a deadline. */

/** Words of other languages than English that speak for a deadline. A word begins and ends where letters do. */
const words = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'iu');

/** As the reasons of a date being the deadline; by the languages: German, French, Spanish, Ukrainian and Russian. */
export const FOREIGN_CUES = {
  deadline: words(
    [
      'frist\\p{L}*|ultimatum|stichtag|spätestens|bis|innerhalb|binnen|hat|haben|läuft|abläuft|ablauf|gesetzt',
      "délais?|échéance|au plus tard|d['’]ici|jusqu['’](?:à|au)|sous|expire\\p{L}*|a donné|donne|laisse|accordé\\p{L}*",
      'plazo|ultimátum|fecha límite|a más tardar|hasta|dentro de|tiene\\p{L}*|vence|expira|da|dio|ha dado',
      'ультиматум\\p{L}*|дедлайн\\p{L}*|термін\\p{L}*|строк\\p{L}*|не пізніше|протягом|упродовж|впродовж|дав|дала|дали|дає|спливає|закінчується',
      'срок\\p{L}*|не позднее|не позже|в течение|дал|дала|дали|даёт|дает|истекает|истечёт|истечет',
    ].join('|'),
  ),
  'or-else': words(
    [
      'sonst|andernfalls|ansonsten|sanktionen|zölle|strafzölle|konsequenzen|droht\\p{L}*|drohung|falls|wenn \\p{L}+ nicht',
      'sinon|faute de quoi|sous peine|sanctions|droits de douane|menac\\p{L}*|à défaut|conséquences|si \\p{L}+ ne',
      'de lo contrario|si no|sanciones|aranceles|amenaz\\p{L}*|consecuencias|so pena',
      'інакше|в іншому разі|санкц\\p{L}*|мит[оаум]|погро\\p{L}*|наслідк\\p{L}*|якщо',
      'иначе|в противном случае|санкци\\p{L}*|пошлин\\p{L}*|угро\\p{L}*|пригрозил\\p{L}*|последстви\\p{L}*|если',
    ].join('|'),
  ),
  demand: words(
    [
      'muss|müssen|müsse|soll|sollen|forder\\p{L}*|verlang\\p{L}*|aufgeforder\\p{L}*|auffordern|verpflichtet|drängt',
      'doi(?:t|vent)|devr\\p{L}*|exig\\p{L}*|somm(?!et|aire)\\p{L}*|demand\\p{L}*|ordonn\\p{L}*|tenus?|réclam\\p{L}*|appel\\p{L}* à|mis en demeure',
      'deb(?:e|en|erá|erán)|exig\\p{L}*|exij\\p{L}*|pid\\p{L}*|orden\\p{L}*|insta|instó|reclam\\p{L}*|obliga\\p{L}*',
      "вимага\\p{L}*|закли\\p{L}*|повин\\p{L}*|ма(?:є|ють)|зобов[’'ʼ]яз\\p{L}*|наказ\\p{L}*|зажада\\p{L}*|мус\\p{L}*",
      'треб\\p{L}*|потреб\\p{L}*|долж(?:ен|на|но|ны)|призва\\p{L}*|обяз\\p{L}*|приказ\\p{L}*|предписа\\p{L}*',
    ].join('|'),
  ),
  future: words(
    'wird|werden|sera|seront|va|vont|será|serán|va a|van a|буде|будуть|будет|будут|введ\\p{L}*|запровад\\p{L}*',
  ),
};

/** The day of the saying itself, right before a date. */
export const FOREIGN_REPORTED =
  /(?<![\p{L}])(?:sagte|erklärte|teilte|berichtete|schrieb|veröffentlicht|unterzeichnet|seit|geboren|déclaré|annoncé|indiqué|affirmé|publié|signé|depuis|né|dijo|declaró|anunció|afirmó|informó|publicó|firmad[oa]|desde|заявив|заявила|повідомив|повідомила|повідомили|оголосив|написав|сказав|підписан\p{L}*|заявил|заявила|сообщил|сообщила|сообщили|объявил|написал|сказал|сказала|подписан\p{L}*)(?![\p{L}])[^.,;]{0,12}$/iu;

/** The same where the verb stands behind it: "am Dienstag veröffentlicht", "teilte am Montag mit". */
export const FOREIGN_REPORTED_AFTER =
  /^[\s\p{L}]{0,25}(?<![\p{L}])(?:veröffentlicht|mitgeteilt|unterzeichnet|bekannt|erklärt|gesagt|mit(?=\s*(?:[.,]|$)))(?![\p{L}])/iu;
