import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro, formatLongDate, formatTime } from '../../../i18n/format';
import { Badge } from '../../shared/Badge';
import { Card } from '../../shared/Card';
import { EmptyState } from '../../shared/EmptyState';
import { DisputeDialog } from './DisputeDialog';
import { LineItem } from './LineItem';
import type { EarnedLine, EarnedService, Month } from './myBilling';

/** Every service of the month with its lines, and where it stands. */
export function ServicesCard({ month }: { month: Month }) {
  const { t } = useTranslation('earnings');
  const [disputed, setDisputed] = useState<{ service: EarnedService; line: EarnedLine } | null>(null);
  return (
    <Card title={t('services')}>
      {month.services.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="earned">
          {month.services.map(service => (
            <ServiceItem
              key={service.id}
              service={service}
              onDispute={line => setDisputed({ service, line })}
            />
          ))}
        </ul>
      )}
      {disputed && <DisputeDialog {...disputed} onClose={() => setDisputed(null)} />}
    </Card>
  );
}

interface ItemProps {
  service: EarnedService;
  onDispute: (line: EarnedLine) => void;
}

function ServiceItem({ service, onDispute }: ItemProps) {
  const { t } = useTranslation(['earnings', 'disputes']);
  const { from, until, kind, language, modality, net, lines } = service;
  const facts = [t(`disputes:kind.${kind}`), language, modality === 'audio' && t('audio')];
  return (
    <li className="earned-service">
      <div className="earned-head">
        <h3 className="earned-title">
          {t('service', {
            day: formatLongDate(from),
            from: formatTime(from).replace(' Uhr', ''),
            until: formatTime(until),
          })}
          <span className="cell-sub">{facts.filter(Boolean).join(', ')}</span>
        </h3>
        <Place service={service} />
        <strong className="earned-net">{formatEuro(net)}</strong>
      </div>
      {lines.length === 0 ? (
        <p className="muted">{t('nothing')}</p>
      ) : (
        <ul className="earned-lines">
          {lines.map(line => (
            <LineItem
              key={line.number}
              line={line}
              canDispute={!service.isWithdrawn}
              onDispute={() => onDispute(line)}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function Place({ service: { document, isWithdrawn, lines } }: { service: EarnedService }) {
  const { t } = useTranslation('earnings');
  if (isWithdrawn) return <Badge>{t('withdrawn')}</Badge>;
  if (document) return <Badge tone="success">{t('document', { number: document })}</Badge>;
  if (lines.some(line => line.dispute?.state === 'open'))
    return <Badge tone="warning">{t('heldBack')}</Badge>;
  return lines.length > 0 ? <Badge tone="info">{t('notYet')}</Badge> : null;
}
