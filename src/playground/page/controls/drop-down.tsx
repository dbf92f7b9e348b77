import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly label: ReactNode;
  readonly name?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  readonly closed?: () => void;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button under which something opens; Escape and a click elsewhere close it. */
export const DropDown = ({ label, name, labelledBy, className = '', closed, children }: Props) => {
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
        if (!currentTarget.open) closed?.();
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
