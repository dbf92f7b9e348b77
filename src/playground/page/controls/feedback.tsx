import { useState } from 'react';
import type { FeedbackButtons } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { unescaped } from '../text/markup.ts';
import { type ControlProps, useSurface } from './surface.ts';

/** Thumbs up and down; the one pressed last stays pressed. */
export const FeedbackControl = ({ element, blockId }: ControlProps<FeedbackButtons>) => {
  const surface = useSurface();
  const [pressed, setPressed] = useState<string>();
  const thumbs = [
    ['thumbUp', element.positive_button],
    ['thumbDown', element.negative_button],
  ] as const;
  return thumbs.map(([icon, { text, value, accessibility_label }]) => (
    <button
      key={icon}
      type="button"
      className="button button-icon"
      aria-label={accessibility_label ?? unescaped(text.text)}
      aria-pressed={pressed === value}
      onClick={() => {
        setPressed(value);
        void surface.use(blockId, element.action_id, { value });
      }}
    >
      <Icon name={icon} />
    </button>
  ));
};
