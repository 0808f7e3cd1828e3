import { artifactShape } from './artifact-shape.js';
import { expectationFields } from './condition-fields.js';
import { guardrailLimit, guardrailSide, triggerGuardrail } from './guardrails.js';
import { knownFacts } from './known-facts.js';
import { routeMix } from './route-mix.js';
import { fields, type Rule, type RuleViolation } from './rule.js';
import { uniqueNames } from './unique-names.js';

const RULES: readonly Rule[] = [
	routeMix,
	uniqueNames,
	guardrailSide,
	guardrailLimit,
	artifactShape,
	expectationFields,
	knownFacts,
	triggerGuardrail,
];

/** Checks the constraints between the fields of a file, whether or not it passed the schema. */
export function checkRules(file: unknown): readonly RuleViolation[] {
	return RULES.flatMap((rule) => rule(fields(file)));
}
