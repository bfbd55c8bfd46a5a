type Said = string | null;
type Row = readonly [post: string, issuer: Said, target: Said, demand: Said, threat: Said, deadline: Said];

function rowOf(line: string): Row {
  const [post = '', ...said] = line.split(' ;; ');
  const [issuer, target, demand, threat, deadline] = said.map((part) => (part === '-' ? null : part));
  const or = (part: Said | undefined): Said => part ?? null;
  return [
    post.replaceAll(String.raw`\n`, '\n'),
    or(issuer),
    or(target),
    or(demand),
    or(threat),
    or(deadline),
  ];
}

/** Post ;; issuer ;; target ;; demand ;; threat ;; deadline; a dash where nothing is said. */
export const POSTS: readonly Row[] = String.raw`
Trump gives Putin 50 days to agree to a ceasefire in Ukraine or face 'severe tariffs' ;; Trump ;; Putin ;; agree to a ceasefire in Ukraine ;; severe tariffs ;; 50 days
Trump gave Moscow until Friday to end the war, threatening secondary sanctions otherwise. ;; Trump ;; Moscow ;; end the war ;; secondary sanctions ;; until Friday
BREAKING: Israel warned Hamas that it will resume the war unless hostages are released by Saturday noon. ;; Israel ;; Hamas ;; hostages are released ;; resume the war ;; by Saturday noon
The EU threatens Apple with fines of €500m if it does not open its App Store within 60 days. ;; EU ;; Apple ;; open its App Store ;; fines of €500m ;; within 60 days
Kyiv demands that Moscow withdraw its troops by 1 September, or face new sanctions. ;; Kyiv ;; Moscow ;; withdraw its troops ;; new sanctions ;; by 1 September
Teachers' union to government: raise pay by March 1 or we strike ;; Teachers' union ;; government ;; raise pay ;; we strike ;; by March 1
Israel issues ultimatum to Hamas: release hostages by Saturday or war resumes ;; Israel ;; Hamas ;; release hostages ;; war resumes ;; by Saturday
Austria-Hungary delivers a 48-hour ultimatum to Serbia ;; Austria-Hungary ;; Serbia ;; - ;; - ;; 48 hours
ECOWAS gives Niger junta one-week ultimatum to reinstate president ;; ECOWAS ;; Niger junta ;; reinstate president ;; - ;; one week
Trump sets Aug. 8 deadline for Russia to end war in Ukraine | Reuters ;; Trump ;; Russia ;; end war in Ukraine ;; - ;; Aug. 8
Iran has until Friday to accept the proposal, Trump says ;; Trump ;; Iran ;; accept the proposal ;; - ;; until Friday
Trump's 50-day ultimatum to Putin has stunned Europe. "If we don't have a deal in 50 days, we're going to be doing very severe tariffs," Donald Trump said. ;; Donald Trump ;; Putin ;; have a deal ;; we're going to be doing very severe tariffs ;; in 50 days
“If we don’t have a deal in 50 days, we’re going to be doing very severe tariffs,” Trump said in the Oval Office. ;; Trump ;; - ;; have a deal ;; we’re going to be doing very severe tariffs ;; in 50 days
NATO told Serbia to withdraw its forces from Kosovo by March 24 or face air strikes. ;; NATO ;; Serbia ;; withdraw its forces from Kosovo ;; air strikes ;; by March 24
Trump threatens to impose 35% tariffs on Canada if it doesn't strike a deal by August 1 ;; Trump ;; Canada ;; strike a deal ;; impose 35% tariffs on Canada ;; by August 1
US to impose 30% tariffs on EU from August 1 unless deal reached ;; US ;; EU ;; deal reached ;; impose 30% tariffs on EU ;; from August 1
Iran must accept a deal within two weeks or face strikes, Trump says ;; Trump ;; Iran ;; accept a deal ;; strikes ;; within two weeks
Serbia was given 48 hours by Austria-Hungary to accept ten demands. ;; Austria-Hungary ;; Serbia ;; accept ten demands ;; - ;; 48 hours
Russia tells Mariupol defenders: surrender by 5 a.m. Moscow time Monday or be destroyed ;; Russia ;; Mariupol defenders ;; surrender ;; be destroyed ;; by 5 a.m. Moscow time Monday
President Bush told Saddam Hussein that he and his sons must leave Iraq within 48 hours. ;; Bush ;; Saddam Hussein ;; leave Iraq ;; - ;; within 48 hours
Macron donne 15 jours à l'Algérie pour reprendre ses ressortissants, sinon des sanctions ;; Macron ;; Algérie ;; reprendre ses ressortissants ;; des sanctions ;; 15 jours
Trump stellt Putin ein Ultimatum bis zum 8. August ;; Trump ;; Putin ;; - ;; - ;; bis zum 8. August
Трамп дав Путіну 50 днів, щоб укласти мир, інакше мита ;; Трамп ;; Путін ;; укласти мир ;; мита ;; 50 днів
Трамп дал Путину 50 дней, чтобы заключить мир ;; Трамп ;; Путин ;; заключить мир ;; - ;; 50 дней
Trump da a Putin 50 días para acordar un alto el fuego, o impondrá aranceles ;; Trump ;; Putin ;; acordar un alto el fuego ;; impondrá aranceles ;; 50 días
UK says it will recognise Palestinian state in September unless Israel agrees to a ceasefire ;; UK ;; Israel ;; agree to a ceasefire ;; recognise Palestinian state ;; in September
Hamas has until 6 p.m. Washington, D.C. time on Sunday to accept the Gaza plan or "all hell" will break out, Trump wrote on Truth Social. ;; Trump ;; Hamas ;; accept the Gaza plan ;; "all hell" will break out ;; until 6 p.m. Washington, D.C. time on Sunday
The White House has given TikTok until 19 January to sell its US business. ;; White House ;; TikTok ;; sell its US business ;; - ;; until 19 January
Ofcom gives 4chan until Friday to respond, threatening fines ;; Ofcom ;; 4chan ;; respond ;; fines ;; until Friday
Rail unions gave the operators 14 days to improve their offer or they will walk out. ;; Rail unions ;; operators ;; improve their offer ;; walk out ;; 14 days
UEFA warned the clubs: leave the Super League by Tuesday or be expelled. ;; UEFA ;; clubs ;; leave the Super League ;; be expelled ;; by Tuesday
Pakistan faces Friday deadline to respond to IMF demands ;; - ;; Pakistan ;; respond to IMF demands ;; - ;; Friday
Donald Trump gave Moscow a 50-day deadline to agree a ceasefire in Ukraine, and warned that "severe tariffs" and other economic measures would hit Russia on Friday if the fighting continued. ;; Donald Trump ;; Moscow ;; agree a ceasefire in Ukraine ;; "severe tariffs" and other economic measures would hit Russia if the fighting continued ;; 50 days
**Trump threatens Russia with 'very severe tariffs' if no Ukraine deal in 50 days**\nThe US president said he was "very, very unhappy" with Vladimir Putin. https://www.bbc.com/news/articles/abc?at_medium=RSS ;; Trump ;; Russia ;; a Ukraine deal ;; very severe tariffs ;; in 50 days
Trump: Putin has 10 or 12 days to end the war ;; Trump ;; Putin ;; end the war ;; - ;; 10 or 12 days
Colombia's ELN rebels given until Sunday to free hostages ;; - ;; Colombia's ELN rebels ;; free hostages ;; - ;; until Sunday
EU gives Hungary two months to lift its grain ban ;; EU ;; Hungary ;; lift its grain ban ;; - ;; two months
Bundesregierung droht Polen mit Klage, falls das Land nicht bis zum 1. September einlenkt ;; Bundesregierung ;; Polen ;; - ;; Klage ;; bis zum 1. September
Netanyahu: if Hamas does not return our hostages by Saturday noon, the ceasefire will end ;; Netanyahu ;; Hamas ;; return our hostages ;; the ceasefire will end ;; by Saturday noon
Trump says he'll "let all hell break out" if Hamas doesn't release all hostages by noon Saturday ;; Trump ;; Hamas ;; release all hostages ;; let all hell break out ;; by noon Saturday
North Korea demands South Korea remove loudspeakers within 48 hours, or face military action ;; North Korea ;; South Korea ;; remove loudspeakers ;; military action ;; within 48 hours
Boris Johnson sends ultimatum to Brussels: agree trade deal by 15 October or UK walks away ;; Boris Johnson ;; Brussels ;; agree trade deal ;; UK walks away ;; by 15 October
Turkey warns it will launch an operation in Syria unless Kurdish fighters withdraw by Wednesday evening ;; Turkey ;; Kurdish fighters ;; withdraw ;; launch an operation in Syria ;; by Wednesday evening
Judge orders Trump administration to return Kilmar Abrego Garcia by Monday ;; Judge ;; Trump administration ;; return Kilmar Abrego Garcia ;; - ;; by Monday
Nurses to strike unless government improves pay offer by 5pm on Tuesday ;; Nurses ;; government ;; improve pay offer ;; strike ;; by 5pm on Tuesday
Khrushchev issued an ultimatum demanding that Western powers withdraw from Berlin within six months. ;; Khrushchev ;; Western powers ;; withdraw from Berlin ;; - ;; within six months
The Kremlin has rejected Trump's Friday deadline for Russia to end the war. ;; Trump ;; Russia ;; end the war ;; - ;; Friday
Spain gives Catalonia until Thursday to drop independence bid ;; Spain ;; Catalonia ;; drop independence bid ;; - ;; until Thursday
Saudi Arabia and its allies gave Qatar 10 days to comply with 13 demands, including closing Al Jazeera. ;; Saudi Arabia and its allies ;; Qatar ;; comply with 13 demands, including closing Al Jazeera ;; - ;; 10 days
Musk orders X staff to commit to "hardcore" work by 5 p.m. ET Thursday or leave ;; Musk ;; X staff ;; commit to "hardcore" work ;; leave ;; by 5 p.m. ET Thursday
Trump gives Iran two-week deadline ;; Trump ;; Iran ;; - ;; - ;; two weeks
"Leave Kherson by Friday or be treated as combatants," the Ukrainian army told residents. ;; Ukrainian army ;; residents ;; Leave Kherson ;; be treated as combatants ;; by Friday
If Russia does not agree to a ceasefire by Monday, EU leaders said they will impose "massive" sanctions. ;; EU leaders ;; Russia ;; agree to a ceasefire ;; impose "massive" sanctions ;; by Monday
Israel has given residents of Gaza City 24 hours to evacuate south. ;; Israel ;; residents of Gaza City ;; evacuate south ;; - ;; 24 hours
"You have 72 hours to leave," the junta told the French ambassador. ;; junta ;; French ambassador ;; leave ;; - ;; 72 hours
Poland, Germany, France and UK tell Putin: accept unconditional ceasefire by Monday or face sanctions ;; Poland, Germany, France and UK ;; Putin ;; accept unconditional ceasefire ;; sanctions ;; by Monday
X Corp. must pay the fine within five working days or be suspended, Brazil's Supreme Court ruled ;; Brazil's Supreme Court ;; X Corp ;; pay the fine ;; be suspended ;; within five working days
Trump says Hamas has 'three or four days' to respond to Gaza peace plan ;; Trump ;; Hamas ;; respond to Gaza peace plan ;; - ;; three or four days
Maduro given until Friday to leave Venezuela, US senator says ;; - ;; Maduro ;; leave Venezuela ;; - ;; until Friday
Hezbollah leader warns Israel: withdraw from south Lebanon by Feb. 18 or face resistance ;; Hezbollah leader ;; Israel ;; withdraw from south Lebanon ;; resistance ;; by Feb. 18
Taliban order all Afghan NGOs to stop employing women within 24 hours ;; Taliban ;; all Afghan NGOs ;; stop employing women ;; - ;; within 24 hours
Starmer: UK to recognise Palestine in September unless Israel agrees ceasefire ;; UK ;; Israel ;; agree ceasefire ;; recognise Palestine ;; in September
France, Germany and UK to trigger UN sanctions on Iran by end of August unless it resumes nuclear talks ;; France, Germany and UK ;; Iran ;; resume nuclear talks ;; trigger UN sanctions on Iran ;; by end of August
E3 give Iran until end of August to return to negotiating table or face snapback sanctions ;; E3 ;; Iran ;; return to negotiating table ;; snapback sanctions ;; until end of August
"You've got until Friday to get out of the building," the sheriff told protesters ;; sheriff ;; protesters ;; get out of the building ;; - ;; until Friday
Pentagon gives news outlets until Tuesday to sign new press rules or surrender badges ;; Pentagon ;; news outlets ;; sign new press rules ;; surrender badges ;; until Tuesday
Columbia University gives protesters 2 p.m. deadline to leave encampment or face suspension ;; Columbia University ;; protesters ;; leave encampment ;; suspension ;; 2 p.m.
The Teamsters have given UPS a week to return to the table before a strike ;; Teamsters ;; UPS ;; return to the table before a strike ;; - ;; a week
Ultimatum: Putin demands Ukraine withdraw from Donbas within two months ;; Putin ;; Ukraine ;; withdraw from Donbas ;; - ;; within two months
Donald J. Trump @realDonaldTrump: "Hamas has until Sunday Evening at SIX (6) P.M., Washington, D.C. time, to make a deal" ;; Donald J. Trump ;; Hamas ;; make a deal ;; - ;; until Sunday Evening at SIX (6) P.M., Washington, D.C. time
Trump tells Zelensky he has until Thanksgiving to accept US peace plan ;; Trump ;; Zelensky ;; accept US peace plan ;; - ;; until Thanksgiving
Kiev must accept terms by Thursday or lose US support, officials say ;; - ;; Kiev ;; accept terms ;; lose US support ;; by Thursday
Bolivia's Morales gives government 24 hours to change cabinet, threatens roadblocks ;; Bolivia's Morales ;; government ;; change cabinet ;; roadblocks ;; 24 hours
Georgia protesters give government one hour to call new elections ;; Georgia protesters ;; government ;; call new elections ;; - ;; one hour
Sudan's RSF issues 72-hour ultimatum to army in El Fasher ;; Sudan's RSF ;; army in El Fasher ;; - ;; - ;; 72 hours
M23 rebels order Congolese troops to lay down arms within 48 hours ;; M23 rebels ;; Congolese troops ;; lay down arms ;; - ;; within 48 hours
China orders US consulate in Chengdu to close by Monday morning ;; China ;; US consulate in Chengdu ;; close ;; - ;; by Monday morning
The US on Wednesday ordered China to close its Houston consulate within 72 hours, accusing it of spying. ;; US ;; China ;; close its Houston consulate ;; - ;; within 72 hours
Brussels to Budapest: reverse the asylum law within two weeks or pay €200 million ;; Brussels ;; Budapest ;; reverse the asylum law ;; pay €200 million ;; within two weeks
British Steel's owner has been given until 9 April to accept the government's offer, the business secretary said. ;; - ;; British Steel's owner ;; accept the government's offer ;; - ;; until 9 April
Elon Musk gives federal workers 48 hours to explain what they did last week; failure to respond will be taken as resignation ;; Elon Musk ;; federal workers ;; explain what they did last week ;; - ;; 48 hours
Treasury: Greece must submit a reform list by Monday night, or the bailout extension is off ;; Treasury ;; Greece ;; submit a reform list ;; the bailout extension is off ;; by Monday night
EU tells Greece: reforms by Wednesday or no bailout ;; EU ;; Greece ;; reforms ;; no bailout ;; by Wednesday
Erdogan gave Assad's forces until the end of February to pull back from Idlib observation posts. ;; Erdogan ;; Assad's forces ;; pull back from Idlib observation posts ;; - ;; until the end of February
Serbian president Vucic says protesters have until midnight to leave the university ;; Vucic ;; protesters ;; leave the university ;; - ;; until midnight
Netanyahu says Israel will return to fighting if Hamas does not release hostages by noon on Saturday ;; Netanyahu ;; Hamas ;; release hostages ;; Israel will return to fighting ;; by noon on Saturday
India gave Pakistani nationals until 27 April to leave the country. ;; India ;; Pakistani nationals ;; leave the country ;; - ;; until 27 April
Die EU setzt Ungarn eine Frist von zwei Monaten, das Gesetz zu ändern ;; EU ;; Ungarn ;; das Gesetz zu ändern ;; - ;; von zwei Monaten
La France donne six semaines à l'Algérie pour réexaminer les accords de 1968 ;; France ;; Algérie ;; réexaminer les accords de 1968 ;; - ;; six semaines
Petro da un ultimátum de 48 horas al ELN: liberar a los soldados ;; Petro ;; ELN ;; liberar a los soldados ;; - ;; 48 horas
Трамп дав Росії 10 днів на укладення перемир'я ;; Трамп ;; Росія ;; укладення перемир'я ;; - ;; 10 днів
Macron fordert Putin auf, bis Montag einer Waffenruhe zuzustimmen ;; Macron ;; Putin ;; einer Waffenruhe zuzustimmen ;; - ;; bis Montag
Trump droht der EU mit Zöllen von 30 Prozent ab dem 1. August ;; Trump ;; EU ;; - ;; Zöllen von 30 Prozent ;; ab dem 1. August
`
  .trim()
  .split('\n')
  .map(rowOf);
