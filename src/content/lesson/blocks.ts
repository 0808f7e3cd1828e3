import type { z } from 'zod';
import { figureOf, parseFigureRef, scenarioAt } from '../../engine/expectations/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { inputAt, nearestNames } from '../../engine/inputs/index.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { MetricName, Scenario } from '../../engine/scenario.js';
import { toCondition } from '../scenario/clean.js';
import type { ScenarioDocument } from '../scenario/document.js';
import { checkCondition, checkMoments } from '../scenario/rules/condition-fields.js';
import { checkFacts } from '../scenario/rules/known-facts.js';
import { fields, type RuleViolation } from '../scenario/rules/rule.js';
import type { Challenge, Evidence, EvidenceState, Predict, ShownFigure, Workbench } from './document.js';
import type { challenge, evidence, predict, workbench } from './raw.js';

/** A block and its rule violations. */
export interface CleanedBlock<B> {
	readonly block: B;
	readonly breaches: readonly RuleViolation[];
}

/** What an evidence block shows if it does not say which states. */
export interface EvidenceDefaults {
	/** Id of the state in which the lesson starts; null: the scenario's own. */
	readonly start: string | null;
	/** The question that the block waits for; undefined: none, or one with faults. */
	readonly question: Predict | undefined;
}

/** Converts an evidence block, and checks it against the lesson's scenario. */
export function cleanEvidence(
	raw: z.output<typeof evidence>,
	{ scenario, artifact }: ScenarioDocument,
	{ start, question }: EvidenceDefaults,
): CleanedBlock<Evidence> {
	const asked = raw.states === undefined ? question : undefined;
	const change = { ...asked?.change, ...raw.change };
	const names = raw.states ?? [asked?.state ?? start ?? 'own'];
	const states = names.map(
		(name, i): EvidenceState => ({
			moment: name === 'own' ? null : name,
			change,
			title: raw.titles?.[i] ?? null,
		}),
	);
	const figures = readFigures(raw.figures, scenario);
	const block: Evidence = {
		kind: 'evidence',
		after: raw.after ?? null,
		states,
		artifact: raw.artifact ?? false,
		parts: raw.show,
		figures: figures.shown,
	};
	const showsState = block.parts.length + raw.figures.length > 0;
	const breaches: RuleViolation[] = [
		...figures.breaches,
		...(showsState || raw.states ? stateBreaches(block, scenario) : []),
		...changeBreaches(scenario, raw.change, 'change'),
		...(raw.artifact && artifact === null
			? [{ path: ['artifact'], message: `${scenario.id} has no artifact`, help: 'Delete this line.' }]
			: []),
	];
	if (raw.titles && raw.titles.length !== states.length)
		breaches.push({
			path: ['titles'],
			message: `there are ${raw.titles.length} titles for ${states.length} states`,
			help: 'Give each state one title.',
		});
	if (!block.artifact && !showsState)
		breaches.push({ path: [], message: 'nothing is shown here', help: 'Say artifact, show or figures.' });
	return { block, breaches };
}

/** Checks the states of an evidence block. */
function stateBreaches({ states, parts }: Evidence, scenario: Scenario): readonly RuleViolation[] {
	const breaches: RuleViolation[] = [];
	for (const [i, { moment, change, title }] of states.entries()) {
		const path = ['states', i];
		if (moment !== 'baseline' && scenarioAt(scenario, moment) === null) {
			const known = [...scenario.states.map(({ id }) => id), ...scenario.weeks.map(({ week }) => week)];
			const help = `There are ${['own', 'baseline', ...known].join(', ')}.`;
			breaches.push({ path, message: `${scenario.id} has no state or week ${moment}`, help });
		} else if (title === null && Object.keys(change).length > 0) {
			const help = 'Add titles: a name for the state with its changes.';
			breaches.push({ path, message: 'a changed state has no name', help });
		}
	}
	const [first, second] = states;
	const names = states.map(({ moment }) => moment);
	const twice = names.findIndex((name, i) => names.indexOf(name) < i);
	if (twice >= 0)
		breaches.push({ path: ['states', twice], message: 'this state is shown twice', help: 'Delete one of the two.' });
	if ((second || first?.moment === 'baseline') && Object.keys(first?.change ?? {}).length > 0)
		breaches.push({
			path: ['change'],
			message: second
				? `change applies to one state, and ${states.length} are shown`
				: 'the baseline cannot be changed',
			help: second ? 'Show one state, or delete change.' : 'Name a state, or delete change.',
		});
	if (parts.length > 0 && (second || first?.moment === 'baseline'))
		breaches.push({
			path: ['show'],
			message: 'a part of a pane shows one state, and not the baseline',
			help: 'Name one state, or show figures instead.',
		});
	return breaches;
}

