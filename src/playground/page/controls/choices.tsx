import { useId } from 'react';
import type { Checkboxes, Option, RadioButtons } from '../block-kit.ts';
import { TextObject } from '../text/mrkdwn.tsx';
import { type ControlProps, useField } from './surface.ts';

const Words = ({ option }: { readonly option: Option }) => (
  <span>
    <TextObject text={option.text} />
    {option.description && (
      <span className="hint">
        <TextObject text={option.description} />
      </span>
    )}
  </span>
);

export const CheckboxesControl = (props: ControlProps<Checkboxes>) => {
  const { element, naming } = props;
  const { value, set } = useField(props);
  const chosen = (value.selected_options ?? []).map((option) => option.value);
  const choose = (one: string, isChosen: boolean): void => {
    const values = isChosen ? [...chosen, one] : chosen.filter((other) => other !== one);
    set({ selected_options: element.options.filter((option) => values.includes(option.value)) });
  };
  return (
    <fieldset className="choices" {...naming}>
      {element.options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={({ target }) => choose(option.value, target.checked)}
          />
          <Words option={option} />
        </label>
      ))}
    </fieldset>
  );
};

export const RadioButtonsControl = (props: ControlProps<RadioButtons>) => {
  const { element, naming } = props;
  const { value, set } = useField(props);
  const name = useId();
  return (
    <fieldset className="choices" {...naming}>
      {element.options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="radio"
            name={name}
            checked={value.selected_option?.value === option.value}
            onChange={() => set({ selected_option: option })}
          />
          <Words option={option} />
        </label>
      ))}
    </fieldset>
  );
};
