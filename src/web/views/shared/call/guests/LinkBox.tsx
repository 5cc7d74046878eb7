import copyIcon from '@material-symbols/svg-400/rounded/content_copy.svg?raw';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../protocol/messages';
import { Button } from '../../Button';
import { TextField } from '../../TextField';
import { useStore } from '../../useStore';
import { addressOf, tokenKey, tokens } from './links';
import { QrCode } from './QrCode';

/** The link to copy, and the same as a picture for a phone. */
export function LinkBox({ session, seat, name }: { session: string; seat: Seat; name: string }) {
  const { t } = useTranslation('call');
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  // The news of the guest may be faster than the answer that says which link it was.
  const token = useStore(tokens)[tokenKey(session, seat)];
  if (!token) return <p className="muted small">{t('guests.lost')}</p>;
  const address = addressOf(token);
  const copy = () =>
    navigator.clipboard
      .writeText(address)
      .then(() => setCopied('copied'))
      .catch(() => setCopied('notCopied'));
  return (
    <div className="link-box">
      <QrCode text={address} label={t('guests.code', { name })} />
      <div className="stack-tight">
        <TextField label={t('guests.link', { name })} value={address} isReadOnly />
        <Button icon={copyIcon} onPress={() => void copy()}>
          {t('guests.copy')}
        </Button>
        <p className="small" role="status">
          {copied ? t(`guests.${copied}`) : t('guests.codeHint')}
        </p>
      </div>
    </div>
  );
}
