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
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
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
  contextActions: 5,
  /** Of a modal or a Home tab. */
  viewBlocks: 100,
  viewTitle: 24,
  viewButton: 24,
  callbackId: 255,
  privateMetadata: 3_000,
  blockId: 255,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputValue: 3_000,
  placeholder: 150,
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** Of radio buttons and checkboxes. */
  choices: 10,
} as const;
