import { useId, useState } from 'react';
import type {
  ConversationFilter,
  ConversationsSelect,
  MultiConversationsSelect,
  MultiStaticSelect,
  Option,
  StaticSelect,
} from '../block-kit.ts';
import { Icon } from '../icons.tsx';
import { decodeEntities } from '../text/markup.ts';
import { directMessageOf, useWorkspace, type WorkspaceView } from '../workspace.ts';
import { DropDown } from './drop-down.tsx';
import { type AriaAttributes, type ControlProps, useField } from './surface.ts';

/** The conversations that a select offers: channels, and the direct message with the bot if the filter allows it. */
const conversationsFor = (
  { state, me }: WorkspaceView,
  { include = ['public', 'private', 'im'], exclude_bot_users = false }: ConversationFilter = {},
): readonly { readonly value: string; readonly label: string }[] => {
  const direct = include.includes('im') && !exclude_bot_users ? directMessageOf(state, me.id) : undefined;
  const channels = include.includes('public') || include.includes('private') ? state.channels : [];
  return [
    ...channels.filter(({ kind }) => kind === 'channel').map(({ id, name }) => ({ value: id, label: `#${name}` })),
    ...(direct ? [{ value: direct.id, label: direct.name }] : []),
  ];
};

interface Props {
  readonly aria: AriaAttributes;
  readonly placeholder: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly choose: (values: readonly string[]) => void;
}

/** A list with check boxes. As in Slack, the choice takes effect when the list is closed. */
const MultiSelect = ({ aria, placeholder, options, chosen, choose }: Props) => {
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
      labelledBy={[aria['aria-labelledby'], id].filter(Boolean).join(' ')}
      onClose={() => {
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

/** `multi_conversations_select`. */
export const MultiConversationsSelectControl = (props: ControlProps<MultiConversationsSelect>) => {
  const { element, aria } = props;
  const workspace = useWorkspace();
  const { value, set } = useField(props);
  return (
    <MultiSelect
      aria={aria}
      placeholder={decodeEntities(element.placeholder?.text ?? 'Choose channels')}
      options={conversationsFor(workspace, element.filter)}
      chosen={value.selected_conversations ?? []}
      choose={(ids) => set({ selected_conversations: ids })}
    />
  );
};

/** `multi_static_select`. */
export const MultiStaticSelectControl = (props: ControlProps<MultiStaticSelect>) => {
  const { element, aria } = props;
  const { value, set } = useField(props);
  return (
    <MultiSelect
      aria={aria}
      placeholder={decodeEntities(element.placeholder?.text ?? 'Choose')}
      options={element.options.map((option) => ({ value: option.value, label: decodeEntities(option.text.text) }))}
      chosen={(value.selected_options ?? []).map((option) => option.value)}
      choose={(values) => set({ selected_options: element.options.filter((option) => values.includes(option.value)) })}
    />
  );
};

const DEFAULT_PLACEHOLDER = 'Choose';

const Options = ({ options }: { readonly options: readonly Option[] }) =>
  options.map(({ value, text }) => (
    <option key={value} value={value}>
      {decodeEntities(text.text)}
    </option>
  ));

/** `static_select`, with option groups. */
export const StaticSelectControl = (props: ControlProps<StaticSelect>) => {
  const { element, aria } = props;
  const { value, set } = useField(props);
  const options = element.options ?? [];
  const groups = element.option_groups ?? [];
  const all = [...options, ...groups.flatMap((group) => group.options)];
  return (
    <select
      className="field"
      {...aria}
      value={value.selected_option?.value ?? ''}
      onChange={({ target }) => set({ selected_option: all.find((option) => option.value === target.value) ?? null })}
    >
      {!value.selected_option && (
        <option value="" disabled>
          {decodeEntities(element.placeholder?.text ?? DEFAULT_PLACEHOLDER)}
        </option>
      )}
      <Options options={options} />
      {groups.map((group) => (
        <optgroup key={group.label.text} label={decodeEntities(group.label.text)}>
          <Options options={group.options} />
        </optgroup>
      ))}
    </select>
  );
};

/** `conversations_select`. */
export const ConversationsSelectControl = (props: ControlProps<ConversationsSelect>) => {
  const { element, aria } = props;
  const workspace = useWorkspace();
  const { value, set } = useField(props);
  return (
    <select
      className="field"
      {...aria}
      value={value.selected_conversation ?? ''}
      onChange={({ target }) => set({ selected_conversation: target.value })}
    >
      {!value.selected_conversation && (
        <option value="" disabled>
          {decodeEntities(element.placeholder?.text ?? DEFAULT_PLACEHOLDER)}
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
