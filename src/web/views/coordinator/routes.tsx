import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../../router';
import { allow } from '../shared/access';
import { readFloorSearch } from './floorSearch';

export const coordinatorRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition',
    validateSearch: readFloorSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./CoordinatorPage'), 'CoordinatorPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/regeln',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./PolicyPage'), 'PolicyPage'),
  }),
];
