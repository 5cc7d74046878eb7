import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { ShellRoute } from '../../../router';
import { allow } from '../../shared/access';
import { readBudgetSearch } from '../budgets/budgetSearch';
import { readDisputeSearch } from './disputes/disputeSearch';
import { readDunningSearch, readMoneySearch } from './moneySearch';
import { readDocumentSearch, readFormSearch, readNewRunSearch, readPartiesSearch } from './search';

export const billingRoutes = (shell: ShellRoute) => [
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./RunsPage'), 'RunsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/laeufe/neu',
    validateSearch: readNewRunSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./NewRunPage'), 'NewRunPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/laeufe/$id',
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./RunPage'), 'RunPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/belege',
    validateSearch: readDocumentSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./DocumentsPage'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/stammdaten',
    validateSearch: readPartiesSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./PartiesPage'), 'PartiesPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/stammdaten/eigene',
    validateSearch: readFormSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./PartyPages'), 'IssuerPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/stammdaten/auftraggeber/$id',
    validateSearch: readFormSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./PartyPages'), 'CustomerPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/stammdaten/dolmetschende/$id',
    validateSearch: readFormSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./PartyPages'), 'InterpreterPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/zahlungen',
    validateSearch: readMoneySearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./MoneyPage'), 'MoneyPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/mahnliste',
    validateSearch: readDunningSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./DunningPage'), 'DunningPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/einwaende',
    validateSearch: readDisputeSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('./disputes/DisputesPage'), 'DisputesPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/disposition/abrechnung/budgets',
    validateSearch: readBudgetSearch,
    beforeLoad: ({ context }) => allow(context.me, 'coordinator'),
    component: lazyRouteComponent(() => import('../budgets/BudgetsPage'), 'BudgetsPage'),
  }),
];
