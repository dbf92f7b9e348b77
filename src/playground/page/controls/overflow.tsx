import { useState } from 'react';
import type { Option, Overflow } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { TextObject } from '../text/mrkdwn.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { DropDown } from './drop-down.tsx';
import { type ControlProps, useSurface } from './surface.ts';

export const OverflowControl = ({ element, blockId }: ControlProps<Overflow>) => {
  const surface = useSurface();
  const [asking, setAsking] = useState<Option>();
  const { action_id, options, confirm } = element;
  const choose = (selected_option: Option): void =>
    void surface.use(blockId, action_id, { set: { [action_id]: { type: 'overflow', selected_option } } });
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
