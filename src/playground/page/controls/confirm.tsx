import { useId } from 'react';
import type { Confirm } from '../block-kit.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { useShownDialog } from './use-shown-dialog.ts';

interface Props {
  readonly confirm: Confirm;
  readonly answered: (isConfirmed: boolean) => void;
}

/** Asks once more before a control is used. */
export const ConfirmDialog = ({ confirm, answered }: Props) => {
  const dialog = useShownDialog();
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
