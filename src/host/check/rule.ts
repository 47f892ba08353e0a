import type { Verdict } from './verdict.js';
import type { Visit } from './visit.js';

/** What a rule cannot do without, beyond the address and an account. */
export type Need =
  | 'header'
  | 'other'
  | 'other-header'
  | 'secret'
  | 'origin'
  | 'persona'
  | 'local'
  | 'buy'
  | 'scenarios';

/** One thing that a host has to do. */
export interface Rule {
  /** Its stable name, in kebab-case. */
  id: string;
  /** What is so at a host that keeps it. */
  title: string;
  needs?: readonly Need[];
  /** True for rules over the answers of all the others, which are asked whatever has happened. */
  overall?: boolean;
  /** Undefined when the rule is kept; throws {@link NotAsked} when nobody can tell. */
  run(visit: Visit): Promise<Verdict | undefined>;
}

/** Rules about one thing, in the order in which they are asked: what is asked earlier is still untouched. */
export interface RuleGroup {
  name: string;
  rules: readonly Rule[];
}
