import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { RootRoute } from '../../router';

/** For anybody who was handed a record: without a sign-in. */
export const recordRoute = (root: RootRoute) =>
  createRoute({
    getParentRoute: () => root,
    path: '/nachweis',
    component: lazyRouteComponent(() => import('./RecordPage'), 'RecordPage'),
  });
