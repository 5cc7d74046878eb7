import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type Credentials, homeOf, isOwnAddress, loadMe, signIn } from './access';

/** Signs in and goes to where the person wanted to go, else to the start page of the role. */
export function useSignIn() {
  const client = useQueryClient();
  const router = useRouter();
  const { ziel } = useSearch({ from: '/anmelden' });
  return useMutation({
    mutationFn: (credentials: Credentials) => signIn(client, credentials),
    onSuccess: async () => {
      const me = await loadMe(client);
      if (isOwnAddress(ziel)) await router.navigate({ href: ziel });
      else if (me) await router.navigate({ to: homeOf(me) });
    },
  });
}

export type SignIn = ReturnType<typeof useSignIn>;
