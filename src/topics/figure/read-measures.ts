import { lexiconOf } from '../../language/index.ts';
import { FIGURE_SUBJECTS } from '../figure-subjects.ts';

/** What the notes print figures of, by what people call it, and the figures' ids; `#` stands for the two companies. */
const MEASURES: ReadonlyMap<string, readonly [said: string, ids: string]> = new Map(
  Object.entries<readonly [said: string, ids: string]>({
    forward: [
      'forward pe|fwd pe|forward p / e|fwd p / e|forward price to earnings|forward multiple|fwd multiple|forward multiples|forward earnings multiple|forward earnings|forward valuation|ntm pe|pe forward|p / e forward|multiple forward|p / e fwd|pe fwd|pe ntm|p / e ntm|multiple fwd|1yr fwd|one year forward|fwd|ntm|forward',
      '000-rut-forward-pe 000-spx-forward-pe 000-ndx-forward-pe 003-rut-value-forward-pe',
    ],
    reported: [
      'reported pe|trailing pe|reported p / e|trailing p / e|ttm pe|trailing multiple|reported multiple|trailing earnings|reported earnings|pe trailing|pe reported|trailing|reported price to earnings',
      '002-spx-reported-pe 002-spx-equal-reported-pe 002-spx-reported-pe-2022 002-spx-equal-reported-pe-2022',
    ],
    pe: [
      'paying for it|paying for|pay for it|what are they paying|pe|p / e|pe ratio|p / e ratio|price to earnings|price earnings|price earnings ratio|price to earnings ratio|price / earnings|earnings multiple|multiple|multiples|pes|times earnings',
      '000-rut-forward-pe 000-spx-forward-pe 000-ndx-forward-pe 003-rut-value-forward-pe 002-spx-reported-pe 002-spx-equal-reported-pe 002-spx-reported-pe-2022 002-spx-equal-reported-pe-2022',
    ],
    discount: ['discount|forward discount|pe discount|valuation discount', '003-rut-forward-discount'],
    sales: ['price to sales|price sales|p / s|price / sales|ps ratio|cheapest in|cheapest for', '002-cheapest-span'],
    unprofitable: [
      'unprofitable members|lose money|loses money|fail to earn a profit|fail to earn money|fail to make money|dont turn a profit|turn no profit|unprofitable|lose money|loses money|losing money|loss making|loss makers|lossmaking|lossmakers|without a profit|without profit|without profits|without any profit|without earnings|no profit|no profits|not profitable|dont make money|make no money|makes no money|money losing|in the red|zombies|zombie companies|lack profits|earn nothing|no earnings',
      '001-rut-unprofitable',
    ],
    weight: [
      'weight|weighting|weights|share of the index|share of s&p|share of the s&p|of the s&p|concentration',
      '001-magnificent-7-share',
    ],
    gains: [
      'gains|share of gains|part of gains|contribution|contributed|share of the gains|part of the gains|portion of gains|returns came from|drove|gain came from|gains came from',
      '003-magnificent-7-gains-2024 003-magnificent-7-gains-2025',
    ],
    average: [
      'above 200 dma|above 200 day|above the 200 day|above the 200 dma|above their 200 day|above their 200 dma|above their average|above its average|above their moving average|200 day moving average|over their 200 day|over 200 dma|above 200 d|above 200 day average|above their 200 day average|above their 200 day moving average|above the 200 day average|above 200 day moving average',
      '002-spx-above-200-day',
    ],
    highs: [
      'new highs|record highs|all time highs|record closes|new records|how many record highs|how many new highs|number of new highs|number of record highs|how many highs|how many records|how many all time highs|how many times did the s&p hit a record|number of records',
      '001-spx-new-highs',
    ],
    rebound: [
      'since the april low|from the april low|april low|since its april low|off the april low|april lows|bounce from april|since the april lows',
      '001-rut-rebound',
    ],
    intraday: [
      'intraday|intraday high|high of the day|intraday rise|day of the cut|on the day of the cut|highest level of the day|on cut day',
      '001-rut-intraday-high 001-rut-intraday-rise 001-rut-day-change',
    ],
    'day change': ['close that day|that close|change on the day|day change|close on the day', '001-rut-day-change'],
    'late 2023': [
      'late 2023|end of 2023 rally|halloween rally|santa rally|late 2023 rally|rally of late 2023',
      '002-spx-late-2023 002-rut-late-2023',
    ],
    'money funds': [
      'on the sidelines|the sidelines|sidelined cash|cash on the sidelines|sideline cash|money market cash|money mkt cash|mm cash|mmf cash|mmf aum|money fund aum|money fund assets|money market assets|how much cash is on the sidelines|how much money is on the sidelines|how much is on the sidelines|how much cash on the sidelines|how much cash sits on the sidelines|how much is sitting on the sidelines|money market fund assets|money funds|money market funds|mmf assets|mmfs|assets in money funds|assets in money market funds|cash in money funds|cash in money market funds|cash sits in money funds|cash sits in money market funds|money market fund size',
      '000-money-fund-assets',
    ],
    'cash return': [
      'earning what|earns what|what does it earn|what do they earn|paying what|yielding what|what does it yield|what do they yield|cash paying|cash is paying|money market cash paying|return on cash|yield on cash|cash yield|cash return|cash yields|cash pays|cash pay|cash earn|cash earns|money fund return|money fund yield|money market return|money market yield|money market fund yield|return on money funds|yield of money funds|yield on money funds|return on money market funds|money market funds yield|money market funds pay|money funds pay|money funds yield',
      '000-money-fund-return',
    ],
    'active funds': [
      'funds that beat their bmk|beat their bmk|beat the bmk|beat their bench|active funds|funds that beat|funds that beat the index|funds beat|share of funds|funds beating|active managers|active fund managers|active management|stock pickers|stockpickers|fund managers beat|managers beat their benchmark|beat their benchmark|beat the benchmark|active equity funds|beating their benchmark',
      '000-active-funds-beating',
    ],
    dots: [
      'dots|dot plot|dotplot|the dots|projections|dot plots',
      '001-dots-total 001-dots-remaining 001-dots-change 001-dots-next-year',
    ],
    'bull market': [
      'age of the bull market|how old is the bull market|bull market age|how long has the bull market|old is the bull market|how old is this bull market',
      '002-bull-market-age',
    ],
    priced: ['priced beforehand|priced in beforehand|how sure was the market|priced before the cut', '001-cut-priced'],
    ebitda: ['ebitda', '000-#-ebitda'],
    'net income': ['net income|ni|profit|profits|bottom line|net profit|earn|earns', '000-#-net-income'],
    debt: [
      'debt|in total debt|total debt|net debt|debt load|amount of debt|gross debt|debt stock|borrowings',
      '000-#-debt',
    ],
    leverage: [
      'leverage|debt to ebitda|debt / ebitda|gearing|levered|debt ebitda|leverage ratio|leverage multiple|lev|debt over ebitda|indebted',
      '000-#-leverage',
    ],
    'floating share': [
      'floating|floating share|floats|float|floating rate share|variable|variable share|floating rate|floating portion|floating part|floating share of debt|debt floats|debt is floating|floating pct|floating percentage|variable rate|debt that floats|of debt floats|debt is variable|debt is floating rate|debt is variable rate|of its debt floats|of the debt floats|of debt is floating',
      '000-#-floating-share',
    ],
    'floating debt': [
      'floating debt|floating rate debt|variable rate debt|variable debt',
      '000-#-floating-debt 000-#-floating-share',
    ],
    'fixed share': [
      'fixed|fixed share|fixed rate share|fixed portion|fixed part|debt is fixed|share of fixed debt|fixed share of debt',
      '000-#-fixed-share',
    ],
    'fixed debt': ['fixed debt|fixed rate debt', '000-#-fixed-debt 000-#-fixed-share'],
    'interest bill': [
      'interest bill|total interest|interest expense|interest cost|interest costs|annual interest|yearly interest|interest before the cut|interest bill before the cut|interest before|interest payments',
      '000-#-interest-before',
    ],
    'interest after': [
      'interest bill after the cut|interest after the cut|interest after|total interest after the cut|interest expense after the cut|interest cost after the cut',
      '000-#-interest-after',
    ],
    'floating interest': [
      'interest on floating debt|floating interest|interest on the floating debt',
      '000-#-floating-interest-before',
    ],
    'fixed interest': ['interest on fixed debt|fixed interest|interest on the fixed debt', '000-#-fixed-interest'],
    rate: [
      'what rate do they pay|what rate does it pay|what rate are they paying|rate do they pay|rate does it pay|rate do they borrow at|rate they pay|rate it pays|what do they borrow at|interest rate|borrowing rate|what rate|which rate|borrow|borrows|coupon|cost of debt|borrowing cost|borrowing costs|average rate|rate on its debt|rate on the debt|rate it pays',
      '000-#-rate',
    ],
  }),
);

