import { useEffect, useRef, useState } from 'react';
import { DropDown } from '../controls/drop-down.tsx';
import { Icon } from '../icons.tsx';
import { useWorkspace } from '../workspace.ts';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Takes a file that is dropped anywhere on the page. */
export const CsvDrop = ({ takeFile }: { readonly takeFile: (file: File) => void }) => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) takeFile(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [takeFile]);
  return isOver && <div className="csv-drop">Drop the CSV of closes</div>;
};

const SOURCES = [
  ['notes', 'The notes only', 'what five analyst notes print, no market data'],
  ['synthetic', 'Synthetic', 'made-up closes, labelled on every message'],
  ['live', 'Live', 'from the providers, if this machine can reach them'],
] as const;

/** What answers rest on: chooses it, takes a CSV of closes. */
export const DataControl = ({ takeFile }: { readonly takeFile: (file: File) => void }) => {
  const { state, perform } = useWorkspace();
  const { source, label, problem } = state.data;
  const files = useRef<HTMLInputElement>(null);
  return (
    <DropDown
      className="control"
      label={
        <>
          <Icon name="data" />
          <span className="control-label wide-only">{label}</span>
        </>
      }
      name={`Data: ${label}`}
    >
      <fieldset className="choices">
        <legend className="control-words">Answers rest on</legend>
        {SOURCES.map(([value, name, words]) => (
          <label key={value} className="tick">
            <input
              type="radio"
              name="data"
              checked={source === value}
              onChange={() => void perform({ kind: 'choose data', source: value })}
            />
            <span>
              {name}
              <span className="hint">{words}</span>
            </span>
          </label>
        ))}
        {source === 'csv' && (
          <label className="tick">
            <input type="radio" name="data" checked readOnly />
            <span>
              A CSV<span className="hint">{label}</span>
            </span>
          </label>
        )}
      </fieldset>
      {problem !== undefined && <p className="error">{problem}</p>}
      <button type="button" className="button" onClick={() => files.current?.click()}>
        <Icon name="file" /> Choose a CSV of closes
      </button>
      <p className="hint">Or drop one anywhere on the page: date, rut_close, spx_close. It stays on this machine.</p>
      <input
        ref={files}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label="A CSV of closes"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) takeFile(file);
          target.value = '';
        }}
      />
    </DropDown>
  );
};
