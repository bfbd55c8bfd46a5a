/** What kind of page a link leads to, as far as its host tells. A person confirms what counts as a record. */
import { hostOf } from './links.js';
import { domainOf } from './outlets.js';

/**
 * `official`: a government, a parliament, a court, an international body; `own-words`: a place where people publish
 * under their own name; `news`: a news outlet; `other`: nothing is known of it.
 */
export type HostKind = 'official' | 'own-words' | 'news' | 'other';

/** Endings under which only public bodies publish: `.gov`, `.gov.uk`, `.gob.mx`, `.gouv.fr`, `.go.jp`, `.int`. */
const OFFICIAL_ENDING =
  /(?:^|\.)(?:gov|mil|int|va|(?:gov|gob|gouv|govt|gub|gv|mil)\.[a-z]{2}|go\.(?:id|jp|ke|kr|th|tz|ug)|gc\.ca|admin\.ch|bund\.de|(?:judiciary|mod|nhs|parliament|police)\.uk)$/;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const OFFICIAL = words(`
  auswaertiges-amt.de belgium.be boe.es bundeskanzler.de bundesregierung.de bundestag.de bundeswehr.de canada.ca
  elysee.fr esteri.it europa.eu government.bg government.nl government.ru government.se governo.it
  icj-cij.org idf.il imf.org iaea.org khamenei.ir kremlin.ru leader.ir mid.ru oas.org oecd.org
  opec.org osce.org parlament.hu president.ir president.pl presidence.fr quirinale.it regeringen.se
  regjeringen.no riigikogu.ee rijksoverheid.nl royal.uk sejm.pl un.org valtioneuvosto.fi wto.org
  worldbank.org`);

const OWN_WORDS = words(`
  bsky.app facebook.com gab.com gettr.com instagram.com linkedin.com mastodon.social ok.ru parler.com telegram.org
  threads.com tiktok.com truthsocial.com vk.com weibo.com x.com`);

const NEWS = words(`
  abc.net.au abcnews.com afp.com aljazeera.com allafrica.com ansa.it apnews.com arabnews.com ard.de asahi.com axios.com
  bbc.com belta.by bild.de bloomberg.com bnnbloomberg.ca cbc.ca cbsnews.com cgtn.com channelnewsasia.com cnbc.com cnn.com
  corriere.it csmonitor.com ctvnews.ca dailymail.com dawn.com derstandard.at diepresse.com dn.se dpa.com dw.com
  economist.com efe.com elmundo.es elpais.com euractiv.com euronews.com faz.net focus.de foreignpolicy.com
  forbes.com foxbusiness.com foxnews.com france24.com francetvinfo.fr ft.com globalnews.ca globo.com haaretz.com
  handelsblatt.com hindustantimes.com hromadske.ua huffpost.com independent.co.uk indianexpress.com interfax.com
  interfax.com.ua irna.ir irrawaddy.com itv.com kathimerini.gr kommersant.ru kyodonews.net lbc.co.uk lapresse.ca
  lefigaro.fr lemonde.fr lenta.ru lesechos.fr liberation.fr mehrnews.com meduza.io mirror.co.uk msnbc.com ndtv.com
  newsweek.com newyorker.com nhk.or.jp nikkei.com novayagazeta.eu npr.org nrc.nl nytimes.com nzz.ch orf.at pap.pl pbs.org
  politico.com politico.eu pravda.com.ua radiofrance.fr rbc.ru rbc.ua rai.it repubblica.it reuters.com rferl.org rfi.fr
  ria.ru rt.com rte.ie rtl.de sana.sy scmp.com semafor.com sky.com spiegel.de sputnikglobe.com stern.de sueddeutsche.de
  suspilne.media svt.se swissinfo.ch tagesschau.de tagesspiegel.de tass.com taz.de thehill.com thehindu.com theatlantic.com
  thenationalnews.com time.com trtworld.com ukrinform.net unian.net upi.com usatoday.com voanews.com vox.com vrt.be welt.de
  wionews.com wsj.com wyborcza.pl xinhuanet.com yle.fi ynetnews.com yonhapnews.co.kr yna.co.kr zdf.de zeit.de`);

/** Words in the names of newspapers and news sites that few others have. */
const NEWS_WORD =
  /(?:news|zeitung|herald|tribune|gazette|telegraph|chronicle|guardian|journal|pravda|diario)|(?:times|post|daily|observer|independent)$|^(?:times|daily)/;
/** Names that hold such a word and are no outlet. */
const NO_NEWS = /^(?:the)?(?:deutsche|canada|la|austria|swiss|india|royal)?post$|outpost|compost|signpost/;

function isNews(domain: string): boolean {
  const [label = ''] = domain.split('.');
  return NEWS.has(domain) || (NEWS_WORD.test(label) && !NO_NEWS.test(label));
}

/** The kind of page behind a link; `other` without a readable one. */
export function hostKind(url: string | null): HostKind {
  const [host, domain] = [hostOf(url), domainOf(url)];
  if (host === null || domain === null) return 'other';
  if (OFFICIAL_ENDING.test(host) || OFFICIAL.has(domain)) return 'official';
  if (OWN_WORDS.has(domain)) return 'own-words';
  return isNews(domain) ? 'news' : 'other';
}
