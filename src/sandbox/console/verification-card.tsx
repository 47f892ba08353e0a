/** @jsxImportSource hono/jsx */
import type { Check } from '../records/checks.js';
import type { Verification } from '../records/verification.js';
import { Badge, Table, Time } from './page-parts.js';

/** A submitted number, ID or selfie: its pictures, and what was found out about them. */
export const VerificationCard = ({ verification }: { verification: Verification }) => {
  const { type, status, submittedAt, checks, files, phoneNumber } = verification;
  const pictures = Object.entries(files);
  return (
    <div class="card">
      <p>
        <strong>{type.replace('-', ' ')}</strong> <Badge word={status} /> <Time at={submittedAt} />
        {phoneNumber && ` ${phoneNumber}`}
      </p>
      {pictures.length > 0 && (
        <ul class="pictures">
          {pictures.map(([side, id]) => (
            <Picture side={side} id={id} />
          ))}
        </ul>
      )}
      {checks.length > 0 && <Table columns={['Check', 'Result', 'Reasons', 'Counts']} rows={checks.map(cellsOf)} />}
    </div>
  );
};

const cellsOf = ({ name, status, reasons, requirement }: Check) => [
  name,
  <Badge word={status} />,
  reasons.join(', ') || '–',
  requirement === 'not_required' ? 'no' : 'yes',
];

const Picture = ({ side, id }: { side: string; id: string }) => {
  const address = `/dashboard/files/${id}`;
  const isShown = /\.(jpeg|png)$/.test(id);
  return (
    <li>
      <a href={address}>
        {isShown ? <img src={address} alt={`Picture: ${side}`} /> : `${side}, a file this page does not show`}
      </a>
    </li>
  );
};
