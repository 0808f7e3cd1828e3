import type { ScenarioDocument } from '../../content/index.js';
import {
	describeCondition,
	describeMeasurement,
	type Expectation,
	measureCondition,
	ROLES,
	scenarioAt,
} from '../../engine/expectations/index.js';
import { computeOutcome } from '../../engine/index.js';
import type { Scenario, Week } from '../../engine/scenario.js';
import type { Line, Span } from '../../text/line.js';
import { wrapLine } from '../../text/wrap-line.js';
import { VERDICT_TEXT } from '../format/guardrail-text.js';
import { verdictLine } from './verdict-line.js';

/** A state that the reader can enter, with its verdict. */
export interface StateModel {
	/** null: the scenario's own state. */
	readonly id: string | null;
	readonly name: string;
	readonly scenario: Scenario;
	readonly verdict: Span;
	/** The verdict and its cause. */
	readonly sentence: Line;
	readonly claims: readonly ClaimModel[];
}

/** A claim, and whether it holds. */
export interface ClaimModel {
	readonly says: string;
	readonly role: Expectation['role'];
	/** The week that it is about; null: the whole state. */
	readonly week: Week['week'] | null;
	/** The exact condition, in words. */
	readonly condition: string;
	/** The measured value, in words. */
	readonly found: string;
	readonly holds: boolean;
}

export const OWN_STATE_NAME = 'unedited';

/**
 * Returns the scenario's own state and its named states, each with its claims. Claims about weeks belong to its own.
 */
export function stateModels({ scenario, expectations }: ScenarioDocument): readonly StateModel[] {
	return [{ id: null, name: OWN_STATE_NAME }, ...scenario.states].map(({ id, name }) => {
		const stateScenario = scenarioAt(scenario, id) ?? scenario;
		const outcome = computeOutcome(stateScenario);
		const { text, tone } = VERDICT_TEXT[outcome.verdict];
		return {
			id,
			name,
			scenario: stateScenario,
			verdict: { text, tone, bold: true },
			sentence: verdictLine(outcome, stateScenario),
			claims: expectations
				.filter(({ moment }) => (typeof moment === 'number' ? null : moment) === id)
				.map((expectation) => claimModel(scenario, expectation))
				// Claims that fail come first: the reader looks for them.
				.sort((a, b) => Number(a.holds) - Number(b.holds) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role)),
		};
	});
}

function claimModel(scenario: Scenario, { says, role, moment, condition }: Expectation): ClaimModel {
	const measured = measureCondition(scenario, condition, moment);
	return {
		says,
		role,
		week: typeof moment === 'number' ? moment : null,
		condition: describeCondition(condition),
		found: describeMeasurement(condition, measured),
		holds: measured.holds,
	};
}

/** Words for the role of a claim, printed before it. */
export const ROLE_LABELS: Readonly<Record<Expectation['role'], string>> = {
	betrays: 'shows the fault',
	calm: 'looks fine',
	mends: 'shows the fix',
	number: 'key figure',
	shows: 'also',
};

/** Draws a claim, and the measured value if it does not hold. */
export const claimLines = ({ says, role, holds, condition, found }: ClaimModel, columns: number): readonly Line[] =>
	wrapLine(
		[
			{ text: holds ? '✓ ' : '✗ ', tone: holds ? 'good' : 'bad' },
			{ text: `${ROLE_LABELS[role]}: `, tone: 'dim' },
			{ text: says },
			...(holds ? [] : [{ text: ` Expected ${condition}, but ${found}.`, tone: 'bad' as const }]),
		],
		columns,
	);
