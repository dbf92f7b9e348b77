import type { Message } from '../../protocol.ts';
import { Icon } from '../icons.tsx';

const PREVIEWED_LINES = 5;

const sizeOf = (content: string): string => {
  const bytes = new Blob([content]).size;
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
};

const download = (name: string, content: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** A file on a message: its first lines, and the whole of it to keep. */
export const FileCard = ({ file: { name, title, content } }: { readonly file: NonNullable<Message['file']> }) => {
  const lines = content.trimEnd().split('\n');
  return (
    <div className="file">
      <div className="file-head">
        <Icon name="file" />
        <span>
          <strong>{title || name}</strong>
          <span className="hint">
            {name}, {lines.length} lines, {sizeOf(content)}
          </span>
        </span>
        <button type="button" className="button" onClick={() => download(name, content)}>
          Download
        </button>
      </div>
      <pre>
        {lines.slice(0, PREVIEWED_LINES).join('\n')}
        {lines.length > PREVIEWED_LINES && '\n…'}
      </pre>
    </div>
  );
};
