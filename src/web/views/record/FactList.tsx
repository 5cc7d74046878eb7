import { useTranslation } from 'react-i18next';
import { formatDateTime, speakElapsed } from '../../i18n/format';
import { Card } from '../shared/Card';
import type { RecordFacts } from './record';

/** What was signed, in the order of the paper, so that both can be compared. */
export function FactList({ facts }: { facts: RecordFacts }) {
  const { t } = useTranslation('record');
  const several = facts.interpreters.length > 1;
  const rows: [string, string][] = [
    [t('session'), facts.session],
    [t('customer'), facts.customer],
    [t('unit'), facts.unit],
    [t('language'), facts.language],
    [t('modality'), facts.modality],
    [t('requestedAt'), formatDateTime(facts.requestedAt)],
    [t('startedAt'), formatDateTime(facts.startedAt)],
    [t('endedAt'), formatDateTime(facts.endedAt)],
    [t('billable'), facts.billableSeconds === 0 ? t('unbilled') : speakElapsed(facts.billableSeconds)],
    ...facts.interpreters.map(({ number, qualification, from, until }): [string, string] => [
      t('interpreter', { number }),
      several ? `${qualification}, ${formatDateTime(from)} – ${formatDateTime(until)}` : qualification,
    ]),
    [t('recording'), facts.notRecorded],
    [t('issuedAt'), formatDateTime(facts.issuedAt)],
  ];
  return (
    <Card title={t('facts')}>
      <dl className="record-facts">
        {rows.map(([label, value]) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
