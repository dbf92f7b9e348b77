import { useId } from 'react';
import type { Section, Text } from '../block-kit.ts';
import { ControlElement } from '../controls/control.tsx';
import { TextObject } from '../text/mrkdwn.tsx';
import { Unknown } from './unknown.tsx';

/** Small print. */
export const ContextBlock = ({ elements }: { readonly elements: readonly Text[] }) => (
  <div className="context">
    {elements.map((element) =>
      'text' in element ? (
        <div key={element.text}>
          <TextObject text={element} />
        </div>
      ) : (
        <Unknown key="other" type={(element as { readonly type: string }).type} />
      ),
    )}
  </div>
);

/** Words, with a control at their right where there is one. */
export const SectionBlock = ({ block, blockId }: { readonly block: Section; readonly blockId: string }) => {
  const id = useId();
  const { text, fields, accessory } = block;
  return (
    <div className="section">
      <div className="section-words">
        {text && (
          <div id={id}>
            <TextObject text={text} />
          </div>
        )}
        {fields && (
          <div className="section-fields">
            {fields.map((field) => (
              <div key={field.text}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="section-control">
          <ControlElement
            element={accessory}
            blockId={blockId}
            isHeard
            naming={accessory.type === 'button' ? {} : { 'aria-labelledby': id }}
          />
        </div>
      )}
    </div>
  );
};
