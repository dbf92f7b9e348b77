import { createContext, use, useId } from 'react';
import type { Input } from '../block-kit.ts';
import { ControlElement } from '../controls/control.tsx';
import { TextObject } from '../text/mrkdwn.tsx';

/** What is wrong with the fields of a form, by block id. */
export const FieldErrors = createContext<Readonly<Record<string, string>>>({});

const GROUP_TYPES: readonly string[] = [
  'checkboxes',
  'radio_buttons',
  'multi_conversations_select',
  'multi_static_select',
];

/** A labelled field of a form, with its hint and what is wrong with it. */
export const InputBlock = ({ block }: { readonly block: Input }) => {
  const id = useId();
  const blockId = block.block_id ?? '';
  const error = use(FieldErrors)[blockId];
  const labelId = `${id}label`;
  const isGroup = GROUP_TYPES.includes(block.element.type);
  const label = (
    <>
      <TextObject text={block.label} />
      {block.optional && <span className="hint"> (optional)</span>}
    </>
  );
  const described = [error === undefined ? [] : `${id}error`, block.hint ? `${id}hint` : []].flat();
  return (
    <div className={error === undefined ? 'input' : 'input input-wrong'} data-block={blockId}>
      {isGroup ? (
        <span className="label" id={labelId}>
          {label}
        </span>
      ) : (
        <label className="label" id={labelId} htmlFor={id}>
          {label}
        </label>
      )}
      <ControlElement
        element={block.element}
        blockId={blockId}
        dispatchesAction={block.dispatch_action ?? false}
        aria={{
          id,
          ...(isGroup && { 'aria-labelledby': labelId }),
          ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
          ...(error !== undefined && { 'aria-invalid': true }),
        }}
      />
      {error !== undefined && (
        <p className="error" id={`${id}error`}>
          {error}
        </p>
      )}
      {block.hint && (
        <p className="hint" id={`${id}hint`}>
          <TextObject text={block.hint} />
        </p>
      )}
    </div>
  );
};
