import { lexiconOf } from '../../language/index.ts';

/** Words of what is declined whatever else is asked in the same breath. */
export const DECLINED = lexiconOf({
  /** Asks what one should do. */
  should: {
    i: 'should i|should we|should one|should my|should our|shall i|shall we|ought i|ought we|can i|may i|could i|can we|do i|do we|should a client|should a retiree|should clients|should people|should investors|should someone|if i|help me|tell me when to|tell me to|tell me what to|i want to|thinking of|for me to|how do i|how would i|when do i|when should i',
    you: 'would you|do you|will you|could you|can you|you would|what would you|what should i|what do you',
  },
  trade: {
    strong:
      'trim|top up|add to|offload|unload|reduce|cut my|scale into|scale out|buy|sell|invest|own|rotate|purchase|go long|go short|get in|get out|overweight|underweight|allocate|put money|put my money|load up|load up on|liquidate|trade|bet on|take profits|average down|dollar cost average|pile in|buying|selling|investing',
    loose: 'hold|short|switch|long|dump|exit|recommend|suggest|advise|hedge|position|personally|pick|prefer|move my',
    none: 'short term|short run|short while|short version|long term|long run|long haul|long dated|short dated|how long|so long|as long as|no longer|in short|short answer|recommended by',
  },
  /** Asks advice by itself. */
  advice: {
    advice: `time to go overweight|time to go underweight|go overweight|go underweight|time to go long|time to go short|time to add|time to trim|time to be in|time to own|time to load|good moment to|right moment to|good time to|right time to|bad time to|best time to|time to buy|time to sell|time to rotate|time to get in|time to get out|time to switch|safe to buy|safe to invest|worth buying|worth owning|worth a punt|worth investing|too late to|too late for|too early to buy|
      buy or sell|buy sell|sell or hold|buy or hold|hold or sell|buy or wait|buy now|sell now|buy the dip|buy it|sell it|buy them|sell them|screaming buy|good investment|good buy|is it a buy|are they a buy|a strong buy|good entry|entry point|entry level for|stop loss|position size|position sizing|trade idea|trade ideas|trading idea|trading ideas|
      investment idea|investment ideas|hot tip|stock pick|stock picks|stock tip|stock tips|best trade|best idea|best ideas|make me rich|make me money|get rich|yolo|investment advice|financial advice|trading advice|my portfolio|our portfolio|my iwm|my small caps|my russell|my pension|my savings|my 401k|my ira|my isa|my brokerage account|how should i position|how to position|overweight or underweight|underweight or overweight|long or short|
      advise me|advise us|recommend me|recommend us|recommend something|your recommendation|a recommendation|any recommendation|any recommendations|your advice|any advice|give me advice|any tips|a tip|got a tip|what would you do|in my place|in my shoes|should i do|do i get in|make the call for me|what to trade|what to buy|what to sell|where to invest|how to invest|how to trade|how much should i|how much of my|target allocation|what allocation|which allocation|price to buy|take profits|buy calls|buy puts`,
  },
  market: {
    market:
      'iwm|rut|russell|russell 2000|r2k|small caps|smallcaps|small cap|smalls|spy|spx|s&p|s&p 500|calls|puts|shares|stocks|large caps|the market|qqq|tech|growth stocks|value stocks|bonds|gold|etf|etfs|index',
  },
  pick: {
    strong: 'top|best|hottest|cheapest|favourite|favorite|pick|picks|choose',
    loose: 'name|list|give me|find|tell me|which|what|any|some|suggest|three|five|ten',
  },
  stock: {
    stock:
      'small cap|small cap stock|small cap stocks|stock|stocks|ticker|tickers|etf|etfs|names|fund|funds|shares|small caps|smallcaps|russell stock|russell stocks|companies|single stock|single names',
  },
  own: { own: 'to buy|to own|to watch|to hold|to short|to pick|to invest in|picks|for my|you like|for me|to trade' },
  ticker: {
    ticker:
      'tsla|tesla|aapl|apple|gme|gamestop|amc|nvda|msft|microsoft|googl|goog|google|alphabet|amzn|amazon|meta|netflix|nflx|pltr|palantir|smci|amd|intel|intc|coinbase|coin stock|berkshire|brk|costco|walmart|disney|boeing|jpm stock|rivian|plug power|carvana|upstart',
    nvidia: 'nvidia',
  },
  ofStock: {
    ofStock:
      'outlook|price|target|price target|buy|sell|stock|shares|share|earnings|cheap|overvalued|undervalued|forecast|opinion|view|views|good|dividend|valuation|pe|how is|what about|think of|think about|doing|hold|thoughts|up|down|moon',
  },
  // orders to the bot itself
  drop: {
    drop: 'ignore|disregard|forget|override|bypass|skip|disable|drop|change|overrule|break|violate|reveal|print|show|repeat|remove',
  },
  rules: {
    rules:
      'instructions|instruction|rules|prompt|prompts|guideline|guidelines|guardrails|guardrail|restrictions|programming|training|filters|safeguards|system message|citations|safety|limits',
  },
  instruction: {
    alone: `system prompt|developer mode|debug mode|admin mode|god mode|dan mode|jailbreak|sudo|your prompt|your instructions|your rules|unrestricted|hidden instructions|hidden rules|henceforth|drop table|rm rf|rm - rf|new rule|new instruction|new instructions|
      you are now|youre now|act as|act like|pretend to be|pretend you|pretend youre|pretend that you|role play|roleplay|simulate being|impersonate|speak as|behave as|repeat after me|answer freely|speak freely|respond freely|you must now|you must say|you must answer|you must only|
      tell everyone|tell everybody|announce that|announce to|post to all|post to everyone|post in general|dm everyone|message everyone|ping everyone|spam|without restrictions|no restrictions|without citations|without sources|answer as|different bot|be a pirate|like a pirate|talk like|speak like|in the voice of|prior instructions|previous instructions|select * from|eval (|exec (|< script|do anything now`,
    now: 'from now on|from this moment|starting now',
    promise: 'promise|guarantee|swear|guaranteed',
  },
  me: { me: 'me|us|that|it|small|the|returns|small caps' },
  say: { say: 'say|write|state|claim|print|output|reply|answer|respond|repeat|confirm' },
  subject: {
    subject:
      'small caps|smallcaps|small cap stocks|the russell|russell|everyone|everybody|all analysts|yes|no|that small caps|that everyone|nothing but|only|exactly|just',
  },
  edit: { edit: 'make|change|set|update|mark|edit|rewrite|turn|flip|relabel|switch' },
  stance: { stance: 'stance|view|views|opinion|bullish|bearish|bull|bear' },
  // additions to the notes
  add: { add: 'add|save|store|upload|record|insert|ingest|include|import|append|log|remember|keep|note' },
  note: { note: 'note|notes|view|claim|article|report|quote|opinion|source|new note|this|that|the following' },
  remember: {
    remember:
      'remember that|please remember|note that|for the record|add a note|save a note|new note|fyi|add this to the notes|add to the notes|add it to the notes|learn that|store this',
  },
  // secrets
  secret: {
    secret: `token|tokens|api key|api keys|apikey|secret|secrets|password|passwords|credential|credentials|signing secret|private key|xoxb|xapp|env|. env|env file|env vars|env variables|environment variables|environment variable|config file|configuration|your config|source code|your code|your database|the database|store file|your logs|the logs|log files|hidden instructions|
      other users|every user|all users|users who|who else asked|who else uses|who else is asking|chat history|message history|private messages|other people asking|other people ask|other people asked|somebody else|someone else asked|dms|what others ask|others asking`,
    none: 'secret sauce|animal secret',
  },
  ask: {
    ask: 'show|print|give|what|which|reveal|tell|dump|list|send|share|read|leak|expose|your|cat|echo|paste|see|access|display|who|post',
  },
  /** Things that are handed over: only words are read. */
  hand: {
    hand: 'upload|uploading|attach|attaching|send you|share with you|paste|import|drop in|feed you|open|read|load',
    file: 'file|files|pdf|pdfs|excel|excel sheet|xls|xlsx|csv|spreadsheet|spreadsheets|attachment|attachments|document|documents|screenshot|screenshots|picture|pictures|image|images|photo|powerpoint|ppt|word doc|balance sheet|our own numbers|link|url|website',
    ask: 'can i|can we|could i|could we|may i|can you|could you|do you|are you able to|i want to|i would like to|id like to|how do i|how can i|is it possible to|let me|can one|where do i|able to',
  },
  /** Work of another kind, play, daily life, the world. */
  off: {
    creative:
      'joke|jokes|meme|make me laugh|poem|poems|haiku|limerick|sonnet|song|songs|lyrics|sing|rap|story about|bedtime story|rhyme|rhymes',
    time: 'time is it|what time|what day is it',
    off: `macro code|powerpoint|laptop|wifi|printer|my resume|a resume|cover letter|proofread|debug my|debug this|typescript|python|javascript|java|sql|sql query|regex|html|css|write code|write some code|write a function|some code|fix my code|translate|homework|essay|math problem|2 + 2|
      something funny|movie|movies|film|football|soccer|basketball|cricket|chess|nba|nfl|super bowl|world cup|who won|win the match|the game|
      weather|rain today|temperature outside|recipe|recipes|cook|cake|lunch|dinner|breakfast|pizza|coffee|restaurant|vacation|holiday ideas|birthday|love you|marry me|girlfriend|boyfriend|horoscope|zodiac|meaning of life|vaccine|spacex|mars mission|
      the election|win the election|president of|prime minister|capital of|population of|doctor|headache|flight|flights|hotel|book a meeting room|meeting room|draft an email|email to|linkedin post|your weekend|my weekend|dog|cat pictures|kids name|gift for`,
    market:
      'ethereum|crypto|dogecoin|solana|nft|nfts|gold price|price of gold|gold|silver|oil price|price of oil|oil|brent|crude oil|crude price|wti|copper|real estate|house prices|housing market|mortgage|mortgages|eurusd|eur usd|usdjpy|usd jpy|forex|commodities|lumber',
  },
});
