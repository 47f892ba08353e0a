/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

/** What a badge's colour says, by the word on it. */
const tones: Record<string, 'good' | 'bad' | 'wait'> = {
  approved: 'good',
  completed: 'good',
  passed: 'good',
  delivered: 'good',
  sold: 'good',
  Approved: 'good',
  declined: 'bad',
  failed: 'bad',
  'given-up': 'bad',
  errored: 'bad',
  Declined: 'bad',
  needs_review: 'wait',
  expired: 'wait',
  waiting: 'wait',
  in_progress: 'wait',
  Open: 'wait',
  Pending: 'wait',
};

/** A status, in the colour of what it means. */
export const Badge = ({ word }: { word: string }) => (
  <span class={`badge ${tones[word] ?? ''}`}>{word.replaceAll('_', ' ')}</span>
);

/** A moment as people write it. */
export const Time = ({ at }: { at: number }) => (
  <time datetime={new Date(at).toISOString()}>{new Date(at).toLocaleString('en-GB')}</time>
);

/** A button that does one thing. */
export const ActionButton = ({ action, label, primary = false }: ActionButtonProps) => (
  <form method="post" action={action}>
    <button type="submit" class={primary ? 'primary' : ''}>
      {label}
    </button>
  </form>
);

interface ActionButtonProps {
  /** Where it is done. */
  action: string;
  label: string;
  /** Whether it is what most people come for. */
  primary?: boolean;
}

/** Says that there is nothing, and why. */
export const Empty = ({ children }: { children: Child }) => <p class="empty">{children}</p>;

/** An inquiry's id, which leads to its page. */
export const InquiryLink = ({ id }: { id: string }) => <a href={`/dashboard/inquiries/${id}`}>{id}</a>;

/** A table. Narrow screens show each row as a list, with the name of the column before every value. */
export const Table = ({ columns, rows }: { columns: string[]; rows: Child[][] }) => (
  <table>
    <thead>
      <tr>
        {columns.map((name) => (
          <th key={name}>{name}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((cells) => (
        <tr key={String(cells[0])}>
          {columns.map((name, place) => (
            <td key={name} data-name={name}>
              <div>{cells[place]}</div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
