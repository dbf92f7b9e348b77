import { plainText } from './block-builders.ts';
import type { InputBlock, ModalView, Option, ViewBlock } from './view-blocks.ts';

/** What forms are made of, and how what is filled in is taken out of them. */

/** What stands beside a field. */
export interface FieldText {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean | undefined;
}

/** A field; its value comes back under the block's id. */
export const field = (
  id: string,
  { label, hint, isOptional }: FieldText,
  element: InputBlock['element'],
): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plainText(label),
  element,
  ...(hint !== undefined && { hint: plainText(hint) }),
  ...(isOptional && { optional: true }),
});

/** A line of text. @param initial what stands in it */
export const textInput = (actionId: string, initial?: string): InputBlock['element'] => ({
  type: 'plain_text_input',
  action_id: actionId,
  ...(initial !== undefined && { initial_value: initial }),
});

/** A day. @param initial an ISO date */
export const dateInput = (actionId: string, initial?: string): InputBlock['element'] => ({
  type: 'datepicker',
  action_id: actionId,
  ...(initial !== undefined && { initial_date: initial }),
});

export const option = (value: string, words: string): Option => ({ text: plainText(words), value });

/** One of several. @param value of the one that is chosen; the first unless it is there */
export const choiceInput = (
  type: 'static_select' | 'radio_buttons',
  actionId: string,
  options: readonly Option[],
  value?: string,
): InputBlock['element'] => ({
  type,
  action_id: actionId,
  options,
  initial_option: options.find((one) => one.value === value) ?? (options[0] as Option),
});

/** A form. @param privateMetadata comes back with what is filled in */
export const modal = (
  callbackId: string,
  { title, submit, close = 'Cancel' }: { readonly title: string; readonly submit: string; readonly close?: string },
  privateMetadata: string,
  blocks: readonly ViewBlock[],
): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  title: plainText(title),
  submit: plainText(submit),
  close: plainText(close),
  private_metadata: privateMetadata,
  blocks,
});

/** What was filled into a form, by block id. */
export type FilledIn = Readonly<Record<string, unknown>>;

/** A line of text as it was typed, without the space around it; empty where nothing was. */
export const typedIn = (filledIn: FilledIn, id: string): string => {
  const typed = filledIn[id];
  return typeof typed === 'string' ? typed.replace(/\s+/g, ' ').trim() : '';
};

/** Slack takes 3,000 characters in a field: together about 4,500 words, or 500 lines of a table. */
const PARTS = 10;

/** Fields for a text that is longer than one holds: the first is needed, the others go on from it. */
export const pasteFields = (
  prefix: string,
  actionId: string,
  first: FieldText,
  others: string,
): readonly InputBlock[] =>
  Array.from({ length: PARTS }, (_, at) =>
    field(`${prefix}${at + 1}`, at === 0 ? first : { label: `${others}, part ${at + 1}`, isOptional: true }, {
      type: 'plain_text_input',
      action_id: actionId,
      multiline: true,
    }),
  );

/** What was pasted into such fields, in order; those that were left empty are left out. */
export const pastedParts = (filledIn: FilledIn, prefix: string): readonly string[] =>
  Array.from({ length: PARTS }, (_, at) => filledIn[`${prefix}${at + 1}`]).flatMap((one) =>
    typeof one === 'string' ? [one] : [],
  );