/** The same in dollars and as a share or a multiple. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ['floating share', 'floating debt'],
  ['fixed share', 'fixed debt'],
  ['leverage', 'debt'],
]);

/** `in dollars`, `as a share`: a measure as money, or as what it is of the whole. */
export const counterpartOf = (measure: string, isMoney: boolean): string | undefined =>
  isMoney ? COUNTERPARTS.get(measure) : [...COUNTERPARTS].find(([, money]) => money === measure)?.[0];

/** Figures of the two example companies, which a number or a direction makes a question of the model. */
export const isOfExamples = (measure: string): boolean => MEASURES.get(measure)?.[1].includes('#') ?? false;

export const idsOf = (measure: string): readonly string[] =>
  (MEASURES.get(measure)?.[1] ?? '')
    .split(' ')
    .flatMap((id) => (id.includes('#') ? ['smallcap', 'largecap'].map((company) => id.replace('#', company)) : [id]));

/** The measures that print a figure, the narrowest first. */
export const measuresOf = (id: string): readonly string[] =>
  [...MEASURES.keys()]
    .filter((measure) => idsOf(measure).includes(id))
    .sort((one, other) => idsOf(one).length - idsOf(other).length);

/** Of whom a figure is, as its id says it. */
export const subjectOf = (id: string): string | undefined =>
  (
    [
      ['value', /rut-value/],
      ['equal', /spx-equal/],
      ['small', /smallcap|rut/],
      ['large', /largecap|spx/],
      ['ndx', /ndx/],
      ['seven', /magnificent/],
    ] as const
  ).find(([, part]) => part.test(id))?.[0];

