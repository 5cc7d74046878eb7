import './words';
import { RulePage } from './RulePage';
import type { RuleSet } from './ruleForm';

export const policyRules: RuleSet = {
  path: '/api/dispatch-policy',
  words: 'policy',
  groups: {
    ringing: {
      firstWaveSize: 'persons',
      firstWaveAlone: 'seconds',
      nextWaveSize: 'persons',
      nextWaveEvery: 'seconds',
      everybodyAfter: 'seconds',
      offerLife: 'seconds',
      offerExtension: 'seconds',
      ringAfterRestart: 'seconds',
    },
    waiting: {
      audioAfter: 'seconds',
      relatedAfter: 'seconds',
      choicesAfter: 'seconds',
      unservedAfter: 'seconds',
      helpWithin: 'seconds',
      callbackFor: 'seconds',
      callbackReadyFor: 'seconds',
      requesterGrace: 'seconds',
      headStartOfPoliceOrChildProtection: 'seconds',
      headStartOfUncoveredAppointment: 'seconds',
      headStartOfRelief: 'seconds',
      estimateDays: 'days',
      estimateCases: 'cases',
      positionsEvery: 'seconds',
      positionsTold: 'places',
      rememberEnded: 'seconds',
    },
    call: {
      connectWithin: 'seconds',
      interruptionGrace: 'seconds',
      mediaSilence: 'seconds',
      complaintWithin: 'seconds',
      feedbackDays: 'days',
      feedbackChangeWithin: 'seconds',
      silenceUntilCheck: 'seconds',
      holdUntilCheck: 'seconds',
      checkEvery: 'seconds',
      checksUntilEnd: 'questions',
      guestLinkLife: 'seconds',
      guestsAtMost: 'persons',
      handoverAfter: 'seconds',
      handoverOverlap: 'seconds',
    },
    presence: {
      presenceGrace: 'seconds',
      missesUntilPause: 'offers',
      wrapUp: 'seconds',
      wrapUpAtMost: 'seconds',
      breakAfter: 'seconds',
      breakLength: 'seconds',
      breakGap: 'seconds',
      breakQuestion: 'seconds',
    },
  },
};

/** The rules of dispatch. */
export const PolicyPage = () => <RulePage set={policyRules} />;
