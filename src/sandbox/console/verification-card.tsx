/** @jsxImportSource hono/jsx */
import type { Check } from '../records/checks.js';
import type { Verification } from '../records/verification.js';
import { Badge, Empty, Table, Time } from './page-parts.js';

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
      {checks.length > 0 && <CheckTable checks={checks} />}
    </div>
  );
};

/** The pictures of a verification, under what it is. */
export const PicturesOf = ({ verification: { type, status, files, submittedAt } }: { verification: Verification }) => (
  <figure>
    <figcaption>
      {type === 'selfie' ? 'Selfie' : 'ID'} <Badge word={status} /> <Time at={submittedAt} />
    </figcaption>
    <ul class="pictures">
      {Object.entries(files).map(([side, id]) => (
        <Picture side={side} id={id} />
      ))}
    </ul>
  </figure>
);

const CheckTable = ({ checks }: { checks: Check[] }) => (
  <Table columns={['Check', 'Result', 'Reasons', 'Counts']} rows={checks.map(cellsOf)} />
);

/** The checks of a verification, behind a line that opens them. */
export const ChecksOf = ({ verification: { type, status, checks, phoneNumber } }: { verification: Verification }) => (
  <details>
    <summary>
      {type.replace('-', ' ')} <Badge word={status} /> {phoneNumber}
    </summary>
    {checks.length > 0 ? <CheckTable checks={checks} /> : <Empty>It has no checks.</Empty>}
  </details>
);

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
