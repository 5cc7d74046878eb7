import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/Button';
import { Dialog } from '../../../shared/Dialog';
import { wordsAtMost } from '../../../shared/disputes';
import { ErrorAlert } from '../../../shared/ErrorAlert';
import { TextField } from '../../../shared/TextField';

interface Props {
  title: string;
  /** What the button says. */
  act: string;
  /** What the words are called. */
  label: string;
  words: string;
  onWords: (words: string) => void;
  isTried: boolean;
  isPending: boolean;
  error: unknown;
  onSend: () => void;
  onClose: () => void;
  /** Before the words. */
  children: ReactNode;
  /** After them. */
  below?: ReactNode;
}

/** A dispute is raised and answered in words; what else belongs to it differs. */
export function WordsDialog({ words, isTried, children, below, ...rest }: Props) {
  const { t } = useTranslation(['disputes', 'shell']);
  return (
    <Dialog
      title={rest.title}
      isOpen
      onClose={rest.onClose}
      actions={
        <>
          <Button onPress={rest.onClose}>{t('shell:cancel')}</Button>
          <Button look="primary" isPending={rest.isPending} onPress={rest.onSend}>
            {rest.act}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        <TextField
          label={rest.label}
          hint={t('wordsHint')}
          lines={3}
          maxLength={wordsAtMost}
          value={words}
          onChange={rest.onWords}
          error={isTried && words.trim() === '' ? t('wordsMissing') : undefined}
        />
        {below}
        <ErrorAlert error={rest.error} />
      </div>
    </Dialog>
  );
}
