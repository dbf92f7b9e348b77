import type { DatePicker, TextInput, TimePicker } from '../block-kit.ts';
import { unescaped } from '../text/markup.ts';
import { type ControlProps, useField } from './surface.ts';

const TYPES = { number_input: 'number', email_text_input: 'email', url_text_input: 'url', plain_text_input: 'text' };

export const TextInputControl = (props: ControlProps<TextInput>) => {
  const { element, naming } = props;
  const { value, set } = useField(props);
  const shared = {
    className: 'field',
    ...naming,
    value: value.value ?? '',
    maxLength: element.max_length,
    ...(element.placeholder && { placeholder: unescaped(element.placeholder.text) }),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set({ value: target.value || null }),
  };
  if (element.multiline) return <textarea rows={4} {...shared} />;
  return (
    <input
      type={TYPES[element.type]}
      autoComplete="off"
      {...(element.type === 'number_input' && {
        min: element.min_value,
        max: element.max_value,
        step: element.is_decimal_allowed ? 'any' : 1,
      })}
      {...shared}
    />
  );
};

export const TimePickerControl = (props: ControlProps<TimePicker>) => {
  const { value, set } = useField(props);
  return (
    <input
      type="time"
      className="field"
      {...props.naming}
      value={value.selected_time ?? ''}
      onChange={({ target }) => set({ selected_time: target.value || null })}
    />
  );
};

export const DatePickerControl = (props: ControlProps<DatePicker>) => {
  const { value, set } = useField(props);
  return (
    <input
      type="date"
      className="field"
      {...props.naming}
      value={value.selected_date ?? ''}
      onChange={({ target }) => set({ selected_date: target.value || null })}
    />
  );
};
