import { REVIEW_QUESTIONS } from '../../../chapter/review.js';
import type { Cache, CostRow, Guardrail, Price, Segment, Step, Tokens } from '../../../engine/scenario.js';
import type { ScenarioDocument, Worksheet } from '../document.js';
import { sharesToWrite } from '../shares.js';

/** A value in a file. */
export type FileValue = string | number | boolean | null | readonly FileValue[] | { readonly [key: string]: FileValue };
type Group = { readonly [key: string]: FileValue };

/**
 * Converts a document to the value of a file, without unmeasured and default values. Reading it back gives the same
 * document.
 */
export function toFileValue(document: ScenarioDocument): Group {
	const { scenario, summary, source, kind, teaches, story, artifact, context, worksheet, givenShares } = document;
	const shares = sharesToWrite(givenShares, scenario.segments);
	return {
		id: scenario.id,
		...group({ kind }),
		title: scenario.title,
		summary,
		source,
		...(teaches.length > 0 && { teaches }),
		...(worksheet && { worksheet: writtenWorksheet(worksheet) }),
		...(story !== '' && { story }),
		...(artifact && { artifact: asGroup(artifact) }),
		...(context && { context: group({ ...context }) }),
		prices: { small: writtenPrice(scenario.prices.small), strong: writtenPrice(scenario.prices.strong) },
		tokens: writtenTokens(scenario.tokens),
		...writtenSteps(scenario.steps),
		...(scenario.attempts.small !== 1 || scenario.attempts.strong !== 1
			? { attempts: asGroup(scenario.attempts) }
			: {}),
		...writtenCache(scenario.cache),
		...(scenario.routerCost !== 0 && { routerCost: scenario.routerCost }),
		...(scenario.routerLatency !== 0 && { routerLatency: scenario.routerLatency }),
		...(givenShares && { shares: 'normalize' }),
		segments: scenario.segments.map((segment, i) => writtenSegment({ ...segment, share: shares[i] ?? segment.share })),
		...group({
			strongDetection: scenario.strongDetection,
			handoffCost: scenario.handoffCost,
			check: scenario.check && group({ ...scenario.check }),
			latency: scenario.latency && asGroup(scenario.latency),
		}),
		...(scenario.threshold !== 0 && { threshold: scenario.threshold }),
		...group({ volumePerWeek: scenario.volumePerWeek, workers: scenario.workers }),
		...listIfAny('weeks', scenario.weeks.map(asGroup)),
		...(Object.keys(scenario.lag).length > 0 && { signals: { lag: asGroup(scenario.lag) } }),
		...group({ baseline: scenario.baseline && group({ ...scenario.baseline, set: asGroup(scenario.baseline.set) }) }),
		...listIfAny(
			'states',
			scenario.states.map((state) => group({ ...state, set: asGroup(state.set) })),
		),
		...listIfAny('guardrails', scenario.guardrails.map(writtenGuardrail)),
		...listIfAny('rows', scenario.rows.map(writtenRow)),
		...(Object.keys(scenario.owners).length > 0 && { owners: asGroup(scenario.owners) }),
	};
}

/** Fields that no form edits; they stay as the file has them. */
export const UNEDITED_FIELDS: readonly string[] = ['expect'];

function writtenWorksheet({ models, trigger, review, ...words }: Worksheet): Group {
	const named = group(models);
	const answered = Object.fromEntries(
		REVIEW_QUESTIONS.flatMap((id): [string, FileValue][] => {
			const answer = group({ ...review[id] });
			return Object.keys(answer).length > 0 ? [[id, answer]] : [];
		}),
	);
	return {
		...group(words),
		...(Object.keys(named).length > 0 && { models: named }),
		...(trigger && { trigger: group(trigger) }),
		...(Object.keys(answered).length > 0 && { review: answered }),
	};
}

const writtenPrice = ({ request, above, ...rates }: Price): Group => ({
	...group(rates),
	...(request !== 0 && { request }),
	...listIfAny(
		'above',
		above.map((tier) => group({ ...tier })),
	),
});

const writtenTokens = ({ reasoning, ...tokens }: Tokens): Group => ({
	...tokens,
	...(reasoning.small !== 0 || reasoning.strong !== 0 ? { reasoning: asGroup(reasoning) } : {}),
});

/** Leaves out the default cache. */
const writtenCache = ({ onSwitch, write }: Cache): Group => {
	const nonDefault = { ...(onSwitch !== 'kept' && { onSwitch }), ...(write !== 1.25 && { write }) };
	return Object.keys(nonDefault).length > 0 ? { cache: nonDefault } : {};
};

const writtenSegment = ({ tokens, steps, repairRate, observed, check, ...segment }: Segment): Group => ({
	...group({ ...segment }),
	...group({ check: check && check !== 'off' ? group({ ...check }) : check }),
	...(repairRate !== 0 && { repairRate }),
	...(observed && { observed: group({ ...observed }) }),
	...(tokens && { tokens: writtenTokens(tokens) }),
	...(steps && { steps: steps.map(writtenStep) }),
});

/** Leaves out the default steps, one routed call. */
function writtenSteps(steps: readonly Step[]): Group {
	const [first, ...others] = steps;
	const isDefault =
		others.length === 0 &&
		first?.name === 'answer' &&
		first.lane === 'routed' &&
		first.tokens === null &&
		first.times === 1;
	return isDefault ? {} : { steps: steps.map(writtenStep) };
}

const writtenStep = ({ times, tokens, ...step }: Step): Group => ({
	...group(step),
	...(tokens && { tokens: writtenTokens(tokens) }),
	...(times !== 1 && { times }),
});

const writtenGuardrail = ({ side, limit, relative, segment, window, owner, action, metric }: Guardrail): Group => ({
	metric,
	[side]: limit,
	...(relative && { relativeTo: 'baseline' }),
	...group({ segment, window }),
	owner,
	action,
});

const writtenRow = ({ repairRate, tokens, ...row }: CostRow): Group => ({
	...group({ ...row }),
	...(repairRate !== 0 && { repairRate }),
	...(tokens && { tokens: writtenTokens(tokens) }),
});

/** Drops null and undefined fields. */
const group = (fields: Readonly<Record<string, unknown>>): Group =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Group;

const listIfAny = (name: string, items: readonly FileValue[]): Group => (items.length > 0 ? { [name]: items } : {});

/** Casts plain data to a group. */
const asGroup = (data: object): Group => data as Group;
