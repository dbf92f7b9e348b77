import { type FormEvent, useId, useState } from 'react';
import type { ToolArgument, ToolInfo } from '../../protocol.ts';
import { type ArgumentValue, argumentsIn, isWritten } from './tools.ts';

interface FieldProps {
  readonly name: string;
  readonly argument: ToolArgument;
  readonly isRequired: boolean;
  readonly value: ArgumentValue | undefined;
  readonly set: (value: ArgumentValue) => void;
}

/** A field for one argument, by its schema. Lists and objects are written as JSON. */
const ArgumentField = ({ name, argument, isRequired, value, set }: FieldProps) => {
  const [id, hintId] = [useId(), useId()];
  const { type, description, enum: choices } = argument;
  const common = { id, 'aria-describedby': hintId, className: 'field' };
  const text = typeof value === 'string' ? value : '';
  return (
    <div className="tool-field">
      <label htmlFor={id}>
        <code>{name}</code>
        {isRequired && <span className="hint"> needed</span>}
        {isWritten(argument) && <span className="hint"> as JSON</span>}
      </label>
      {choices ? (
        <select {...common} value={text} onChange={({ target }) => set(target.value)}>
          <option value="" />
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : type === 'boolean' ? (
        <input
          id={id}
          aria-describedby={hintId}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => set(target.checked)}
        />
      ) : (
        <input
          {...common}
          inputMode={type === 'number' || type === 'integer' ? 'decimal' : 'text'}
          value={text}
          onChange={({ target }) => set(target.value)}
        />
      )}
      <p className="hint" id={hintId}>
        {description}
      </p>
    </div>
  );
};

interface Props {
  readonly tool: ToolInfo;
  readonly call: (args: Record<string, unknown>) => Promise<void>;
}

/** What a model reads of a tool, and a form for its arguments. */
export const ToolForm = ({ tool, call }: Props) => {
  const [filled, setFilled] = useState<Readonly<Record<string, ArgumentValue>>>({});
  const [isBusy, setBusy] = useState(false);
  const { properties = {}, required = [] } = tool.inputSchema;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await call(argumentsIn(properties, filled));
    setBusy(false);
  };
  return (
    <details className="tool-form">
      <summary>
        <strong>{tool.title}</strong> <code>{tool.name}</code>
      </summary>
      <p className="hint">{tool.description}</p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {Object.entries(properties).map(([name, argument]) => (
          <ArgumentField
            key={name}
            name={name}
            argument={argument}
            isRequired={required.includes(name)}
            value={filled[name]}
            set={(value) => setFilled((before) => ({ ...before, [name]: value }))}
          />
        ))}
        <button type="submit" className="button button-primary" aria-busy={isBusy}>
          Call {tool.name}
        </button>
      </form>
    </details>
  );
};
