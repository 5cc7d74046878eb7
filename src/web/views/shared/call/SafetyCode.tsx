import lock from '@material-symbols/svg-400/rounded/lock-fill.svg?raw';
import shield from '@material-symbols/svg-400/rounded/shield_lock.svg?raw';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Pair } from '../../../call/mesh';
import type { Seat } from '../../../protocol/messages';
import { Button } from '../Button';
import { Icon } from '../Icon';
import { useStore } from '../live';
import type { Ongoing } from './ongoing';
import { useAllCompared } from './useAllCompared';
import type { Named } from './useNames';

/** "End-to-end encrypted" is said only after the code has been compared with everybody who is in. */
export function SafetyCode({ ongoing, nameOf }: { ongoing: Ongoing; nameOf: (seat: Seat) => Named }) {
  const { t } = useTranslation('call');
  const pairs = useStore(ongoing.mesh.pairs);
  const checked = useAllCompared(pairs);
  return (
    <DialogTrigger>
      <AriaButton className={`call-chip ${checked ? 'chip-checked' : ''}`}>
        <Icon svg={checked ? lock : shield} size={20} />
        <span>{t(checked ? 'safety.checked' : 'safety.unchecked')}</span>
      </AriaButton>
      <Popover className="popover call-popover" placement="bottom end">
        <Dialog className="dialog stack" aria-label={t('safety.label')}>
          {pairs.map(pair => (
            <PairCode key={pair.seat} pair={pair} name={pairs.length > 1 ? nameOf(pair.seat).name : null} />
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Each pair has its own code: each two people share one connection. */
function PairCode({ pair, name }: { pair: Pair; name: string | null }) {
  const { t } = useTranslation('call');
  const code = useStore(pair.call.fingerprint);
  const compared = useStore(pair.comparedCode);
  const checked = code !== null && code === compared;
  return (
    <div className="stack-tight">
      {name && <h2 className="strong">{t('safety.with', { name })}</h2>}
      {code === null ? (
        <p>{t('safety.pending')}</p>
      ) : (
        <>
          <p>{t(checked ? 'safety.again' : 'safety.text')}</p>
          <p className="safety-code">{code}</p>
          {!checked && (
            <Button small look="primary" onPress={() => pair.comparedCode.set(code)}>
              {t('safety.equal')}
            </Button>
          )}
          <p className="muted small">{t('safety.different')}</p>
        </>
      )}
    </div>
  );
}
