import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { ApiError, getJson, postJson } from '../../protocol/http';

export type Role = 'requester' | 'interpreter' | 'coordinator' | 'administrator';

/** GET /api/me: who is signed in. */
export interface Me {
  userId: string;
  displayName: string;
  email: string;
  roles: Role[];
  customerId?: string;
  /** Only clinics may ask as an emergency. */
  customerKind?: 'authority' | 'district' | 'clinic';
  unitId?: string;
  /** Police and child protection may ask before others. */
  mayAskUrgently?: boolean;
  interpreterId?: string;
}

/** GET /api/demo-accounts: only in Development. */
export interface DemoAccount {
  email: string;
  password: string;
  role: Role;
  displayName: string;
  title: string;
  /** Offered as a tile; the others sign in by form. */
  tile: boolean;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  retry: false,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await getJson<Me>('/api/me', signal);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
});

export const demoAccountsQuery = queryOptions({
  queryKey: ['demo-accounts'],
  retry: false,
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => getJson<DemoAccount[]>('/api/demo-accounts', signal).catch(() => []),
});

export const loadMe = (client: QueryClient) => client.ensureQueryData(meQuery);
export const useMe = () => useQuery(meQuery).data ?? null;

export interface Credentials {
  email: string;
  password: string;
  /** Of the second factor, once the server has asked for it. */
  code?: string;
}

export async function signIn(client: QueryClient, credentials: Credentials): Promise<void> {
  await postJson('/api/sign-in', credentials);
  client.clear();
}

export async function signOut(client: QueryClient): Promise<void> {
  await postJson('/api/sign-out').catch(() => undefined);
  client.clear();
}

export function homeOf(me: Me): '/anfragen' | '/dashboard' | '/disposition' {
  if (isStaff(me)) return '/disposition';
  return me.roles.includes('interpreter') ? '/dashboard' : '/anfragen';
}

/** Where somebody wanted to go before the sign-in; never another site. */
export const isOwnAddress = (address: string | undefined): address is string =>
  address?.startsWith('/') === true && !/^\/[/\\]/.test(address);

/** Of the Disposition or above it. */
export const isStaff = (me: Me | null): boolean =>
  me !== null && (me.roles.includes('coordinator') || me.roles.includes('administrator'));

/** Sends whoever lacks the role to their own start page; the server checks again. */
export function allow(me: Me, role: Role): void {
  const roles: Role[] = role === 'coordinator' ? ['coordinator', 'administrator'] : [role];
  if (!roles.some(allowed => me.roles.includes(allowed))) throw redirect({ to: homeOf(me) });
}
