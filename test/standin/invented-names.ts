/** Raw material for the invented catalogue: artists and the words their titles are made of. None of them exist. */

export type Language =
  'en' | 'de' | 'fr' | 'pt' | 'is' | 'pl' | 'ja' | 'ko' | 'ar' | 'he' | 'ru' | 'el' | 'hi' | 'none';

export type Genre =
  | 'indie'
  | 'electronic'
  | 'ambient'
  | 'jazz'
  | 'metal'
  | 'hiphop'
  | 'folk'
  | 'chamber'
  | 'pop'
  | 'soul';

export interface InventedArtist {
  name: string;
  genre: Genre;
  language: Language;
  /** Year of the first record. */
  since: number;
  /** Full-length records in the catalogue. */
  albums: number;
}

const artist = (
  name: string,
  genre: Genre,
  language: Language,
  since: number,
  albums: number,
): InventedArtist => ({ name, genre, language, since, albums });

export const INVENTED_ARTISTS: readonly InventedArtist[] = [
  artist('Halcyon Ferry', 'indie', 'en', 2009, 6),
  artist('The Paper Lighthouses', 'indie', 'en', 2014, 4),
  artist('Odd Meridian', 'indie', 'en', 2018, 3),
  artist('Saltwater Almanac', 'indie', 'en', 2011, 4),
  artist('Juniper & the Late Trains', 'indie', 'en', 2016, 3),
  artist('Copperleaf', 'indie', 'en', 2020, 3),
  artist('Wren Holloway', 'folk', 'en', 2012, 5),
  artist('Thistle Parade', 'folk', 'en', 2007, 4),
  artist('Old Quarry Singers', 'folk', 'en', 1974, 5),
  artist('Marlow Fenn', 'folk', 'en', 2019, 2),
  artist('Ashgrove Carriers', 'folk', 'en', 1998, 4),
  artist('Neon Orchard', 'electronic', 'en', 2013, 5),
  artist('Vanta Kestrel', 'electronic', 'en', 2017, 4),
  artist('Subduction', 'electronic', 'none', 2010, 4),
  artist('Kilohertz Garden', 'electronic', 'none', 2021, 2),
  artist('Ohmwerk', 'electronic', 'de', 2008, 5),
  artist('Polder', 'electronic', 'none', 2015, 3),
  artist('Low Tide Machine', 'ambient', 'none', 2011, 5),
  artist('Glass Estuary', 'ambient', 'none', 2016, 4),
  artist('Stillwater Index', 'ambient', 'none', 2019, 3),
  artist('Northern Drift Archive', 'ambient', 'none', 2005, 4),
  artist('The Ines Calloway Quartet', 'jazz', 'en', 2003, 5),
  artist('Barnaby Oduya', 'jazz', 'en', 1978, 5),
  artist('Third Avenue Nocturne', 'jazz', 'en', 1967, 4),
  artist('Sable & Reed', 'jazz', 'en', 2014, 3),
  artist('Lucien Tamboura', 'jazz', 'fr', 2010, 3),
  artist('Gravemarch', 'metal', 'en', 2006, 4),
  artist('Iron Psalter', 'metal', 'en', 1989, 5),
  artist('Ulvskygge', 'metal', 'is', 2012, 3),
  artist('Tesseract of Ash', 'metal', 'en', 2018, 2),
  artist('MC Parallax', 'hiphop', 'en', 2011, 4),
  artist('Dovetail Cartel', 'hiphop', 'en', 2016, 3),
  artist('Nia Quicksilver', 'hiphop', 'en', 2019, 3),
  artist('Concrete Almanack', 'hiphop', 'en', 1996, 4),
  artist('Kofi Lumen', 'hiphop', 'en', 2021, 2),
  artist('Clementine Vo', 'pop', 'en', 2015, 4),
  artist('Velvet Postcode', 'pop', 'en', 2012, 4),
  artist('Starling Avenue', 'pop', 'en', 2018, 3),
  artist('Holly Maddox-Rey', 'pop', 'en', 2020, 3),
  artist('The Tuesday Weather', 'pop', 'en', 1985, 4),
  artist('Glitterbank', 'pop', 'en', 2022, 2),
  artist('Otis Merriweather', 'soul', 'en', 1971, 5),
  artist('Delphine Ross', 'soul', 'en', 2013, 4),
  artist('The Velour Committee', 'soul', 'en', 2009, 3),
  artist('Amara Bellweather', 'soul', 'en', 2017, 3),
  artist('Kammerton Kollektiv', 'chamber', 'de', 2004, 4),
  artist('Ensemble Quatre Vents', 'chamber', 'fr', 1999, 4),
  artist('Ottilie Brandt', 'chamber', 'de', 2015, 3),
  artist('The Hollis String Library', 'chamber', 'none', 2011, 3),
  artist('Fräulein Föhn', 'indie', 'de', 2014, 3),
  artist('Großstadtlichter', 'pop', 'de', 2010, 3),
  artist('Nebelkrähe', 'folk', 'de', 2018, 2),
  artist('Éloïse Garance', 'pop', 'fr', 2011, 4),
  artist('Les Marées Basses', 'indie', 'fr', 2016, 3),
  artist('Château Néon', 'electronic', 'fr', 2013, 3),
  artist('João do Cais', 'folk', 'pt', 1982, 4),
  artist('Maré Alta Trio', 'jazz', 'pt', 2007, 3),
  artist('Saudade Elétrica', 'indie', 'pt', 2019, 2),
  artist('Þokuljós', 'ambient', 'is', 2009, 4),
  artist('Sólveig Hrafns', 'folk', 'is', 2015, 3),
  artist('Łódka', 'indie', 'pl', 2012, 3),
  artist('Żółty Atrament', 'electronic', 'pl', 2017, 2),
  artist('雨宿り電車', 'indie', 'ja', 2013, 4),
  artist('夜更けの図書室', 'ambient', 'ja', 2018, 3),
  artist('Kohaku Signal', 'pop', 'ja', 2016, 3),
  artist('朝凪ミナト', 'jazz', 'ja', 2020, 2),
  artist('달빛우체국', 'pop', 'ko', 2017, 3),
  artist('느린기차', 'indie', 'ko', 2014, 2),
  artist('نجمة الميناء', 'folk', 'ar', 1994, 3),
  artist('فرقة ليالي القمر', 'soul', 'ar', 2011, 3),
  artist('רחוב הזית', 'indie', 'he', 2015, 3),
  artist('נועה לבנון־כרמי', 'folk', 'he', 2019, 2),
  artist('Северный Маяк', 'indie', 'ru', 2008, 3),
  artist('Тихий Трамвай', 'electronic', 'ru', 2016, 3),
  artist('Νύχτα Χωρίς Χάρτη', 'folk', 'el', 2006, 3),
  artist('धीमी बारिश', 'soul', 'hi', 2018, 2),
  artist(
    'The Grand Provincial Society for the Preservation of Unfinished Waltzes',
    'chamber',
    'en',
    2012,
    3,
  ),
  artist('Ŏ–Ŏ', 'electronic', 'none', 2020, 2),
  artist('!frame?', 'hiphop', 'en', 2022, 2),
  artist('Ana & Ana & Ana', 'pop', 'pt', 2021, 2),
];

