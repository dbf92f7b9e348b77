import { useId, useState } from 'react';
import type { Checkboxes, DatePicker, Option, RadioButtons, TextInput, TimePicker } from '../block-kit.ts';
import { decodeEntities } from '../text/markup.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { dayText, readClockTime, readDay } from '../times.ts';
import { type ControlProps, useField } from './surface.ts';

const OptionText = ({ option }: { readonly option: Option }) => (
  <span>
    <TextObject text={option.text} />
    {option.description && (
      <span className="hint">
        <TextObject text={option.description} />
      </span>
    )}
  </span>
);

/** `checkboxes`. */
export const CheckboxesControl = (props: ControlProps<Checkboxes>) => {
  const { element, aria } = props;
  const { value, set } = useField(props);
  const chosen = (value.selected_options ?? []).map((option) => option.value);
  const choose = (one: string, isChosen: boolean): void => {
    const values = isChosen ? [...chosen, one] : chosen.filter((other) => other !== one);
    set({ selected_options: element.options.filter((option) => values.includes(option.value)) });
  };
  return (
    <fieldset className="choices" {...aria}>
      {element.options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={({ target }) => choose(option.value, target.checked)}
          />
          <OptionText option={option} />
        </label>
      ))}
    </fieldset>
  );
};

/** `radio_buttons`. */
export const RadioButtonsControl = (props: ControlProps<RadioButtons>) => {
  const { element, aria } = props;
  const { value, set } = useField(props);
  const name = useId();
  return (
    <fieldset className="choices" {...aria}>
      {element.options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="radio"
            name={name}
            checked={value.selected_option?.value === option.value}
            onChange={() => set({ selected_option: option })}
          />
          <OptionText option={option} />
        </label>
      ))}
    </fieldset>
  );
};

const TYPES = { number_input: 'number', email_text_input: 'email', url_text_input: 'url', plain_text_input: 'text' };

/** `plain_text_input`, `number_input`, `email_text_input` and `url_text_input`. */
export const TextInputControl = (props: ControlProps<TextInput>) => {
  const { element, aria } = props;
  const { value, set } = useField(props);
  const shared = {
    className: 'field',
    ...aria,
    value: value.value ?? '',
    maxLength: element.max_length,
    ...(element.placeholder && { placeholder: decodeEntities(element.placeholder.text) }),
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

interface WrittenProps {
  readonly aria: ControlProps<TimePicker>['aria'];
  /** What the value looks like; empty where there is none. */
  readonly shown: string;
  readonly read: (text: string) => string | undefined;
  readonly set: (value: string | null) => void;
  readonly placeholder: string;
}

/** A field for a day or a time, written as in messages; what cannot be read is no value. */
const WrittenField = ({ aria, shown, read, set, placeholder }: WrittenProps) => {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      className="field field-written"
      autoComplete="off"
      placeholder={placeholder}
      {...aria}
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        set(read(target.value) ?? null);
      }}
      onBlur={() => {
        if (typed === '' || (typed !== undefined && read(typed) !== undefined)) setTyped(undefined);
      }}
    />
  );
};

/** `timepicker`. */
export const TimePickerControl = (props: ControlProps<TimePicker>) => {
  const { value, set } = useField(props);
  return (
    <WrittenField
      aria={props.aria}
      shown={value.selected_time ?? ''}
      read={readClockTime}
      set={(selected_time) => set({ selected_time })}
      placeholder="Such as 07:30"
    />
  );
};

/** `datepicker`. */
export const DatePickerControl = (props: ControlProps<DatePicker>) => {
  const { value, set } = useField(props);
  const { selected_date: date } = value;
  return (
    <WrittenField
      aria={props.aria}
      shown={date ? dayText(date) : ''}
      read={readDay}
      set={(selected_date) => set({ selected_date })}
      placeholder="Such as 30 Nov 2026"
    />
  );
};
