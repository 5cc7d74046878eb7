import type { ReactNode } from 'react';
import { formatEuro } from '../../../i18n/format';

interface Props {
  caption: string;
  head: readonly { key: string; text: string; isFigure?: boolean }[];
  children: ReactNode;
  foot?: ReactNode;
}

/** A table of money. Where there is no room its rows become blocks, and each cell says what it is. */
export const BillingTable = ({ caption, head, children, foot }: Props) => (
  <table className="billing-table">
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr>
        {head.map(({ key, text, isFigure }) => (
          <th key={key} scope="col" {...(isFigure && { className: 'cell-figure' })}>
            {text}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
    {foot && <tfoot>{foot}</tfoot>}
  </table>
);

export const Euro = ({ label, value, isStrong }: { label: string; value: number; isStrong?: boolean }) => (
  <td className={isStrong ? 'cell-figure strong' : 'cell-figure'} data-label={label}>
    {formatEuro(value)}
  </td>
);
