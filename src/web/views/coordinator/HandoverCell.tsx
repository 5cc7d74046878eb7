import swap from '@material-symbols/svg-400/rounded/swap_horiz.svg?raw';
import { useTranslation } from 'react-i18next';
import { formatElapsed, formatTime } from '../../i18n/format';
import type { FloorSession } from '../../protocol/messages';
import { Button } from '../shared/Button';
import { useHandover } from '../shared/call/handover';

/** Who interpreted before, and how far a handover is. */
export function HandoverCell({ session }: { session: FloorSession }) {
  const { t } = useTranslation('coordinator');
  const { handover } = session;
  const before = session.stints.filter(one => one.state === 'left' && one.tookOverAt !== null);
  return (
    <>
      {before.map(stint => (
        <span key={stint.seat} className="cell-sub">
          {t('handover.before', {
            name: stint.interpreterName,
            time: stint.leftAt ? formatTime(stint.leftAt) : '',
            part: formatElapsed(stint.billableSeconds ?? 0),
          })}
        </span>
      ))}
      {handover && (
        <span className="cell-sub strong">
          {t(`handover.${handover.state}`, { name: handover.interpreterName ?? '' })}
        </span>
      )}
    </>
  );
}

/** Searches for somebody who takes over, or takes the search back. */
export function ReliefButton({ session }: { session: FloorSession }) {
  const { t } = useTranslation('coordinator');
  const { seek, cancel, isPending } = useHandover(session.id);
  if (session.startedAt === null) return null;
  const runs = session.handover !== null && session.handover.state !== 'not_found';
  return (
    <Button
      small
      icon={swap}
      isPending={isPending}
      aria-label={t(runs ? 'handover.stopNamed' : 'handover.seekNamed', { name: session.interpreterName })}
      onPress={runs ? cancel : seek}
    >
      {t(runs ? 'handover.stop' : 'handover.seek')}
    </Button>
  );
}
