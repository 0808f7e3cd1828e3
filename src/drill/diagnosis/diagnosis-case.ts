import { weekScenarios } from '../../engine/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { editsBetween } from '../../engine/inputs/index.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { Changes, Scenario, Week } from '../../engine/scenario.js';
import { capitalize } from '../../text/capitalize.js';
import { formatFixed, roundToStep } from '../numbers/format.js';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { artifactsOf } from './artifacts.js';
import { drawBoard } from './board.js';
import type { DiagnosisCase, Shape } from './case.js';
import { explainShape } from './explanation.js';
import type { Fault, Mechanism } from './fault.js';
import { drawGuardrails, mendConditions } from './guardrails.js';
import { falseEasy, missingOverride, routeDrift, tierForDifficulty } from './mix-faults.js';
import { repairLoop, selfApproval, slowFallback } from './repair-faults.js';
import { STREAMS, shapeOf } from './shapes.js';
import { type EvaluatedScenario, evaluateScenario, showsOnly } from './signatures.js';

/** Boards drawn over one context before moving on to the next. */
const TRIES = 40;

/**
 * Draws a failure shape with fresh figures over one of the contexts. The same seed and contexts give the same case.
 *
 * Draws boards until the healthy start ships, the fault breaks one limit, and the tables show this shape and no other.
 * Moves on to the next context after `TRIES` boards.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³; `shapeOf` says which shape it stands for
 * @param contexts sources of names, calls, prices, shares, stakes and waits; each must have latency figures
 * @throws if no context suits the shape: F6 needs one with exactly one high-risk segment
 */
export function diagnosisCase(seed: number, contexts: readonly Scenario[]): DiagnosisCase {
	const order = seededRandom(seed, STREAMS.contexts).shuffle(contexts);
	for (const [turn, context] of order.entries()) {
		for (let attempt = 0; attempt < TRIES; attempt++) {
			const diagnosis = drawCase(seed, seededRandom(seed, STREAMS.attempts + turn * TRIES + attempt), context);
			if (diagnosis) return diagnosis;
		}
	}
	throw new Error(`none of the ${contexts.length} contexts suits ${shapeOf(seed)}`);
}

function drawCase(seed: number, random: SeededRandom, context: Scenario): DiagnosisCase | null {
	const shape = shapeOf(seed);
	const { needs, brokenMetric, apply } = MECHANISMS[shape];
	const fault = apply(random, drawBoard(random, context, needs));
	if (!fault) return null;
	const product = productName(context);
	const weeks = drawWeeks(random);
	const faulty = withWeeks({ ...fault.healthy, id: `diagnosis:${seed}`, title: product }, fault, weeks);
	const healthy = firstWeek(faulty);
	// Most boards fail here, before the more expensive steps.
	if (!isRoutingWorthIt(healthy)) return null;
	const states = {
		healthy,
		fault: evaluateScenario(faulty),
		mended: evaluateScenario(applySolution(faulty, fault.solution)),
	};
	const saving = roundToStep(0.85 * Math.min(savingOf(states.healthy), savingOf(states.mended)), 0.01);
	const guardrails = saving >= LEAST_SAVING ? drawGuardrails(random, brokenMetric, states) : null;
	if (guardrails === null) return null;
	const scenario = { ...faulty, guardrails };
	const [now, before, after] = [
		evaluateScenario(scenario),
		firstWeek(scenario),
		evaluateScenario(applySolution(scenario, fault.solution)),
	];
	if (!showsOnly(shape, now, before) || scenarioProblems(scenario).length > 0) return null;
	const verdicts = [now, before, after].map(({ outcome }) => outcome.verdict).join();
	if (verdicts !== 'roll-back,ship,ship') return null;
	return {
		seed,
		shape,
		title: `${product}, weeks ${weeks.first} to ${weeks.first + fault.weeks.length}`,
		brief: drawBrief(
			random,
			product,
			scenario,
			fault.weeks.map((_, i) => weeks.release + i),
		),
		scenario,
		artifacts: artifactsOf(now, before),
		mend: mendConditions(guardrails, saving),
		solution: fault.solution,
		explanation: explainShape(shape, {
			now,
			before,
			segmentIndex: scenario.segments.findIndex(({ id }) => id === fault.segment),
		}),
	};
}

