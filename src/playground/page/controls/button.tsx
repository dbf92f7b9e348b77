import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Button, Confirm, FeedbackButtons } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { decodeEntities, safeHref } from '../text/markup.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { type ControlProps, useSurface } from './surface.ts';

/** Shows a `dialog` element as a modal while it is mounted; then the focus returns to where it was. */
export const useModalDialog = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return dialog;
};

interface Props {
  readonly confirm: Confirm;
  readonly answered: (isConfirmed: boolean) => void;
}

/** The `confirm` dialog of a control. */
export const ConfirmDialog = ({ confirm, answered }: Props) => {
  const dialog = useModalDialog();
  const titleId = useId();
  return (
    <dialog
      ref={dialog}
      className="dialog dialog-small"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        answered(false);
      }}
    >
      <h2 id={titleId} className="dialog-title">
        <TextObject text={confirm.title} />
      </h2>
      <div className="dialog-body">
        <TextObject text={confirm.text} />
      </div>
      <div className="dialog-foot">
        <button type="button" className="button button-large" onClick={() => answered(false)}>
          <TextObject text={confirm.deny} />
        </button>
        <button
          type="button"
          className={`button button-large button-${confirm.style ?? 'primary'}`}
          onClick={() => answered(true)}
        >
          <TextObject text={confirm.confirm} />
        </button>
      </div>
    </dialog>
  );
};

/** A button, with its `confirm` dialog and link. */
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
    await surface.dispatch(blockId, action_id, value === undefined ? {} : { value });
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

/** Thumbs up and down; the last one pressed stays pressed. */
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
      aria-label={accessibility_label ?? decodeEntities(text.text)}
      aria-pressed={pressed === value}
      onClick={() => {
        setPressed(value);
        void surface.dispatch(blockId, element.action_id, { value });
      }}
    >
      <Icon name={icon} />
    </button>
  ));
};
