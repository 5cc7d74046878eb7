import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import { allow } from '../shared/access';

export const interpreterRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/dashboard',
    beforeLoad: ({ context }) => allow(context.me, 'interpreter'),
    component: lazyRouteComponent(() => import('./InterpreterPage'), 'InterpreterPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/verfuegbarkeit',
    beforeLoad: ({ context }) => allow(context.me, 'interpreter'),
    component: lazyRouteComponent(() => import('./AvailabilityPage'), 'AvailabilityPage'),
  }),
];