/** Titles are `first` + `joint` + `second`, or a `whole`. */
export interface TitleWords {
  first: readonly string[];
  joint: readonly string[];
  second: readonly string[];
}

const words = (first: string, joint: readonly string[], second: string): TitleWords => ({
  first: first.split('|'),
  joint,
  second: second.split('|'),
});

export const TITLE_WORDS: Record<Language, TitleWords> = {
  en: words(
    'Amber|Borrowed|Quiet|Second|Paper|Winter|Hollow|Electric|Slow|Golden|Half|Midnight|Lost|Tender|Burning|Distant|Crooked|Glass|Silver|Sunday|Restless|Broken|Gentle|Salt|Velvet|Wild|Last|Faithless|Open|Copper',
    [' '],
    'Harbour|Letters|Machines|Season|Kitchen|Hours|Signal|Garden|Stairwell|Weather|Radio|Country|Rivers|Photograph|Engine|Thunder|Morning|Orchard|Telephone|Windows|Parade|Satellite|Ladder|Bones|Holiday|Lanterns|Avenue|Cartography|Tide|Sparrow',
  ),
  de: words(
    'Später|Kalter|Heller|Müder|Schöner|Leiser|Großer|Letzter|Früher|Süßer',
    [' '],
    'Regen|Morgen|Bahnhof|Sommer|Schatten|Fluss|Atem|Brief|Hügel|Abschied|Übergang|Nebel',
  ),
  fr: words(
    'La Nuit|Le Jardin|L’Été|Un Hiver|Le Reflet|La Rivière|Le Dernier Métro|L’Écho|La Fenêtre',
    [' '],
    'sans toi|retrouvé|d’à côté|en août|oublié|à l’envers|des voisins|près de l’eau|inachevé|très tôt',
  ),
  pt: words(
    'Manhã|Canção|Janela|Cidade|Ladeira|Coração|Noite|Varanda|Maresia',
    [' de ', ' sem '],
    'Verão|Ninguém|Abril|Sal|Chuva|Amanhã|São João|Avó|Vidro',
  ),
  is: words(
    'Vetrar|Norður|Djúp|Hljóð|Ljós|Þögn|Ís|Kvöld',
    [''],
    'bjarmi|vík|slóð|heimar|ferð|fjöll|stund|rætur',
  ),
  pl: words(
    'Ciepły|Cichy|Ostatni|Zimowy|Żółty|Daleki|Świetlisty',
    [' '],
    'Dworzec|Śnieg|Księżyc|Głos|Wieczór|Pociąg|Las|Łuk',
  ),
  ja: words(
    '雨上がり|夕暮れ|真夜中|硝子|遠い夏|始発|銀色|忘れた街|水色',
    ['の', 'と'],
    '手紙|電車|灯り|約束|海岸|窓|静けさ|猫|観覧車|足音',
  ),
  ko: words(
    '푸른|느린|오래된|조용한|마지막|투명한|하얀',
    [' '],
    '편지|새벽|골목|바다|기차|창문|겨울밤|노래',
  ),
  ar: words(
    'ليل|ضوء|أغنية|باب|مطر|ذاكرة|طريق',
    [' '],
    'البحر|المدينة|الشتاء|الياسمين|البعيد|الصباح|القمر',
  ),
  he: words(
    'שיר|אור|רחוב|לילה|חלון|זיכרון|דרך',
    [' '],
    'של חורף|לבן|אל הים|בלי שם|ישן|של אתמול|רחוק',
  ),
  ru: words(
    'Тихий|Зимний|Последний|Дальний|Синий|Ночной|Тёплый',
    [' '],
    'Вокзал|Снег|Ветер|Берег|Голос|Двор|Поезд|Ёж',
  ),
  el: words('Μικρή|Παλιά|Ήσυχη|Γαλάζια|Τελευταία', [' '], 'Θάλασσα|Αυλή|Νύχτα|Πόλη|Βροχή|Άνοιξη'),
  hi: words('पुरानी|नीली|धीमी|आख़िरी|मीठी', [' '], 'बारिश|गली|शाम|चिट्ठी|रेल|धूप'),
  none: words(
    'Drift|Lattice|Contour|Sediment|Halide|Sine|Moraine|Phase|Tessel|Isobar|Vector|Umbra|Node|Quartz|Delta',
    [' ', ' / ', '–'],
    'I|II|III|IV|V|North|South|0.7|12|Reprise|Field|Bloom|Decay|Return|Seven|κ',
  ),
};
