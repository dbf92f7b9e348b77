import type { Tables } from '../lexicon.ts';

const LITTLE = 'small smaller little tiny teeny wee weer smol lil';
const LARGE = 'large larger big bigger huge giant mega chonky fat massive';
const NOUNS =
  'cap company co corp corporation firm guy one fella fellow lad bloke battler chap boy dude name player fish corp fry brother entity guys mob lot outfit yin lads';
const PLURALS = 'caps companies firms cos names ones';

/** `what cut`, `which fed hike`. */
const ASKED = ['what', 'which']
  .flatMap((ask) =>
    'cut hike move reduction increase rise drop change'
      .split(' ')
      .flatMap((noun) => [`${ask} ${noun}`, `${ask} fed ${noun}`]),
  )
  .join('|');

/** Every adjective with every noun: `the little fella`. */
const named = (adjectives: string, nouns: string): string =>
  adjectives
    .split(' ')
    .flatMap((adjective) => nouns.split(' ').flatMap((noun) => [`${adjective} ${noun}`, `${adjective} cap ${noun}`]))
    .join('|');

/** `small or big`, `big n small`: both of them, put side by side. */
const PAIRED = ['small', 'small cap', 'smallcap', 'little', 'wee', 'small one', 'smalls']
  .flatMap((small) =>
    ['big', 'large', 'large cap', 'largecap', 'big one', 'large one', 'larges'].flatMap((large) =>
      ['or', 'n', 'and', '&', '/', 'and the', 'or the'].flatMap((join) => [
        `${small} ${join} ${large}`,
        `${large} ${join} ${small}`,
      ]),
    ),
  )
  .join('|');

/** `NI zero`, `earns nothing`: no profit and no loss. */
const NO_INCOME = [
  ...'net income|ni|income|earnings|profit|profits|net profit|bottom line'
    .split('|')
    .flatMap((income) => [
      `zero ${income}`,
      `nil ${income}`,
      ...'zero|nil|nought|nothing|of zero|of nil|is zero|is nil|is nothing|was zero|at zero|to zero|would be zero'
        .split('|')
        .map((zero) => `${income} ${zero}`),
    ]),
  'earns nothing|earns nowt|earns zero|earns no money|makes no money|makes no profit|makes zero profit',
].join('|');