/** Smallest saving, as a fraction, that makes routing worth mending. */
const LEAST_SAVING = 0.15;

/** Whether routing still saves money after hand-offs and silent failures are paid; otherwise no state is good. */
const isRoutingWorthIt = ({ outcome: { metrics, baseline } }: EvaluatedScenario): boolean =>
	(metrics.totalCostPerResolved ?? 0) < (baseline.totalCostPerResolved ?? 0);

const savingOf = ({ outcome }: EvaluatedScenario): number => outcome.metrics.saving ?? 0;
const applySolution = (scenario: Scenario, solution: Changes): Scenario => applyChanges(scenario, solution).scenario;
const firstWeek = (scenario: Scenario): EvaluatedScenario =>
	evaluateScenario(weekScenarios(scenario)[0]?.scenario ?? scenario);

interface Numbering {
	readonly first: number;
	/** Release number of the second week. */
	readonly release: number;
}

const drawWeeks = (random: SeededRandom): Numbering => ({
	first: random.integer(2, 48),
	release: random.integer(11, 96),
});

/** Returns the faulty board with its history as weeks; the first week restores the healthy start. */
function withWeeks(healthy: Scenario, { weeks }: Fault, { first, release }: Numbering): Scenario {
	const now = weeks.reduce((at: Scenario, set) => applyChanges(at, set).scenario, healthy);
	const back = Object.fromEntries(editsBetween(now, healthy).map(({ path, value }) => [path, value]));
	const later = weeks.map((set, i): Week => ({ week: first + 1 + i, label: `Release ${release + i}`, set }));
	return { ...now, weeks: [{ week: first, label: `Release ${release - 1}`, set: back }, ...later] };
}

/** The mechanism behind each shape. */
const MECHANISMS: Readonly<Record<Shape, Mechanism>> = {
	F1: falseEasy,
	F2: selfApproval,
	F3: repairLoop,
	F4: tierForDifficulty,
	F5: routeDrift,
	F6: missingOverride,
	F7: slowFallback,
};

/** Returns the product name from a context's id: `support-bot` → `Support bot`. */
function productName(context: Scenario): string {
	const words = context.id.replaceAll('-', ' ');
	return capitalize(words);
}

/** Every release touched all three, so that none of them hints at a shape. */
const TOUCHED = ['the prompts', 'the routing rules', 'what happens to a small answer before it is shown'];

function joinList(items: readonly string[]): string {
	// A name may itself contain a comma.
	const comma = items.some((item) => item.includes(',')) ? ';' : ',';
	return `${items.slice(0, -1).join(`${comma} `)}${items.length > 1 ? ' and ' : ''}${items.at(-1) ?? ''}`;
}

/** Draws two sentences that fit every shape: the product, and that several things changed lately. */
function drawBrief(random: SeededRandom, product: string, scenario: Scenario, releases: readonly number[]): string {
	const volume = formatFixed(scenario.volumePerWeek ?? 0, 0);
	const [first, last] = [releases[0], releases.at(-1)];
	const touched = joinList(random.shuffle(TOUCHED));
	const segments = joinList(scenario.segments.map(({ name }) => name));
	return random.pick([
		`${product} gets ${volume} requests a week, cut here into ${segments}. Releases ${first} to ${last} touched ${touched}, and the team has to say what became of them.`,
		`The board of ${product.toLowerCase()} covers ${volume} requests a week: ${segments}. Lately, releases ${first} to ${last} changed ${touched}.`,
		`${volume} requests a week reach ${product.toLowerCase()}, and its tables tell ${segments} apart. What changed lately came with releases ${first} to ${last}: ${touched}.`,
	]);
}
