import './words';
import { RulePage } from './RulePage';
import type { RuleSet } from './ruleForm';

export const appointmentRules: RuleSet = {
  path: '/api/appointment-rules',
  words: 'appointmentRules',
  groups: {
    booking: {
      earliestAhead: 'minutes',
      daysAheadAtMost: 'days',
      shortest: 'minutes',
      longest: 'minutes',
      lengthStep: 'minutes',
      startStep: 'minutes',
      gap: 'minutes',
    },
    asking: {
      askedFirst: 'persons',
      longAhead: 'workingDays',
      longAnswer: 'workingDays',
      middleAhead: 'workingDays',
      middleAnswer: 'workingDays',
      shortAhead: 'workingDays',
      answerBy: 'clock',
      dayBeforeUntil: 'clock',
      dayBeforeAnswerBy: 'clock',
      lastAnswer: 'minutes',
    },
    reminding: {
      firstReminder: 'reminder',
      secondReminder: 'reminder',
      thirdReminder: 'reminder',
      yellowDaysBefore: 'days',
      redDaysBefore: 'days',
    },
    holding: {
      roomOpensBefore: 'minutes',
      readinessAskedBefore: 'minutes',
      interpreterLateAfter: 'minutes',
      interpreterMissedAfter: 'minutes',
      customerMissedAfter: 'minutes',
    },
  },
};

/** The rules of appointments. */
export const AppointmentRulesPage = () => <RulePage set={appointmentRules} />;
