import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatElapsed, formatTime } from '../../../i18n/format';
import type { SessionView } from '../../../protocol/messages';
import { Alert } from '../Alert';
import { Card } from '../Card';
import { useLanguages } from '../languages';
import { useStore } from '../live';
import { endReasonKey, notBilledKey } from './endReason';
import { FeedbackPlace } from './FeedbackPlace';
import { useCalls } from './useCall';

interface Props {
  session: SessionView;
  note?: ReactNode;
  actions: ReactNode;
}

/** What is left of a call that has just ended, and what can be done now. */
export function CallSummary({ session, note, actions }: Props) {
  const { t } = useTranslation('call');
  const language = useLanguages()(session.language);
  const waiting = useStore(useCalls().end.ending)?.sessionId === session.id;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="summary focus-target">
      <Card title={`${t('ended.title')}: ${language.germanName}`}>
        <dl className="figures">
          <Figure label={t('clock')}>
            {session.billableSeconds === null ? t('ended.pending') : formatElapsed(session.clock.seconds)}
          </Figure>
          {session.startedAt && <Figure label={t('ended.began')}>{formatTime(session.startedAt)}</Figure>}
          {session.endedAt && <Figure label={t('ended.over')}>{formatTime(session.endedAt)}</Figure>}
        </dl>
        {session.endReason && (
          <p className="muted">
            {[
              t(endReasonKey(session.endReason, 'requester')),
              session.startedAt && session.billableSeconds === 0 && t(notBilledKey(session)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        {note}
        {waiting && <Alert tone="info" live title={t('ended.sending')} />}
        {session.startedAt &&
          session.billableSeconds !== null &&
          session.endReason !== 'quality_complaint' && (
            <FeedbackPlace sessionId={session.id} side="requester" />
          )}
        <div className="row">{actions}</div>
      </Card>
    </div>
  );
}

const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd className="elapsed">{children}</dd>
  </div>
);
