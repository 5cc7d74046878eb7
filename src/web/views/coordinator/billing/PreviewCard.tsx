import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuro } from '../../../i18n/format';
import { Alert } from '../../shared/Alert';
import { Button } from '../../shared/Button';
import { Card } from '../../shared/Card';
import { CheckField } from '../../shared/CheckField';
import type { Side } from '../tariffs/tariffs';
import { BillingTable } from './BillingTable';
import { PreviewRow } from './PreviewRow';
import type { Period } from './period';
import { isBlocked, type PreviewParty, sumOf } from './runs';
import { StartDialog } from './StartDialog';

interface Props {
  side: Side;
  period: Period;
  parties: readonly PreviewParty[];
}

/** Who would get what; whoever is ready is chosen until somebody says otherwise. */
export function PreviewCard({ side, period, parties }: Props) {
  const { t } = useTranslation('runs');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [disputed, setDisputed] = useState<ReadonlySet<string>>(new Set());
  const [isAsked, setAsked] = useState(false);
  const ready = parties.filter(party => !isBlocked(party));
  const chosen = ready.filter(({ id }) => !left.has(id));
  const blocked = parties.length - ready.length;
  const sum = sumOf(chosen);
  const choose = (id: string, isChosen: boolean) => setLeft(before => toggled(before, id, !isChosen));
  return (
    <>
      {blocked > 0 && (
        <Alert tone="warning" title={t('preview.blockedTitle', { count: blocked })}>
          {t('preview.blockedText')} {ready.length > 0 && t('preview.othersReady')}
        </Alert>
      )}
      <Card title={t('preview.table')}>
        {ready.length > 1 && (
          <CheckField
            label={t('preview.chooseAll')}
            isSelected={chosen.length === ready.length}
            onChange={all => setLeft(new Set(all ? [] : ready.map(({ id }) => id)))}
          />
        )}
        <PreviewTable side={side}>
          {parties.map(party => (
            <PreviewRow
              key={party.id}
              side={side}
              party={party}
              isChosen={chosen.includes(party)}
              onChoose={isChosen => choose(party.id, isChosen)}
              isWithDisputed={disputed.has(party.id)}
              onWithDisputed={isWith => setDisputed(before => toggled(before, party.id, isWith))}
            />
          ))}
        </PreviewTable>
        <div className="policy-bar billing-bar">
          <p role="status">
            {chosen.length === 0
              ? t('preview.none')
              : t('preview.chosen', {
                  count: chosen.length,
                  documents: t('preview.documentCount', { count: sum.documents }),
                  gross: formatEuro(sum.gross),
                })}
          </p>
          <Button look="primary" isDisabled={chosen.length === 0} onPress={() => setAsked(true)}>
            {t('preview.start')}
          </Button>
        </div>
      </Card>
      {isAsked && (
        <StartDialog
          side={side}
          period={period}
          parties={chosen}
          withDisputed={chosen.map(({ id }) => id).filter(id => disputed.has(id))}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

const toggled = (set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> =>
  new Set(isIn ? [...set, id] : [...set].filter(one => one !== id));

function PreviewTable({ side, children }: { side: Side; children: React.ReactNode }) {
  const { t } = useTranslation('runs');
  return (
    <BillingTable
      caption={t('preview.table')}
      head={[
        { key: 'party', text: t(`preview.party.${side}`) },
        { key: 'services', text: t('preview.services'), isFigure: true },
        { key: 'documents', text: t('preview.documents'), isFigure: true },
        { key: 'net', text: t('preview.net'), isFigure: true },
        { key: 'tax', text: t('preview.tax'), isFigure: true },
        { key: 'gross', text: t('preview.gross'), isFigure: true },
        { key: 'findings', text: t('preview.findings') },
      ]}
    >
      {children}
    </BillingTable>
  );
}
