import { weekScenarios } from '../../engine/index.js';
import { applyChanges } from '../../engine/inputs/apply-changes.js';
import { editsBetween } from '../../engine/inputs/index.js';
import { scenarioProblems } from '../../engine/problems.js';
import type { Changes, Scenario, Week } from '../../engine/scenario.js';
import { fixed, toStep } from '../numbers/spell.js';
import { type Seeded, seeded } from '../seeded.js';
import { artifactsOf } from './artifacts.js';
import { becauseOf } from './because.js';
import { drawBoard } from './board.js';
import type { DiagnosisCase, Shape } from './case.js';
import type { Fault, Mechanism } from './fault.js';
import { drawGuardrails, mendConditions } from './limits.js';
import { falseEasy, missingOverride, routeDrift, tierForDifficulty } from './mix-faults.js';
import { repairLoop, selfApproval, slowFallback } from './repair-faults.js';
import { STREAMS, shapeOf } from './shapes.js';
import { betrays, type Seen, seen } from './signatures.js';

/** How often a board is drawn over one context before the next one has its turn. */
const TRIES = 40;

/**
 * A failure shape with fresh figures over one of the contexts. The same seed and contexts give the same case.
 *
 * Boards are drawn until one has the healthy start in order, the fault outside of one limit, and this shape as the
 * only one that its tables betray; a context in which that does not come about makes way for another.
 *
 * @param seed whole number, 0 ≤ seed < 2⁵³; `shapeOf` says which shape it stands for
 * @param contexts whose names, calls, prices, shares, stakes and waits to take; each with its latency
 * @throws where none of the contexts suits the shape: F6 needs one with exactly one high-risk segment
 */
export function diagnosisCase(seed: number, contexts: readonly Scenario[]): DiagnosisCase {
	const inTurn = seeded(seed, STREAMS.contexts).shuffled(contexts);
	for (const [turn, context] of inTurn.entries()) {
		for (let attempt = 0; attempt < TRIES; attempt++) {
			const found = drawCase(seed, seeded(seed, STREAMS.attempts + turn * TRIES + attempt), context);
			if (found) return found;
		}
	}
	throw new Error(`none of the ${contexts.length} contexts suits ${shapeOf(seed)}`);
}

function drawCase(seed: number, random: Seeded, context: Scenario): DiagnosisCase | null {
	const shape = shapeOf(seed);
	const { wanted, breaks, strike } = MECHANISMS[shape];
	const fault = strike(random, drawBoard(random, context, wanted));
	if (!fault) return null;
	const product = productName(context);
	const weeks = drawWeeks(random);
	const bare = inWeeks({ ...fault.healthy, id: `diagnosis:${seed}`, title: product }, fault, weeks);
	const healthy = atStart(bare);
	// Most boards end here, before anything dearer is worked out.
	if (!pays(healthy)) return null;
	const states = { healthy, fault: seen(bare), mended: seen(mendedBy(bare, fault.solution)) };
	const saving = toStep(0.85 * Math.min(savingOf(states.healthy), savingOf(states.mended)), 0.01);
	const guardrails = saving >= LEAST_SAVING ? drawGuardrails(random, breaks, states) : null;
	if (guardrails === null) return null;
	const scenario = { ...bare, guardrails };
	const [now, before, after] = [seen(scenario), atStart(scenario), seen(mendedBy(scenario, fault.solution))];
	if (!betrays(shape, now, before) || scenarioProblems(scenario).length > 0) return null;
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
		because: becauseOf(shape, { now, before, at: scenario.segments.findIndex(({ id }) => id === fault.segment) }),
	};
}

/** Routing that saves less than that is nothing to fight for. */
const LEAST_SAVING = 0.15;

/** Whether routing is worth it at all once people and silent failures are paid: else there is nothing to go back to. */
const pays = ({ outcome: { metrics, baseline } }: Seen): boolean =>
	(metrics.totalCostPerResolved ?? 0) < (baseline.totalCostPerResolved ?? 0);

const savingOf = ({ outcome }: Seen): number => outcome.metrics.saving ?? 0;
const mendedBy = (scenario: Scenario, solution: Changes): Scenario => applyChanges(scenario, solution).scenario;
const atStart = (scenario: Scenario): Seen => seen(weekScenarios(scenario)[0]?.scenario ?? scenario);

interface Numbered {
	readonly first: number;
	/** Number of the release of the second week. */
	readonly release: number;
}

const drawWeeks = (random: Seeded): Numbered => ({ first: random.whole(2, 48), release: random.whole(11, 96) });

/** The fault, with the way into it as its weeks: the first takes everything back. */
function inWeeks(healthy: Scenario, { weeks }: Fault, { first, release }: Numbered): Scenario {
	const now = weeks.reduce((at: Scenario, set) => applyChanges(at, set).scenario, healthy);
	const back = Object.fromEntries(editsBetween(now, healthy).map(({ path, value }) => [path, value]));
	const later = weeks.map((set, i): Week => ({ week: first + 1 + i, label: `Release ${release + i}`, set }));
	return { ...now, weeks: [{ week: first, label: `Release ${release - 1}`, set: back }, ...later] };
}

/** How each shape comes about. */
const MECHANISMS: Readonly<Record<Shape, Mechanism>> = {
	F1: falseEasy,
	F2: selfApproval,
	F3: repairLoop,
	F4: tierForDifficulty,
	F5: routeDrift,
	F6: missingOverride,
	F7: slowFallback,
};

/** `support-bot` → `Support bot`: what a shipped scenario of a context is named for. */
function productName(context: Scenario): string {
	const words = context.id.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Every release touched all three, so that none of them points at a shape. */
const TOUCHED = ['the prompts', 'the routing rules', 'what happens to a small answer before it is shown'];

function listed(items: readonly string[]): string {
	// A name may have a comma of its own.
	const comma = items.some((item) => item.includes(',')) ? ';' : ',';
	return `${items.slice(0, -1).join(`${comma} `)}${items.length > 1 ? ' and ' : ''}${items.at(-1) ?? ''}`;
}

/** Two sentences that fit every shape: the product, and that much changed lately. */
function drawBrief(random: Seeded, product: string, scenario: Scenario, releases: readonly number[]): string {
	const volume = fixed(scenario.volumePerWeek ?? 0, 0);
	const [first, last] = [releases[0], releases.at(-1)];
	const touched = listed(random.shuffled(TOUCHED));
	const segments = listed(scenario.segments.map(({ name }) => name));
	return random.pick([
		`${product} gets ${volume} requests a week, cut here into ${segments}. Releases ${first} to ${last} touched ${touched}, and the team has to say what became of them.`,
		`The board of ${product.toLowerCase()} covers ${volume} requests a week: ${segments}. Lately, releases ${first} to ${last} changed ${touched}.`,
		`${volume} requests a week reach ${product.toLowerCase()}, and its tables tell ${segments} apart. What changed lately came with releases ${first} to ${last}: ${touched}.`,
	]);
}