/** Converts a workbench, and checks it against the lesson's scenario. */
export function cleanWorkbench(
	raw: z.output<typeof workbench>,
	{ scenario }: ScenarioDocument,
): CleanedBlock<Workbench> {
	const figures = readFigures(raw.figures, scenario);
	const breaches: RuleViolation[] = [
		...raw.inputs.flatMap((path, i) => (inputAt(scenario, path) ? [] : [unknownInput(path, ['inputs', i], scenario)])),
		...figures.breaches,
	];
	if (raw.show.length + raw.inputs.length === 0)
		breaches.push({ path: [], message: 'nothing can be changed here', help: 'Say inputs or show, or write evidence.' });
	const block: Workbench = {
		kind: 'workbench',
		after: raw.after ?? null,
		parts: raw.show,
		inputs: raw.inputs,
		figures: figures.shown,
	};
	return { block, breaches };
}

/** Reads figures without a moment of their own. */
function readFigures(
	texts: readonly string[],
	scenario: Scenario,
	field = 'figures',
): { readonly shown: readonly ShownFigure[]; readonly breaches: readonly RuleViolation[] } {
	const read = texts.map((text) => parseFigureRef(text, scenario));
	const isTwice = (i: number): boolean => texts.indexOf(texts[i] ?? '') < i;
	return {
		shown: read.flatMap((one) => (one.ok ? [{ figure: one.value.figure, segment: one.value.segment }] : [])),
		breaches: read.flatMap((one, i): readonly RuleViolation[] => {
			const path = [field, i];
			if (!one.ok) return [{ path, message: one.message, help: one.help }];
			if (one.value.moment !== null || one.value.against !== undefined) {
				const where = field === 'figures' ? 'states names the columns' : 'its state is that of the question';
				return [{ path, message: 'a figure here names no state', help: `Write FIGURE or FIGURE SEGMENT; ${where}.` }];
			}
			return isTwice(i) ? [{ path, message: 'this figure is listed twice', help: 'Delete one of the two.' }] : [];
		}),
	};
}

/**
 * Converts a question block, and checks it.
 *
 * @param start the scenario at the start of the lesson
 * @param loaded the scenario as its file has it
 */
export function cleanPredict(raw: z.output<typeof predict>, start: Scenario, loaded: Scenario): CleanedBlock<Predict> {
	const { id, ask, metric, choices, answer, change, checks } = raw;
	const hidden = readFigures(raw.hides, loaded, 'hides');
	const segment = raw.segment ?? null;
	const state = raw.state ?? null;
	const base = state === null ? start : scenarioAt(loaded, state === 'own' ? null : state);
	const breaches: RuleViolation[] = [
		...hidden.breaches,
		...checkFacts(checks, 'checks'),
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
	const asked: readonly ShownFigure[] = about.kind === 'metric' ? [{ figure: about.metric, segment }] : [];
	const hides = [...asked, ...hidden.shown];
	return {
		block: { kind: 'predict', id, after: raw.after ?? null, ask, about, state, change, hides, checks },
		breaches,
	};
}

/**
 * Converts a challenge block, and checks it.
 *
 * @param start the scenario at the start of the lesson
 */
export function cleanChallenge(raw: z.output<typeof challenge>, start: Scenario): CleanedBlock<Challenge> {
	const { id, goal, hints, solution, after, checks } = raw;
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
		checks,
		conditions: raw.conditions.map(toCondition),
	};
	return {
		block,
		breaches: [...breaches, ...checkFacts(checks, 'checks'), ...changeBreaches(start, solution, 'solution')],
	};
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
