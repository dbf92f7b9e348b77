import { useId, useState } from 'react';
import type { MultiConversationsSelect, MultiStaticSelect } from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { unescaped } from '../text/markup.ts';
import { useWorkspace } from '../workspace.ts';
import { conversationsFor } from './conversations.ts';
import { DropDown } from './drop-down.tsx';
import { type ControlProps, type Naming, useField } from './surface.ts';

interface Props {
  readonly naming: Naming;
  readonly placeholder: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly choose: (values: readonly string[]) => void;
}

/** Several of a list. As at Slack, the choice counts once the list is closed. */
const SeveralOf = ({ naming, placeholder, options, chosen, choose }: Props) => {
  const [ticked, setTicked] = useState<readonly string[]>();
  const id = useId();
  const now = ticked ?? chosen;
  const labels = options.filter(({ value }) => now.includes(value)).map(({ label }) => label);
  return (
    <DropDown
      className="several"
      label={
        <>
          <span id={id} className={labels.length === 0 ? 'placeholder' : undefined}>
            {labels.join(', ') || placeholder}
          </span>
          <Icon name="chevron" />
        </>
      }
      labelledBy={[naming['aria-labelledby'], id].filter(Boolean).join(' ')}
      closed={() => {
        if (ticked) choose(ticked);
        setTicked(undefined);
      }}
    >
      {options.map(({ value, label }) => (
        <label key={value} className="tick">
          <input
            type="checkbox"
            checked={now.includes(value)}
            onChange={({ target }) => setTicked(target.checked ? [...now, value] : now.filter((one) => one !== value))}
          />
          {label}
        </label>
      ))}
    </DropDown>
  );
};

export const MultiConversationsSelectControl = (props: ControlProps<MultiConversationsSelect>) => {
  const { element, naming } = props;
  const workspace = useWorkspace();
  const { value, set } = useField(props);
  return (
    <SeveralOf
      naming={naming}
      placeholder={unescaped(element.placeholder?.text ?? 'Choose channels')}
      options={conversationsFor(workspace, element.filter)}
      chosen={value.selected_conversations ?? []}
      choose={(ids) => set({ selected_conversations: ids })}
    />
  );
};

export const MultiStaticSelectControl = (props: ControlProps<MultiStaticSelect>) => {
  const { element, naming } = props;
  const { value, set } = useField(props);
  return (
    <SeveralOf
      naming={naming}
      placeholder={unescaped(element.placeholder?.text ?? 'Choose')}
      options={element.options.map((option) => ({ value: option.value, label: unescaped(option.text.text) }))}
      chosen={(value.selected_options ?? []).map((option) => option.value)}
      choose={(values) => set({ selected_options: element.options.filter((option) => values.includes(option.value)) })}
    />
  );
};
