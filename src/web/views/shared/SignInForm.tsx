import visible from '@material-symbols/svg-400/rounded/visibility.svg?raw';
import hidden from '@material-symbols/svg-400/rounded/visibility_off.svg?raw';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../protocol/http';
import { Button } from './Button';
import { ErrorAlert } from './ErrorAlert';
import { TextField } from './TextField';
import type { SignIn } from './useSignIn';

export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('access');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeAsked, setCodeAsked] = useState(false);
  const [shown, setShown] = useState(false);
  const [checked, setChecked] = useState(false);
  const emailError = checked && !email.trim() ? t('emailMissing') : undefined;
  const passwordError = checked && !password ? t('passwordMissing') : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!email.trim() || !password) return;
    const credentials = { email: email.trim(), password, ...(code.trim() && { code: code.trim() }) };
    signIn.mutate(credentials, {
      onError: error => setCodeAsked(error instanceof ApiError && error.code.startsWith('second_factor')),
    });
  };

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorAlert error={signIn.error} />
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={emailError}
      />
      <TextField
        label={t('password')}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={passwordError}
        end={
          <Button
            look="tertiary"
            icon={shown ? hidden : visible}
            aria-label={t(shown ? 'hidePassword' : 'showPassword')}
            onPress={() => setShown(!shown)}
          />
        }
      />
      {codeAsked && (
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={setCode}
        />
      )}
      <Button look="primary" block type="submit" isPending={signIn.isPending}>
        {t(signIn.isPending ? 'submitting' : 'submit')}
      </Button>
    </form>
  );
}
