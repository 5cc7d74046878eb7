import download from '@material-symbols/svg-400/rounded/download.svg?raw';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatEuro } from '../../../i18n/format';
import { Badge } from '../../shared/Badge';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { ErrorAlert } from '../../shared/ErrorAlert';
import { Icon } from '../../shared/Icon';
import { Skeleton } from '../../shared/Skeleton';
import { canBeObjectedTo, documentsQuery, fileOf, type OwnDocument } from './myBilling';
import { ObjectionDialog } from './ObjectionDialog';

/** The Gutschriften of the last year, as files, and the way to object to one. */
export function DocumentsCard() {
  const { t } = useTranslation('earnings');
  const { data, error, refetch } = useQuery(documentsQuery);
  const [objected, setObjected] = useState<OwnDocument | null>(null);
  return (
    <Card title={t('documents')}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data?.length === 0 && <EmptyState title={t('noDocuments')}>{t('noDocumentsText')}</EmptyState>}
      {data && data.length > 0 && (
        <ul className="earned">
          {data.map(document => (
            <DocumentItem key={document.id} document={document} onObject={() => setObjected(document)} />
          ))}
        </ul>
      )}
      {objected && <ObjectionDialog document={objected} onClose={() => setObjected(null)} />}
    </Card>
  );
}

function DocumentItem({ document, onObject }: { document: OwnDocument; onObject: () => void }) {
  const { t } = useTranslation('earnings');
  const { kind, number, issuedOn, fromDay, untilDay, dueOn } = document;
  const days = { day: formatDate(issuedOn), from: formatDate(fromDay), until: formatDate(untilDay) };
  return (
    <li className="earned-document">
      <div>
        <strong>
          {t(`documentKind.${kind}`)} {number}
        </strong>
        <span className="cell-sub">{t('issued', days)}</span>
        <span className="cell-sub">{amountsOf(t, document)}</span>
        {dueOn && <span className="cell-sub">{t('due', { day: formatDate(dueOn) })}</span>}
      </div>
      <States document={document} />
      <div className="outbox-actions">
        <FileLink href={fileOf(document, 'pdf')} label={t('pdfNamed', { number })} text={t('pdf')} />
        <FileLink href={fileOf(document, 'xml')} label={t('xmlNamed', { number })} text={t('xml')} />
        {canBeObjectedTo(document) && (
          <Button small look="tertiary" aria-label={t('objection.actNamed', { number })} onPress={onObject}>
            {t('objection.act')}
          </Button>
        )}
      </div>
    </li>
  );
}

const amountsOf = (t: ReturnType<typeof useTranslation<'earnings'>>['t'], { gross, net, tax }: OwnDocument) =>
  t('gross', { gross: formatEuro(gross), net: formatEuro(net), tax: formatEuro(tax) });

function States({ document: { cancelledBy, cancels, objectedAt } }: { document: OwnDocument }) {
  const { t } = useTranslation('earnings');
  return (
    <div className="outbox-actions">
      {objectedAt && <Badge tone="danger">{t('objected', { day: formatDate(objectedAt) })}</Badge>}
      {cancelledBy && <Badge>{t('cancelledBy', { number: cancelledBy })}</Badge>}
      {cancels && <Badge>{t('cancels', { number: cancels })}</Badge>}
    </div>
  );
}

const FileLink = ({ href, label, text }: { href: string; label: string; text: string }) => (
  <a className="kern-btn kern-btn--secondary btn-small" href={href} aria-label={label} download>
    <Icon svg={download} size={20} />
    <span className="kern-label">{text}</span>
  </a>
);
