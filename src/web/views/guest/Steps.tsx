import door from '@material-symbols/svg-400/rounded/door_open.svg?raw';
import shield from '@material-symbols/svg-400/rounded/shield_person.svg?raw';
import translate from '@material-symbols/svg-400/rounded/translate.svg?raw';
import camera from '@material-symbols/svg-400/rounded/videocam.svg?raw';
import { useState } from 'react';
import { LocalMedia } from '../../call/localMedia';
import { fill } from '../../i18n/guest';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/useStore';
import { DeviceChoice } from './DeviceChoice';
import { PermissionPicture } from './PermissionPicture';
import { Fault, OwnPicture, Press, Sheet } from './parts';
import { useTexts } from './texts';

type Step = 1 | 2 | 3;

/** Hello, camera and microphone, join: one press from each to the next. */
export function Steps({ onJoin }: { onJoin: (media: LocalMedia) => Promise<void> }) {
  const texts = useTexts();
  const [step, setStep] = useState<Step>(1);
  const [media] = useState(() => new LocalMedia());
  return (
    <>
      <ol className="guest-steps" aria-label={texts.steps}>
        {([1, 2, 3] as const).map(one => (
          <li
            key={one}
            className={one <= step ? 'is-done' : ''}
            aria-current={one === step ? 'step' : undefined}
          >
            <span className="sr-only">{fill(texts.step, { n: one })}</span>
          </li>
        ))}
      </ol>
      {step === 1 && <Hello onNext={() => setStep(2)} />}
      {step === 2 && <Devices media={media} onBack={() => setStep(1)} onNext={() => setStep(3)} />}
      {step === 3 && <Join media={media} onBack={() => setStep(2)} onJoin={() => onJoin(media)} />}
    </>
  );
}

function Hello({ onNext }: { onNext: () => void }) {
  const texts = useTexts();
  return (
    <Sheet title={texts.helloTitle} icon={translate}>
      <p>{texts.helloText}</p>
      <p>{texts.who}</p>
      <Notice />
      <div className="guest-actions">
        <Press look="primary" onPress={onNext}>
          {texts.next}
        </Press>
      </div>
    </Sheet>
  );
}

/** In plain words, before anything is switched on. */
export function Notice() {
  const texts = useTexts();
  return (
    <p className="guest-notice">
      <Icon svg={shield} />
      <span>
        <span className="strong">{texts.notRecorded}</span> {texts.noName}
      </span>
    </p>
  );
}

function Devices({ media, onBack, onNext }: { media: LocalMedia; onBack: () => void; onNext: () => void }) {
  const texts = useTexts();
  const { microphoneFault, camera: wanted } = useStore(media.state);
  const stream = useStore(media.stream);
  const [asked, setAsked] = useState(false);
  const open = (video: boolean) => {
    setAsked(true);
    void media.open({ audio: true, video });
  };
  const heard = stream.getAudioTracks().length > 0;
  return (
    <Sheet title={texts.mediaTitle} icon={camera}>
      {heard ? (
        <DeviceChoice media={media} withVideo={wanted} />
      ) : (
        <>
          <p>{texts.mediaText}</p>
          <PermissionPicture label={texts.mediaPicture} />
          {asked && microphoneFault && <Fault text={texts.noMicrophone} onRetry={() => open(wanted)} />}
        </>
      )}
      <div className="guest-actions">
        {heard ? (
          <Press look="primary" onPress={onNext}>
            {texts.next}
          </Press>
        ) : (
          <>
            <Press look="primary" onPress={() => open(true)}>
              {texts.mediaOn}
            </Press>
            <Press onPress={() => open(false)}>{texts.mediaSoundOnly}</Press>
          </>
        )}
        <Press look="tertiary" onPress={onBack}>
          {texts.back}
        </Press>
      </div>
    </Sheet>
  );
}

function Join({
  media,
  onBack,
  onJoin,
}: {
  media: LocalMedia;
  onBack: () => void;
  onJoin: () => Promise<void>;
}) {
  const texts = useTexts();
  const { camera: withPicture } = useStore(media.state);
  const [isJoining, setJoining] = useState(false);
  const join = async () => {
    setJoining(true);
    await onJoin().finally(() => setJoining(false));
  };
  return (
    <Sheet title={texts.joinTitle} icon={door}>
      {withPicture && <OwnPicture media={media} />}
      <p>{texts.joinText}</p>
      <Notice />
      <div className="guest-actions">
        <Press look="primary" isDisabled={isJoining} onPress={() => void join()}>
          {isJoining ? texts.joining : texts.join}
        </Press>
        <Press look="tertiary" onPress={onBack}>
          {texts.back}
        </Press>
      </div>
    </Sheet>
  );
}
