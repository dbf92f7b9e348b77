import type { ConversationsSelect, Option, StaticSelect } from '../block-kit.ts';
import { unescaped } from '../text/markup.ts';
import { useWorkspace } from '../workspace.ts';
import { conversationsFor } from './conversations.ts';
import { type ControlProps, useField } from './surface.ts';

const CHOOSE = 'Choose';

const Options = ({ options }: { readonly options: readonly Option[] }) =>
  options.map(({ value, text }) => (
    <option key={value} value={value}>
      {unescaped(text.text)}
    </option>
  ));

export const StaticSelectControl = (props: ControlProps<StaticSelect>) => {
  const { element, naming } = props;
  const { value, set } = useField(props);
  const options = element.options ?? [];
  const groups = element.option_groups ?? [];
  const all = [...options, ...groups.flatMap((group) => group.options)];
  return (
    <select
      className="field"
      {...naming}
      value={value.selected_option?.value ?? ''}
      onChange={({ target }) => set({ selected_option: all.find((option) => option.value === target.value) ?? null })}
    >
      {!value.selected_option && (
        <option value="" disabled>
          {unescaped(element.placeholder?.text ?? CHOOSE)}
        </option>
      )}
      <Options options={options} />
      {groups.map((group) => (
        <optgroup key={group.label.text} label={unescaped(group.label.text)}>
          <Options options={group.options} />
        </optgroup>
      ))}
    </select>
  );
};

export const ConversationsSelectControl = (props: ControlProps<ConversationsSelect>) => {
  const { element, naming } = props;
  const workspace = useWorkspace();
  const { value, set } = useField(props);
  return (
    <select
      className="field"
      {...naming}
      value={value.selected_conversation ?? ''}
      onChange={({ target }) => set({ selected_conversation: target.value })}
    >
      {!value.selected_conversation && (
        <option value="" disabled>
          {unescaped(element.placeholder?.text ?? CHOOSE)}
        </option>
      )}
      {conversationsFor(workspace, element.filter).map(({ value: id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
};