export const FIGURES = lexiconOf({
  measure: Object.fromEntries([...MEASURES].map(([measure, [said]]) => [measure, said])),
  of: FIGURE_SUBJECTS,
  asks: {
    asks: 'right|correct|true|really|is that right|is it true|isnt it|yeah|innit|dosh|moolah|sitting|tied up|pct|pc|wot|all in|for the year|in all|share of|share|what share|how many|how much|percentage|percent of|percent|portion|proportion|fraction|number of|figure|figures|level|size|what is|what are|whats|how big|how large|how high|how levered|members|member|constituents|companies|stocks|shares|names|firms|in the note|the note|notes|note|in the notes|trade on|trades on|trading on|trade at|trades at|trading at|printed|print|prints|make|makes|made|hit|set|did|quoted|current|latest|industries|corporation|index|benchmark|example|model|of its|stocks|funds|assets|debt|earnings|sit in|sits in|sitting in|parked in|parked|cash|money|year|2025|2026|early 2024|q2 2025|by q2 2025|vs|versus|against|average|piece|article|whatever|breadth|those notes|these notes|your notes|give|gives|given|states|stated|put|puts|yr|this yr|this year|then|now|that day|h1|cuts|cut|show|shows|imply|implied|per year|a year|before the cut|in total|in all|came from|come from|from|bounce|bounced|rise|risen|rose|rally|rallied|gain|gained|rebound|beating|beat|beats|benchmark|their benchmark|ahead of|low|lows|high|highs|the day',
  },
  unit: {
    money:
      'in dollars|in usd|in money|in dollar terms|dollar amount|in $|in cash terms|in millions|in $ m|in absolute terms',
    share: 'in percent|as a share|as a percentage|as percent|in relative terms|as a multiple|in turns|as a ratio',
  },
  /** Words of an effect, of a meaning or of somebody's opinion. */
  beside: {
    none: 'the low|at the low|at the october low|the lows|april low|the april low|what does it|what do they|of those|of that',
    beside:
      'happens|happen|if|effect|effects|impact|impacts|change|changes|changed|affect|affects|why|how does|how do|explain|mean|means|meaning|matter|matters|benefit|benefits|hurt|hurts|define|definition|think|thinks|believe|believes|opinion|opinions|view|views|bullish|bearish|argue|argues|expect|expects|who thinks|who is|who are|case for|case against|worried|worries|risk|risks|what about a|calculate|calculated|computed|sensitive|sensitivity|after tax|hedged|hedge|cover|coverage|refinance|refinancing|alert|brief|ping|remind|should i|buy|sell|chart|lift|save|saves|saving|savings|assume|set|use|in percent of|as percent of|as a percent of|in % of|as % of|as a share of|as a percentage of|in percentage of|where did|where does|where do|came up with|solve|need|needed|needs|reach|double|halve|cheap|cheaper|dear|expensive|low|lower|higher|rising|falling|now that|today',
  },
});
