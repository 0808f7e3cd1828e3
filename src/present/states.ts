import type { ScenarioDocument } from '../content/index.js';
import {
	conditionWords,
	type Expectation,
	measureCondition,
	measuredWords,
	ROLES,
	scenarioAt,
} from '../engine/expectations/index.js';
import { computeOutcome } from '../engine/index.js';
import type { Scenario, Week } from '../engine/scenario.js';
import { ownBaselineName } from './baseline-name.js';
import { VERDICT_TEXT } from './guardrail-text.js';
import type { Line, Span } from './table/model.js';
import { wrapLine } from './table/wrap-line.js';
import { verdictLine } from './verdict-line.js';

/** A state that can be entered, with what it comes to. */
export interface StateModel {
	/** null: the scenario's own. */
	readonly id: string | null;
	readonly name: string;
	readonly scenario: Scenario;
	readonly verdict: Span;
	/** The verdict, and what decided it. */
	readonly sentence: Line;
	readonly claims: readonly ClaimModel[];
}

/** A claim, and how it stands. */
export interface ClaimModel {
	readonly says: string;
	readonly role: Expectation['role'];
	/** The week that it is about; null: the state as a whole. */
	readonly week: Week['week'] | null;
	/** The condition in words, for whoever wants to know exactly. */
	readonly condition: string;
	/** What was found, in words. */
	readonly found: string;
	readonly holds: boolean;
}

export const OWN_STATE = 'as the scenario has it';

/** The scenario's own state and those that have a name, each with its claims; claims about weeks stand with its own. */
export function stateModels({ scenario, expectations }: ScenarioDocument): readonly StateModel[] {
	return [{ id: null, name: OWN_STATE }, ...scenario.states].map(({ id, name }) => {
		const there = scenarioAt(scenario, id) ?? scenario;
		const outcome = computeOutcome(there);
		const { text, tone } = VERDICT_TEXT[outcome.verdict];
		return {
			id,
			name,
			scenario: there,
			verdict: { text, tone, bold: true },
			sentence: verdictLine(outcome, ownBaselineName(there)),
			claims: expectations
				.filter(({ moment }) => (typeof moment === 'number' ? null : moment) === id)
				.map((expectation) => claimModel(scenario, expectation))
				// What does not hold is what one came for.
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
		condition: conditionWords(condition),
		found: measuredWords(condition, measured),
		holds: measured.holds,
	};
}

/** What each role is called before a claim. */
export const ROLE_WORDS: Readonly<Record<Expectation['role'], string>> = {
	betrays: 'betrays it',
	calm: 'looks fine',
	mends: 'mends it',
	number: 'its number',
	shows: 'also',
};

/** Lines on one claim, for people who look at its state; where it does not hold, what was found. */
export const claimLines = ({ says, role, holds, condition, found }: ClaimModel, columns: number): readonly Line[] =>
	wrapLine(
		[
			{ text: holds ? '✓ ' : '✗ ', tone: holds ? 'good' : 'bad' },
			{ text: `${ROLE_WORDS[role]}: `, tone: 'dim' },
			{ text: says },
			...(holds ? [] : [{ text: ` Expected ${condition}, but ${found}.`, tone: 'bad' as const }]),
		],
		columns,
	);
