import { words } from '../patterns.ts';

/** Words that ask for somebody's view of something. */
export const VIEW_WORDS = words`
  # who
  who | whose | whom | anyone | anybody | everyone | everybody | people | strategists? | analysts? | voices? | camp
  # says
  say | says | said | saying | think | thinks | thought | thinking | see | sees | believe | believes | argue | argues
  expect | expects | feel | feels | like | likes | prefer | prefers | favou?rs? | warn | warns | mention | mentions
  mentioned | talk | talks | discuss | discusses
  # what
  views? | opinions? | takes? | stances? | calls? | forecasts? | outlook | position | case | argument | arguments | side
  sides | thesis | story | narrative | comments? | quote | quotes | reasons? | risks? | headwinds? | tailwinds?
  drivers? | catalysts? | worr(y|ies|ied) | concern | concerns | concerned
  # on which side
  bulls? | bears? | bullish | bearish | positive | negative | optimis\w* | pessimis\w* | sceptic\w* | skeptic\w*
  neutral | mixed
  # of something
  on | about | regarding | impact of | role of | effect of
`;
