/** Words that come with the pages that need them: only their types are here, so that their keys are checked. */
export type Later = typeof import('./de/allow') &
  typeof import('./de/appointmentRules') &
  typeof import('./de/appointments') &
  typeof import('./de/availability') &
  typeof import('./de/billing') &
  typeof import('./de/budgets') &
  typeof import('./de/call') &
  typeof import('./de/cancellation') &
  typeof import('./de/conflict') &
  typeof import('./de/coordinator') &
  typeof import('./de/coverage') &
  typeof import('./de/day') &
  typeof import('./de/disputes') &
  typeof import('./de/earnings') &
  typeof import('./de/documents') &
  typeof import('./de/feedback') &
  typeof import('./de/interpreter') &
  typeof import('./de/jobs') &
  typeof import('./de/ledger') &
  typeof import('./de/mail') &
  typeof import('./de/money') &
  typeof import('./de/parties') &
  typeof import('./de/policy') &
  typeof import('./de/price') &
  typeof import('./de/reasons') &
  typeof import('./de/record') &
  typeof import('./de/reports') &
  typeof import('./de/requester') &
  typeof import('./de/retention') &
  typeof import('./de/rules') &
  typeof import('./de/runs') &
  typeof import('./de/standby') &
  typeof import('./de/tariffs') &
  typeof import('./de/waiting') &
  typeof import('./de/words');
