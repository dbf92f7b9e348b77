import { useState } from 'react';
import type { Button } from '../block-kit.ts';
import { safeHref } from '../text/markup.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { type ControlProps, useSurface } from './surface.ts';

export const ButtonControl = ({ element, blockId }: ControlProps<Button>) => {
  const surface = useSurface();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { action_id, value, confirm, style, accessibility_label, url } = element;
  const press = async (): Promise<void> => {
    if (isBusy) return;
    const href = url === undefined ? undefined : safeHref(url);
    if (href !== undefined) window.open(href, '_blank', 'noreferrer');
    setBusy(true);
    await surface.use(blockId, action_id, value === undefined ? {} : { value });
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        className={`button${style === undefined ? '' : ` button-${style}`}`}
        aria-label={accessibility_label}
        aria-busy={isBusy}
        onClick={() => (confirm === undefined ? void press() : setAsking(true))}
      >
        <TextObject text={element.text} />
      </button>
      {isAsking && confirm && (
        <ConfirmDialog
          confirm={confirm}
          answered={(isConfirmed) => {
            setAsking(false);
            if (isConfirmed) void press();
          }}
        />
      )}
    </>
  );
};
