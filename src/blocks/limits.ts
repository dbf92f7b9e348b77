/**
 * What Slack refuses, counted in characters unless named otherwise.
 * @see https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/reference/methods/chat.postMessage
 */
export const LIMITS = {
  blocks: 50,
  /** Slack cuts at 40,000; screen readers and `chat.update` are well served below 4,000. */
  topLevelText: 4_000,
  header: 150,
  sectionText: 3_000,
  contextElements: 10,
  contextText: 3_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  actionId: 255,
  /** Our own: a longer list is no longer read. */
  listItems: 50,
  tablesPerMessage: 1,
  tableRows: 101,
  tableColumns: 20,
  tableCharacters: 20_000,
  chartsPerMessage: 2,
  chartTitle: 50,
  /** Slack's pages differ between 6 and 12. */
  chartSeries: 6,
  chartSeriesName: 20,
  chartPoints: 20,
  chartLabel: 20,
  containerTitle: 150,
  containerChildren: 10,
} as const;
