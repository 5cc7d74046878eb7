import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { type LevelMeter, speakingAbove } from '../../call/levelMeter';
import type { LocalMedia } from '../../call/localMedia';
import { useMediaElement } from '../shared/call/useMediaElement';
import { Icon } from '../shared/Icon';
import { useStore } from '../shared/useStore';
import { useTexts } from './texts';

interface PressProps {
  look?: 'primary' | 'secondary' | 'tertiary';
  icon?: string;
  isPressed?: boolean;
  isDisabled?: boolean;
  children: ReactNode;
  onPress: () => void;
}

/** A plain button in KERN's look: this page is kept small for weak networks. */
export function Press({ look = 'secondary', icon, isPressed, isDisabled, children, onPress }: PressProps) {
  return (
    <button
      type="button"
      className={`kern-btn kern-btn--${look}`}
      onClick={onPress}
      disabled={isDisabled}
      aria-pressed={isPressed}
    >
      {icon && <Icon svg={icon} />}
      <span className="kern-label">{children}</span>
    </button>
  );
}

/** One thing at a time, with its heading focused, so that a screen reader begins there. */
export function Sheet({ title, icon, children }: { title: string; icon?: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another sheet
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <section className="guest-sheet">
      {icon && (
        <span className="guest-sheet-icon">
          <Icon svg={icon} size={56} />
        </span>
      )}
      <h1 ref={heading} tabIndex={-1} className="guest-title">
        {title}
      </h1>
      {children}
    </section>
  );
}

/** The own picture, mirrored. */
export function OwnPicture({ media }: { media: LocalMedia }) {
  const texts = useTexts();
  const stream = useStore(media.stream);
  const { ref } = useMediaElement(stream);
  const dark = stream.getVideoTracks().length === 0;
  return (
    <div className="self">
      <video
        ref={ref}
        data-testid="local-video"
        className={dark ? 'self-video is-covered' : 'self-video'}
        autoPlay
        playsInline
        muted
        aria-label={texts.you}
      />
      <p className="self-name">{dark ? `${texts.you}, ${texts.noPicture}` : texts.you}</p>
    </div>
  );
}

const silent = () => () => {};

export function Loudness({ meter }: { meter: LevelMeter | null }) {
  const texts = useTexts();
  const level = useSyncExternalStore(meter?.level.subscribe ?? silent, () => meter?.level.getSnapshot() ?? 0);
  const heard = level > speakingAbove;
  return (
    <div className="level">
      <meter
        className={`level-bar ${heard ? 'is-heard' : ''}`}
        aria-label={texts.level}
        min={0}
        max={1}
        value={level}
      />
      <p>{heard ? texts.heard : texts.speak}</p>
    </div>
  );
}

/** What does not work, and the press that tries again. */
export function Fault({ text, onRetry }: { text: string; onRetry: () => void }) {
  const texts = useTexts();
  return (
    <div className="guest-fault" role="alert">
      <p>{text}</p>
      <Press onPress={onRetry}>{texts.retry}</Press>
    </div>
  );
}
