import type { z } from 'zod';
import { figureOf, parseFigureRef, scenarioAt } from '../../engine/expectations/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { inputAt, nearestNames } from '../../engine/inputs/index.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import { toCondition } from '../scenario/clean.js';
import type { ScenarioDocument } from '../scenario/document.js';
import { checkCondition, checkMoments } from '../scenario/rules/condition-fields.js';
import { fields, type RuleViolation } from '../scenario/rules/rule.js';
import type { Challenge, Live, Predict } from './document.js';
import type { challenge, live, predict } from './raw.js';

/** A block and its rule violations. */
export interface CleanedBlock<B> {
	readonly block: B;
	readonly breaches: readonly RuleViolation[];
}

/** Converts a live block, and checks it against the lesson's scenario. */
export function cleanLive(raw: z.output<typeof live>, { scenario, artifact }: ScenarioDocument): CleanedBlock<Live> {
	const figures = raw.figures.map((text) => parseFigureRef(text, scenario));
	const breaches: RuleViolation[] = [
		...raw.inputs.flatMap((path, i) => (inputAt(scenario, path) ? [] : [unknownInput(path, ['inputs', i], scenario)])),
		...figures.flatMap((read, i) => figureBreach(read, ['figures', i])),
		...(raw.artifact && artifact === null
			? [{ path: ['artifact'], message: `${scenario.id} has no artifact`, help: 'Delete this line.' }]
			: []),
	];
	const block: Live = {
		kind: 'live',
		after: raw.after ?? null,
		artifact: raw.artifact ?? false,
		parts: raw.show,
		inputs: raw.inputs,
		figures: figures.flatMap((read) => (read.ok ? [{ figure: read.value.figure, segment: read.value.segment }] : [])),
	};
	if (!block.artifact && [...block.parts, ...block.inputs, ...raw.figures].length === 0)
		breaches.push({ path: [], message: 'nothing is shown here', help: 'Say artifact, show, inputs or figures.' });
	return { block, breaches };
}

/** Checks a figure of a live block: it must be a figure of the current state. */
function figureBreach(read: ReturnType<typeof parseFigureRef>, path: RuleViolation['path']): readonly RuleViolation[] {
	if (!read.ok) return [{ path, message: read.message, help: read.help }];
	if (read.value.moment === null && read.value.against === undefined) return [];
	return [
		{
			path,
			message: 'a live figure is that of the present state',
			help: 'Write FIGURE or FIGURE SEGMENT; the table shows the baseline and the last edit beside it.',
		},
	];
}

/**
 * Converts a question block, and checks it.
 *
 * @param start the scenario at the start of the lesson
 * @param loaded the scenario as its file has it
 */
export function cleanPredict(raw: z.output<typeof predict>, start: Scenario, loaded: Scenario): CleanedBlock<Predict> {
	const { id, ask, metric, choices, answer, change } = raw;
	const segment = raw.segment ?? null;
	const state = raw.state ?? null;
	const base = state === null ? start : scenarioAt(loaded, state === 'own' ? null : state);
	const breaches: RuleViolation[] = [
		...(base === null ? [unknownState(state ?? '', start)] : changeBreaches(base, change, 'change')),
		...(base === null || metric === undefined ? [] : unmeasured(base, change, metric, segment)),
		...(segment !== null && !start.segments.some((one) => one.id === segment)
			? [
					{
						path: ['segment'],
						message: `there is no segment ${segment}`,
						help: `There are ${start.segments.map((one) => one.id).join(', ')}.`,
					},
				]
			: []),
	];
	if ((metric === undefined) === (choices === undefined))
		breaches.push({ path: ['ask'], message: 'a question has either a metric or choices', help: 'Say one of the two.' });
	if (choices && answer === undefined)
		breaches.push({
			path: ['choices'],
			message: 'it is not said which choice is right',
			help: 'Add answer: its number, from 1.',
		});
	if (choices && answer !== undefined && answer > choices.length)
		breaches.push({
			path: ['answer'],
			message: `there is no choice ${answer}`,
			help: `Write a number from 1 to ${choices.length}.`,
		});
	if (!choices && answer !== undefined)
		breaches.push({ path: ['answer'], message: 'answer goes with choices', help: 'Delete it, or give choices.' });
	if (choices && segment !== null)
		breaches.push({ path: ['segment'], message: 'segment goes with a metric', help: 'Delete it, or give a metric.' });
	const about: Predict['about'] = choices
		? { kind: 'choice', choices, answer: answer ?? 1 }
		: { kind: 'metric', metric: metric ?? 'resolution', segment };
	return { block: { kind: 'predict', id, ask, about, state, change }, breaches };
}

/**
 * Converts a challenge block, and checks it.
 *
 * @param start the scenario at the start of the lesson
 */
export function cleanChallenge(raw: z.output<typeof challenge>, start: Scenario): CleanedBlock<Challenge> {
	const { id, goal, hints, solution, after } = raw;
	// The rules look names up in a scenario file; this object has the same layout.
	const file = fields({ segments: start.segments, states: start.states, weeks: start.weeks });
	const breaches = raw.conditions.flatMap((condition, i) => {
		const path = ['conditions', i];
		const violations = [
			...checkCondition(file, fields(condition), path),
			...checkMoments(file, fields(condition), path),
		];
		if (condition.input !== undefined && !inputAt(start, condition.input))
			violations.push(unknownInput(condition.input, [...path, 'input'], start));
		return violations;
	});
	const block: Challenge = {
		kind: 'challenge',
		id,
		goal,
		hints,
		solution,
		after,
		conditions: raw.conditions.map(toCondition),
	};
	return { block, breaches: [...breaches, ...changeBreaches(start, solution, 'solution')] };
}

function unknownInput(path: string, at: RuleViolation['path'], scenario: Scenario): RuleViolation {
	const near = nearestNames(path, [
		...scenario.segments.flatMap(({ id }) => [`segments.${id}.routedSmall`, `segments.${id}.repairRate`]),
		'threshold',
	]);
	return {
		path: at,
		message: `${scenario.id} has no input ${path}`,
		help: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Write a path such as segments.faq.routedSmall.',
	};
}

const unknownState = (state: string, { id, states }: Scenario): RuleViolation => ({
	path: ['state'],
	message: `${id} has no state ${state}`,
	help: `There are ${states.map((one) => one.id).join(', ') || 'none'}.`,
});

/** Checks changes: the ones that the scenario refuses, or else the first problem of the changed scenario. */
function changeBreaches(start: Scenario, changes: Predict['change'], field: string): readonly RuleViolation[] {
	const { scenario, refused } = applyChanges(start, changes);
	if (refused.length > 0)
		return refused.map(({ path, message, help }) => ({
			path: [field, path],
			...(inputAt(start, path) ? {} : { name: true as const }),
			message,
			help,
		}));
	const [problem] = scenarioProblems({ ...scenario, weeks: [], states: [] });
	return problem
		? [{ path: [field], message: `the ${field} cannot be computed: ${problem.message}`, help: problem.help }]
		: [];
}

function unmeasured(
	start: Scenario,
	changes: Predict['change'],
	metric: MetricName,
	segment: string | null,
): readonly RuleViolation[] {
	const isKnownSegment = segment === null || start.segments.some(({ id }) => id === segment);
	const { scenario, refused } = applyChanges(start, changes);
	if (!isKnownSegment || refused.length > 0 || figureOf(scenario, metric, segment) !== null) return [];
	return [
		{ path: ['metric'], message: `${metric} is not measured there`, help: 'Ask for one that is: nobody can guess it.' },
	];
}
