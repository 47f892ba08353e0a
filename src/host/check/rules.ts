import { accessRules } from './access-rules.js';
import { answerRules } from './answer-rules.js';
import { approvalRules } from './approval-rules.js';
import { inquiryRules } from './inquiry-rules.js';
import { limitRules } from './limit-rules.js';
import { originRules } from './origin-rules.js';
import { pageWordRules } from './page-word-rules.js';
import type { RuleGroup } from './rule.js';
import { saleRules } from './sale-rules.js';
import { scenarioRules } from './scenario-rules.js';
import { shopRules } from './shop-rules.js';
import { statusRules } from './status-rules.js';
import { verifiedRules } from './verified-rules.js';
import { signedEventRules, webhookRules } from './webhook-rules.js';

/** All rules, from an account that nobody has touched to one that has bought. */
export const ruleGroups: readonly RuleGroup[] = [
  statusRules,
  inquiryRules,
  accessRules,
  shopRules,
  pageWordRules,
  webhookRules,
  signedEventRules,
  originRules,
  limitRules,
  approvalRules,
  verifiedRules,
  saleRules,
  scenarioRules,
  answerRules,
];
