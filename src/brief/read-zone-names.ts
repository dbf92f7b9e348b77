/** Names of time zones that are not the database's own: what it calls them now, cities that it leaves out, short forms. */

/** Names that the runtime still lists, and what they are called today. */
export const RENAMED: ReadonlyMap<string, string> = new Map(
  `
  Africa/Asmera=Africa/Asmara America/Buenos_Aires=America/Argentina/Buenos_Aires
  America/Catamarca=America/Argentina/Catamarca America/Coral_Harbour=America/Atikokan
  America/Cordoba=America/Argentina/Cordoba America/Godthab=America/Nuuk
  America/Indianapolis=America/Indiana/Indianapolis America/Jujuy=America/Argentina/Jujuy
  America/Louisville=America/Kentucky/Louisville America/Mendoza=America/Argentina/Mendoza Asia/Calcutta=Asia/Kolkata
  Asia/Katmandu=Asia/Kathmandu Asia/Rangoon=Asia/Yangon Asia/Saigon=Asia/Ho_Chi_Minh Atlantic/Faeroe=Atlantic/Faroe
  Europe/Kiev=Europe/Kyiv Pacific/Enderbury=Pacific/Kanton Pacific/Ponape=Pacific/Pohnpei Pacific/Truk=Pacific/Chuuk
 
  `
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
);

/**
 * Cities, countries and short forms, each with its zone; a standard or summer time stands for its place's clock. CET and
 * EET are read as the database reads them.
 */
export const ALSO_CALLED: readonly (readonly [name: string, zone: string])[] = `
  UTC: utc, zulu, universal; America/New_York: et, est, edt, eastern, us eastern, market time, nyse time, exchange time,
  wall street time, new york city, nyc, ny, manhattan, wall street, boston, washington, washington dc, dc, miami,
  philadelphia, atlanta, charlotte, stamford, pittsburgh, orlando, baltimore, cleveland; America/Chicago: ct, cst, cdt,
  central, us central, houston, dallas, austin, minneapolis, milwaukee, st louis, kansas city, nashville, new orleans,
  san antonio, omaha; America/Denver: mt, mst, mdt, mountain, us mountain, salt lake city, boulder, colorado;
  America/Phoenix: arizona, scottsdale, tucson; America/Los_Angeles: pt, pst, pdt, pacific, us pacific, la, san
  francisco, sf, bay area, silicon valley, palo alto, san diego, san jose, seattle, portland, las vegas, sacramento,
  newport beach, california; America/Anchorage: alaska, akst, akdt; Pacific/Honolulu: hawaii, hst; America/Toronto:
  montreal, ottawa, quebec; America/Edmonton: calgary; America/Halifax: adt; America/St_Johns: newfoundland;
  America/Sao_Paulo: brt, rio, rio de janeiro, brasilia; America/Mexico_City: mexico; Europe/London: uk, bst, england,
  scotland, wales, britain, edinburgh, glasgow, manchester, birmingham, leeds, bristol, oxford, city of london, canary
  wharf, belfast; Europe/Dublin: ireland, cork; Europe/Lisbon: portugal, porto, wet; Europe/Brussels: cet, cest, central
  european, belgium, antwerp; Europe/Athens: eet, eest, greece; Europe/Paris: france, lyon, marseille, toulouse,
  strasbourg; Europe/Berlin: germany, frankfurt, munich, munchen, hamburg, cologne, koln, dusseldorf, stuttgart,
  leipzig, dresden; Europe/Zurich: switzerland, geneva, basel, bern, lausanne, lugano, zug; Europe/Vienna: austria,
  wien, salzburg; Europe/Amsterdam: netherlands, holland, rotterdam, the hague, utrecht, eindhoven; Europe/Madrid:
  spain, barcelona, valencia, bilbao, seville; Europe/Rome: italy, milan, milano, turin, florence, naples, bologna;
  Europe/Stockholm: sweden, gothenburg, goteborg, malmo, uppsala, lund; Europe/Oslo: norway, bergen, stavanger;
  Europe/Copenhagen: denmark, kobenhavn, aarhus; Europe/Helsinki: finland, espoo, tampere; Europe/Warsaw: poland,
  krakow, wroclaw; Europe/Prague: czechia, brno; Europe/Budapest: hungary; Europe/Bucharest: romania; Europe/Kyiv:
  ukraine; Europe/Istanbul: turkey, ankara; Europe/Moscow: msk, moskva; Africa/Johannesburg: south africa, cape town,
  durban, sast; Africa/Lagos: nigeria, abuja; Africa/Nairobi: kenya; Asia/Jerusalem: israel, tel aviv, haifa;
  Asia/Dubai: uae, abu dhabi, gst; Asia/Riyadh: saudi arabia, jeddah; Asia/Qatar: doha; Asia/Karachi: pakistan, lahore,
  islamabad; Asia/Kolkata: india, mumbai, bombay, delhi, new delhi, bangalore, bengaluru, chennai, hyderabad, pune,
  gurgaon, gurugram, noida, ahmedabad; Asia/Kathmandu: nepal, npt, pokhara; Asia/Dhaka: bangladesh; Asia/Singapore: sgt,
  sg; Asia/Kuala_Lumpur: malaysia, kl, myt; Asia/Jakarta: indonesia, wib; Asia/Bangkok: thailand; Asia/Ho_Chi_Minh:
  vietnam, hanoi, ho chi minh city; Asia/Manila: philippines, pht; Asia/Hong_Kong: hkt, hk, hong kong; Asia/Shanghai:
  china, beijing, shenzhen, guangzhou; Asia/Taipei: taiwan; Asia/Seoul: korea, south korea, kst, busan; Asia/Tokyo:
  japan, jst, osaka, kyoto, yokohama, nagoya; Australia/Sydney: aest, aedt, aet, canberra; Australia/Perth: awst;
  Australia/Adelaide: acst, acdt; Pacific/Auckland: new zealand, nz, nzst, nzdt, wellington, christchurch
  `
  .split(';')
  .flatMap((row) => {
    const [zone = '', names = ''] = row.split(':');
    return names.split(',').map((name) => [name.trim().replace(/\s+/g, ' '), zone.trim()] as const);
  });

/** Short forms that people in several places use for their own clock, and the places. */
const SHARED: readonly (readonly [names: string, zones: string])[] = [
  ['ist', 'Asia/Kolkata Asia/Jerusalem Europe/Dublin'],
  ['gmt', 'Europe/London UTC'],
  ['ast', 'America/Halifax Asia/Riyadh'],
  [
    'us time,usa time,american time,america time,states time,stateside',
    'America/New_York America/Chicago America/Los_Angeles',
  ],
  ['european time,europe time,eu time,continental time', 'Europe/London Europe/Berlin Europe/Athens'],
  ['asia time,asian time', 'Asia/Tokyo Asia/Hong_Kong Asia/Singapore'],
  ['australian time,australia time', 'Australia/Sydney Australia/Adelaide Australia/Perth'],
];
export const SHARED_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  SHARED.flatMap(([names, zones]) => names.split(',').map((name) => [name, zones.split(' ')] as const)),
);
