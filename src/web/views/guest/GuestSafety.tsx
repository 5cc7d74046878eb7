import lock from '@material-symbols/svg-400/rounded/lock-fill.svg?raw';
import shield from '@material-symbols/svg-400/rounded/shield_lock.svg?raw';
import { useState } from 'react';
import type { Pair } from '../../call/mesh';
import { fill } from '../../i18n/guest';
import type { Seat } from '../../protocol/messages';
import type { Ongoing } from '../shared/call/ongoing';
import { useAllCompared } from '../shared/call/useAllCompared';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/useStore';
import { Modal } from './Modal';
import { Press } from './parts';
import { useTexts } from './texts';

/** The numbers that two people compare, each pair its own. */
export function GuestSafety({ ongoing, nameOf }: { ongoing: Ongoing; nameOf: (seat: Seat) => string }) {
  const texts = useTexts();
  const pairs = useStore(ongoing.mesh.pairs);
  const checked = useAllCompared(pairs);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`call-chip ${checked ? 'chip-checked' : ''}`}
        onClick={() => setOpen(true)}
      >
        <Icon svg={checked ? lock : shield} size={20} />
        <span>{checked ? texts.safetyChecked : texts.safety}</span>
      </button>
      {isOpen && (
        <Modal title={texts.safety} onClose={() => setOpen(false)}>
          <p>{texts.safetyText}</p>
          {pairs.map(pair => (
            <PairCode key={pair.seat} pair={pair} name={nameOf(pair.seat)} />
          ))}
          <p>{texts.safetyDifferent}</p>
        </Modal>
      )}
    </>
  );
}

function PairCode({ pair, name }: { pair: Pair; name: string }) {
  const texts = useTexts();
  const code = useStore(pair.call.fingerprint);
  const checked = useStore(pair.comparedCode) === code;
  return (
    <section className="guest-code">
      <h3 className="strong">{fill(texts.safetyWith, { name })}</h3>
      {code === null ? (
        <p>{texts.safetyPending}</p>
      ) : (
        <>
          <p className="safety-code" dir="ltr">
            {code}
          </p>
          {checked ? (
            <p className="guest-checked">{texts.safetyChecked}</p>
          ) : (
            <Press onPress={() => pair.comparedCode.set(code)}>{texts.safetyEqual}</Press>
          )}
        </>
      )}
    </section>
  );
}
