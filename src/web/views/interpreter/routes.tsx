import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RootRoute, ShellRoute } from '../../router';
import { allow } from '../shared/access';
import { readMySearch } from './asks';
import { readMonthSearch } from './billing/month';

export const interpreterRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/dashboard',
    beforeLoad: ({ context }) => allow(context.me, 'interpreter'),
    component: lazyRouteComponent(() => import('./InterpreterPage'), 'InterpreterPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/dashboard/termine',
    validateSearch: readMySearch,
    beforeLoad: ({ context }) => allow(context.me, 'interpreter'),
    component: lazyRouteComponent(() => import('./MyAppointmentsPage'), 'MyAppointmentsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/verfuegbarkeit',
    beforeLoad: ({ context }) => allow(context.me, 'interpreter'),
    component: lazyRouteComponent(() => import('./AvailabilityPage'), 'AvailabilityPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/abrechnung',
    validateSearch: readMonthSearch,
    beforeLoad: ({ context }) => allow(context.me, 'interpreter'),
    component: lazyRouteComponent(() => import('./billing/MyBillingPage'), 'MyBillingPage'),
  }),
];

/** Outside of the sign-in: the token in the address is all it needs. */
export const declineLinkRoute = (root: RootRoute) =>
  createRoute({
    getParentRoute: () => root,
    path: '/termin-absage',
    component: lazyRouteComponent(() => import('./DeclineLinkPage'), 'DeclineLinkPage'),
  });