/** The two example companies, their assumptions, and what is asked of the model. */
export const COMPANY_TABLES: Tables = {
  company: {
    small: `smallcap|small cap|smallco|littleco|littlecap|little cap|smallcap industries|small cap industries|minnow|tiddler|the shrimp|smalcap|sc|small|smaller|${named(LITTLE, NOUNS)}`,
    large: `biggie|the biggie|largecap|large cap|largeco|bigco|bigcap|giant|the giant|behemoth|the whale|the beast|largecap corporation|large cap corporation|largcap|lc|blue chip|large|larger|${named(LARGE, NOUNS)}`,
    smalls: `smallcaps|smalls|smid|${named('small smaller little', PLURALS)}`,
    larges: `largecaps|megacaps|blue chips|${named('large larger big bigger mega', PLURALS)}`,
    both: `${PAIRED}|baith|baith the gither|baith of them|baith o them|small v big|big v small|big vs little|little vs big|big v little|small vs big|big vs small|both|both companies|both cos|both firms|both names|both of them|the two companies|two companies|the two cos|two cos|the two|each company|either company|small and large|large and small|small and big|big and small|the big and the small|the small and the big|small & big|small & large|small n big|little and big|big and little|the big and the small one|small n large|smallcap and largecap|both small and large|the pair|the pair of them|pair of them|two of them|both caps|all two|the two names|our two|our two names|our two companies|the pair of em|pair of em|both of em|two of em|the cos|either of them`,
  },
  parameter: {
    floatingShare: `f =|f still|f at|f of|floating|floating share|floating debt|floating rate|floating rate share|floating rate debt|float|floats|floated|floater|floaters|floating portion|floating part|
      floaty|floatier|original share|usual share|floating proportion|floating bit|floating chunk|floating mix|float share|variable|variable rate|variable rate debt|variable share|adjustable rate|unfixed|floting`,
    fixedShare: 'fixed|fixed share|fixed rate|fixed rate debt|fixed debt|fixed portion|fixed part|locked in',
    debtToEbitda: `debt|leverage|levered|leveraged|gearing|geared|debt to ebitda|debt / ebitda|d / ebitda|debt ebitda|debt over ebitda|debt ratio|net debt|debt load|turns of debt|turns of leverage|turns|turns levered|lev|indebted|leverage ratio`,
    rate: `coupon|coupons|cost of debt|borrowing cost|borrowing costs|borrowing rate|borrows at|borrow at|borrowing at|borrowed at|pays|pay|paying|pay interest of|funding cost|cost of funding|
      interest cost of|average rate|loan rate|its rate|their rate|starting rate|rate of|a rate of|interest rate of|interest rate is|interest rate was|all in rate|rate on its debt|rate on the debt|debt cost|on the debt|on its debt|on their debt`,
    plainRate: 'rate|interest|interest rate',
    loanFloor:
      'loan floor|loan floors|loanfloor|loans floored|loans floored at|floor on the loan|floor on the loans|floor on its loans|floor on loans|sofr floor|libor floor|rate floor|floor in the loans|floor|floors',
    ebitda: 'ebitda|ebita|ebit da|ebidta|ebidta',
    netIncome:
      'net income|netincome|net_income|ni|income|earnings|profit|profits|net profit|bottom line|net incme|net inc|makes|earns|earning',
    loss: 'loss of|a loss of|net loss of|a net loss of|loses|losing|loss|net loss',
    tax: 'tax|taxes|taxed|tax rate|corporate tax|corporation tax|post tax|after tax|aftertax|posttax|tax hit|tax charge|net of tax|uncle sam|irs',
    hedged: 'hedge|hedges|hedged|hedging|swapped|swaps|swap|swapped into fixed|unhedged|capped',
    cash: 'cash|deposits|cash pile',
  },
  /** All of the debt, or none of it. */
  share: {
    '100': `fully floating|all floating|all of it floating|100 floating|everything floats|everything floating|all floats|it all floats|entirely floating|completely floating|all of its debt floating|all its debt floating|all of its debt is floating|
      all of its debt floats|all its debt is floating|all its debt floats|all debt floating|all the debt floats|all the debt is floating|wholly floating|all variable|fully variable`,
    '0': `no floaters|no debt floating|no debt floats|none of its debt floating|nothing floating|no float|no floating|no floating debt|zero floating|all fixed|fully fixed|all of its debt is fixed|all its debt is fixed|all of its debt fixed|everything fixed|everything is fixed|entirely fixed|completely fixed|no floating rate debt|none of it floats|none floats|nothing floats|no variable debt|its all fixed|fixed all of it`,
  },
  noIncome: { '0': NO_INCOME },
  income: {
    income:
      'net income|ni|income|earnings|profit|profits|eps|lift|bottom line|earn|earns|earning|net profit|net incme|pop|uplift|boost',
    saving:
      'save|saves|saved|saving|savings|interest bill|interest saving|interest savings|interest expense|interest|int bill|int cost|int expense|cheaper|interest cost|interest costs',
  },
  wants: {
    size: `how big|how large|how much|how many|how far|how deep|how high|how low|how small|what size|${ASKED}|what size of|size of cut|
      cut needed|hike needed|move needed|needed|required|need|needs|require|requires|reverse engineer|reverse engineer it|backsolve|back solve|what would it take|what does it take|what will it take|whats it take|it take|would it take|takes|take to get|work backwards|work backward|backwards|solve|solve for|
      to get|to reach|to hit|to achieve|until|get me|cut for|cut to get|cut that|cut which|hike that|move that|bps for|bps to|bps until|bp for|break even|breakeven|target|aim for|i want|what kind of cut|what rate cut|easing to|easing for|turn it around|reverse it|cut to lift|cut to save|what easing|what level of cut|what cuts`,
  },
  /** Wanted changes of net income in words, percent. */
  worded: {
    '100': 'double|doubles|doubling|twice as much',
    '200': 'triple|triples|tripling',
    '-50': 'halve|halves|halving|by half',
    '-100':
      'gone|all gone|wiped out|wiped|wipes out|wipe out|erased|nothing left|vanishes|disappears|evaporates|eaten up',
    '20': 'a fifth|one fifth',
    '10': 'a tenth|one tenth',
    '25': 'a quarter more|by a quarter|one quarter more',
    '33.333333': 'a third|one third',
    '50': 'half again|half as much again',
  },
};
