import type { NoteTopic, Stance } from '../../notes/index.ts';

/** What people call a stance; phrases stand between bars, here and below. */
export const STANCE_WORDS: Record<Stance, string> = {
  bullish:
    'bullish|bull|bulls|optimist|optimists|optimistic|positive|upbeat|upside case|bull story|bull side|bull camp|bull lot|supporters|in favour|in favor|fans',
  bearish: `bearish|bear|bears|pessimist|pessimists|pessimistic|negative|downside case|bear side|bear camp|sceptic|sceptics|skeptic|skeptics|
    sceptical|skeptical|doubters|downbeat|critics`,
  mixed: 'mixed|two minds|in two minds|torn|ambivalent|both sides|on the fence|undecided|two sided|two minded',
  neutral: 'neutral|neither side|no side',
};

/** Other words for a topic; its own name stands for itself. */
export const TOPIC_WORDS: Record<NoteTopic, string> = {
  rates:
    'rate|fed|the fed|interest rate|interest rates|rate cut|rate cuts|fed cuts|cuts|easing|monetary policy|dot plot',
  'floating debt': `floating|floating rate|floating rates|floating share|debt|debts|leverage|loans|borrowing|
    interest expense|interest costs`,
  economy:
    'recession|recessions|soft landing|growth|jobs|labour|labor|labour market|labor market|macro|slowdown|unemployment',
  inflation: 'cpi|consumer prices|price pressure',
  earnings: 'profit|profits|margin|margins|revenue|revenues|sales|eps|profitability|unprofitable',
  valuation: `valuations|multiple|multiples|cheap|cheapness|p e|p / e|pe|pe ratio|forward pe|forward p e|forward p / e|price to earnings|
    discount|expensive`,
  flows: `flow|inflows|outflows|money|money funds|money market|money market funds|cash|sidelines|sideline|etf|
    etfs|fund flows|bonds|fixed income`,
  momentum: 'sentiment|risk appetite|mood',
  policy:
    'politics|tax|taxes|tax cuts|deregulation|regulation|trump|obbba|fiscal|stimulus|government|reshoring|onshoring',
  tariffs: `tariff|tarrif|tarrifs|import duties|import duty|duties|import taxes|levies|trade war|trade deals|trade policy|
    supply chains|supply chain`,
  mergers: 'merger|m a|m&a|ipo|ipos|takeover|takeovers|deals|acquisitions|capital markets',
  technology: `tech|ai|artificial intelligence|magnificent seven|magnificent 7|mag 7|mag seven|mag7|big tech|
    mega caps|megacaps|mega cap|chatgpt|nvidia|giants|tech giants`,
  breadth: 'broadening|concentration|leadership|broad market',
  quality: 'high quality|low quality|balance sheets',
  'index levels': 'index level|level|levels|record|records|record high|record highs|all time high|performance|ratio',
  dollar: 'usd|buck|the buck|weak buck|weak dollar|greenback|currency',
  Sweden: 'swedish|nordic|nordics|stockholm|riksbank|omx|omxs30|omxspi|omxsspi|omxsscpi|scandinavia',
};

/** Names as people type them, beside those in the library. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  'Bank of America': 'bofa|boa|b of a|bofa securities|us bank|u s bank|baml|bank america',
  'Goldman Sachs': 'goldman|gs',
  'Morgan Stanley': 'ms|morgan',
  JPMorgan: 'jpm|jp morgan|j p morgan|j . p . morgan|jpmorgan chase',
  'RBC Capital Markets': 'rbc|royal bank of canada',
  'Wells Fargo Investment Research': 'wells fargo|wells|wfii|wells fargo investment institute',
  'BCA Research': 'bca',
  'Fidelity International': 'fidelity|fidelity guy',
  'Yahoo Finance': 'yahoo',
  AInvest: 'ainvest|a invest|ai agent|ai author|the ai agent|the ai author',
  'investmentnotes.info': 'investmentnotes|investment notes',
  'Federal Reserve': 'federal reserve|fomc',
  'Wall Street Journal': 'wsj',
  'Financial Times': 'ft',
  'Franklin Templeton': 'franklin|templeton',
  'News wire (unnamed)': 'news wire|news wire unnamed|newswire|the wire|wire|author of note 001|author of 001',
  'Analysts (unnamed)': 'unnamed analysts|analysts unnamed',
  'Michael Wilson': 'mike wilson',
  'Michael Casper': 'mike casper',
  'Steven DeSanctis': 'steve desanctis|stephen desanctis|de sanctis',
  'Tom Lee': 'thomas lee',
  'Tom Stevenson': 'thomas stevenson|author of note 002|author of 002',
  'Marko Kolanovic': 'marco kolanovic',
  'Jerome Powell': 'jay powell|fed chair|fed chairman|the chairman',
  'Julian West': 'author of note 003|author of 003',
  'Hamza Shaban': 'author of note 004|author of 004',
  J: `author of note 000|author of 000|the swedish author|
    guy with the swedish section|the guy with the swedish section`,
};

/** What people call a note besides its number and its author. */
export const NOTE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '000': 'swedish note|the blog|blog post|blog note|j note|js note|js piece',
    '001': 'wire note|newswire note|news wire note|beijing note|wire story|wire piece',
    '002': 'fidelity note|fidelity piece',
    '003':
      'ai note|ai article|ai piece|ai one|ai written note|robots piece|robots note|robots article|robot piece|robot article|bot piece|bot article|robot one|machine written note|robot note|ai generated note|ai report',
    '004': 'yahoo note|yahoo piece|takeaway note|morning brief note',
  }),
);
