import { useTranslation } from 'react-i18next';
import { formatDateTime, formatElapsed, speakElapsed } from '../../i18n/format';
import { Badge, type Tone } from '../shared/Badge';
import { Button } from '../shared/Button';
import { endReasonKey, notBilledKey } from '../shared/call/endReason';
import { FeedbackButton } from '../shared/call/FeedbackButton';
import { useLanguages } from '../shared/languages';
import { BlockButton } from './BlockButton';
import { canAskAgain, type OwnRequest } from './history';
import { RecordLink } from './RecordLink';

const tones: Record<OwnRequest['state'], Tone> = {
  waiting: 'info',
  offered: 'info',
  assigned: 'info',
  fulfilled: 'success',
  cancelled: 'neutral',
  unserved: 'warning',
};

interface Props {
  row: OwnRequest;
  onAgain: (row: OwnRequest) => void;
  /** Without it the row is short: for the side of a page. */
  onRepeat?: (row: OwnRequest) => void;
}

/** One request, what came of it, and what can be done with that. */
export function HistoryRow({ row, onAgain, onRepeat }: Props) {
  const { t } = useTranslation(['waiting', 'words']);
  const nameOf = useLanguages();
  const language = nameOf(row.language).germanName;
  const { session } = row;
  return (
    <li className="history-row">
      <span className="strong">{language}</span>
      <div className="history-duration">
        {session?.startedAt && session.endedAt && (
          <>
            <span className="sr-only">{speakElapsed(session.clockSeconds)}</span>
            <span aria-hidden="true">{formatElapsed(session.clockSeconds)}</span>
          </>
        )}
        {session && !session.endedAt && t('waiting:history.running')}
      </div>
      <p className="history-facts">
        {formatDateTime(row.requestedAt)}
        {onRepeat && ` · ${t(`words:field.${row.field}`)} · ${t(`words:modality.${row.modality}`)}`}
      </p>
      <div className="history-facts history-state">
        <Badge tone={tones[row.state]}>{t(`waiting:history.state.${row.state}`)}</Badge>
        <span className="muted small">
          <Facts row={row} />
        </span>
      </div>
      {(canAskAgain(row) || (onRepeat && row.endedAt)) && (
        <div className="history-facts row">
          {canAskAgain(row) && session && (
            <Button small onPress={() => onAgain(row)}>
              {t('waiting:again', { number: session.interpreterNumber })}
            </Button>
          )}
          {onRepeat && row.endedAt && (
            <Button small onPress={() => onRepeat(row)}>
              {t('waiting:history.repeat')}
            </Button>
          )}
          {onRepeat && session?.startedAt && session.endedAt && (
            <RecordLink
              small
              sessionId={session.id}
              name={`${language}, ${formatDateTime(row.requestedAt)}`}
            />
          )}
          {onRepeat && session?.endedAt && (
            <FeedbackButton
              session={session}
              side="requester"
              name={`${language}, ${formatDateTime(row.requestedAt)}`}
            />
          )}
          {onRepeat &&
            session?.endedAt &&
            session.interpreters
              .filter(one => !one.blocked)
              .map(one => (
                <BlockButton
                  small
                  key={one.id}
                  sessionId={session.id}
                  interpreterId={one.id}
                  number={one.number}
                />
              ))}
        </div>
      )}
    </li>
  );
}

const numbersOf = ({ interpreters, interpreterNumber }: NonNullable<OwnRequest['session']>): string =>
  interpreters.map(one => one.number).join(', ') || interpreterNumber;

function Facts({ row }: { row: OwnRequest }) {
  const { t } = useTranslation(['waiting', 'words', 'call', 'conflict']);
  const nameOf = useLanguages();
  const { session } = row;
  const facts = [
    session && t('waiting:history.number', { number: numbersOf(session) }),
    session?.blocked && t('conflict:requester.blocked'),
    session &&
      session.language !== row.language &&
      t('waiting:related.instead', { languages: nameOf(session.language).germanName }),
    session?.endReason && t(`call:${endReasonKey(session.endReason, 'requester')}`),
    session?.startedAt && session.billableSeconds === 0 && t(`call:${notBilledKey(session)}`),
    !session && row.state === 'unserved' && t(`words:unserved.${row.unservedBecause ?? 'none_on_duty'}`),
    row.state === 'cancelled' && t(`waiting:history.cancelledBy.${row.cancelledBy ?? 'requester'}`),
    row.waitedSeconds !== null &&
      row.waitedSeconds > 0 &&
      t('waiting:history.waited', { time: formatElapsed(row.waitedSeconds) }),
    row.ownReference,
  ];
  return facts.filter(Boolean).join(' · ');
}
