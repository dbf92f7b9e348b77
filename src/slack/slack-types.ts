import type { webApi } from '@slack/bolt';
import type { Message, View } from '../message/index.ts';

/** The one place where our blocks and views become Slack's: its types lag behind its own reference. */

type SlackBlocks = (webApi.KnownBlock | webApi.Block)[];

/** Our blocks as Slack's types have them. */
export const slackBlocks = (blocks: Message['blocks']): SlackBlocks => blocks as unknown as SlackBlocks;

const inJson = new WeakMap<object, string>();

/** Keeps the JSON of a message that is posted again and again; its blocks are never changed. */
export const keepJson = ({ blocks }: Message): void => {
  for (const block of blocks) inJson.set(block, JSON.stringify(block));
};

const jsonOf = (block: Message['blocks'][number]): string => inJson.get(block) ?? JSON.stringify(block);

/**
 * Blocks for the Web API, as the JSON they are sent as: handed over as objects, the client walks and copies all of them
 * once more for a log line that is never written.
 */
export const slackBlocksAsSent = ({ blocks }: Message): SlackBlocks =>
  `[${blocks.map(jsonOf).join(',')}]` as unknown as SlackBlocks;

/** A modal or a Home tab as Slack's types have it. */
export const slackView = (view: View): webApi.ViewsOpenArguments['view'] =>
  view as unknown as webApi.ViewsOpenArguments['view'];
