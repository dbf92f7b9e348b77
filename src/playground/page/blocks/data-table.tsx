import { useState } from 'react';
import type { Cell, DataTable } from '../block-kit.ts';

/** As many rows as Slack shows at once where nothing is said. */
const PAGE_SIZE = 5;

const cellText = (cell: Cell): string => (cell.type === 'raw_number' ? (cell.text ?? String(cell.value)) : cell.text);

/** A table with numbers under one another, and a page of rows at a time as at Slack. */
export const DataTableBlock = ({ block }: { readonly block: DataTable }) => {
  const { caption, rows, row_header_column_index: headColumn = -1, page_size: pageSize = PAGE_SIZE } = block;
  const [page, setPage] = useState(0);
  const [head = [], ...body] = rows;
  const pages = Math.ceil(body.length / pageSize);
  const first = page * pageSize;
  const shown = body.slice(first, first + pageSize);
  const isNumeric = head.map((_, column) => body.some((row) => row[column]?.type === 'raw_number'));
  const alignment = (column: number): string | undefined => (isNumeric[column] ? 'number' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={`${column}${cellText(cell)}`} scope="col" className={alignment(column)}>
                {cellText(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, place) => (
            <tr key={`${first + place}`}>
              {row.map((cell, column) =>
                column === headColumn ? (
                  <th key={`${column}`} scope="row" className={alignment(column)}>
                    {cellText(cell)}
                  </th>
                ) : (
                  <td key={`${column}`} className={alignment(column)}>
                    {cellText(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <div className="table-pages">
          <span aria-live="polite">
            {first + 1}–{first + shown.length} of {body.length}
          </span>
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <button type="button" className="button" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            Next
          </button>
        </div>
      )}
    </section>
  );
};
