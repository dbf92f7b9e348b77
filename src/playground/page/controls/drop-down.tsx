import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Option, Overflow } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { TextObject } from '../text/mrkdwn.tsx';
import { ConfirmDialog } from './button.tsx';
import { type ControlProps, useSurface } from './surface.ts';

interface Props {
  readonly label: ReactNode;
  readonly name?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  readonly onClose?: () => void;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button that opens a panel below it; Escape and a click elsewhere close the panel. */
export const DropDown = ({ label, name, labelledBy, className = '', onClose, children }: Props) => {
  const details = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (details.current?.open) details.current.open = false;
  };
  useEffect(() => {
    const closeFromOutside = ({ target }: Event): void => {
      if (target instanceof Node && !details.current?.contains(target) && details.current?.open) {
        details.current.open = false;
      }
    };
    document.addEventListener('pointerdown', closeFromOutside);
    document.addEventListener('focusin', closeFromOutside);
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside);
      document.removeEventListener('focusin', closeFromOutside);
    };
  }, []);
  return (
    <details
      ref={details}
      className={`drop-down ${className}`}
      onToggle={({ currentTarget }) => {
        if (!currentTarget.open) onClose?.();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        event.preventDefault();
        close();
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary aria-label={name} aria-labelledby={labelledBy}>
        {label}
      </summary>
      {/* what takes no focus itself when it is pressed leaves the focus here, and the panel open */}
      <div className="drop-down-panel" tabIndex={-1}>
        {typeof children === 'function' ? children(close) : children}
      </div>
    </details>
  );
};

/** An overflow menu, with its `confirm` dialog. */
export const OverflowControl = ({ element, blockId }: ControlProps<Overflow>) => {
  const surface = useSurface();
  const [asking, setAsking] = useState<Option>();
  const { action_id, options, confirm } = element;
  const choose = (selected_option: Option): void =>
    void surface.dispatch(blockId, action_id, { set: { [action_id]: { type: 'overflow', selected_option } } });
  return (
    <>
      <DropDown label={<Icon name="more" />} name="More actions" className="overflow">
        {(close) =>
          options.map((option) => (
            <button
              key={option.value}
              type="button"
              className="menu-item"
              onClick={() => {
                close();
                if (confirm === undefined) choose(option);
                else setAsking(option);
              }}
            >
              <TextObject text={option.text} />
            </button>
          ))
        }
      </DropDown>
      {asking && confirm && (
        <ConfirmDialog
          confirm={confirm}
          answered={(isConfirmed) => {
            setAsking(undefined);
            if (isConfirmed) choose(asking);
          }}
        />
      )}
    </>
  );
};
