import { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { administratorRoutes } from './views/administrator/routes';
import { appointmentRoutes } from './views/appointments/routes';
import { billingRoutes } from './views/coordinator/billing/routes';
import { coordinatorRoutes } from './views/coordinator/routes';
import { declineLinkRoute, interpreterRoutes } from './views/interpreter/routes';
import { recordRoute } from './views/record/routes';
import { reportRoutes } from './views/reports/routes';
import { requesterRoutes } from './views/requester/routes';
import { homeOf, isOwnAddress, loadMe } from './views/shared/access';
import { CrashPage, NotFoundPage } from './views/shared/CrashPage';
import { openLive } from './views/shared/live';
import { Shell } from './views/shared/Shell';
import { SignInPage } from './views/shared/SignInPage';

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 30_000, refetchOnWindowFocus: true } },
});

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  errorComponent: CrashPage,
  notFoundComponent: NotFoundPage,
});
export type RootRoute = typeof rootRoute;

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/anmelden',
  validateSearch: (search): { ziel?: string } =>
    typeof search.ziel === 'string' ? { ziel: search.ziel } : {},
  beforeLoad: async ({ search: { ziel } }) => {
    const me = await loadMe(queryClient).catch(() => null);
    if (me && isOwnAddress(ziel)) throw redirect({ to: '/', href: ziel });
    if (me) throw redirect({ to: homeOf(me) });
  },
  component: SignInPage,
});

/** Everything behind the sign-in: knows who is there and wraps the page in header and navigation. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const me = await loadMe(queryClient);
    if (!me)
      throw redirect({ to: '/anmelden', search: location.pathname === '/' ? {} : { ziel: location.href } });
    return { me, live: await openLive() };
  },
  component: Shell,
});
export type ShellRoute = typeof shellRoute;

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me) });
  },
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  declineLinkRoute(rootRoute),
  recordRoute(rootRoute),
  shellRoute.addChildren([
    homeRoute,
    ...requesterRoutes(shellRoute),
    ...appointmentRoutes(shellRoute),
    ...interpreterRoutes(shellRoute),
    ...coordinatorRoutes(shellRoute),
    ...billingRoutes(shellRoute),
    ...administratorRoutes(shellRoute),
    ...reportRoutes(shellRoute),
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
