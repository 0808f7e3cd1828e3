import { REVIEW_QUESTIONS } from '../../../chapter/review.js';
import type { Cache, CostRow, Guardrail, Price, Segment, Step, Tokens } from '../../../engine/scenario.js';
import type { ScenarioDocument, Worksheet } from '../document.js';
import { writtenShares } from '../shares.js';

/** A value of a file. */
export type Written = string | number | boolean | null | readonly Written[] | { readonly [key: string]: Written };
type Group = { readonly [key: string]: Written };

/**
 * A document as people write it: what is not measured, or is the default, is left out. Reading it back gives the
 * same document.
 */
export function asWritten(document: ScenarioDocument): Group {
	const { scenario, summary, source, kind, teaches, story, artifact, context, worksheet, givenShares } = document;
	const shares = writtenShares(givenShares, scenario.segments);
	return {
		id: scenario.id,
		...group({ kind }),
		title: scenario.title,
		summary,
		source,
		...(teaches.length > 0 && { teaches }),
		...(worksheet && { worksheet: writtenWorksheet(worksheet) }),
		...(story !== '' && { story }),
		...(artifact && { artifact: plain(artifact) }),
		...(context && { context: group({ ...context }) }),
		prices: { small: writtenPrice(scenario.prices.small), strong: writtenPrice(scenario.prices.strong) },
		tokens: writtenTokens(scenario.tokens),
		...writtenSteps(scenario.steps),
		...(scenario.attempts.small !== 1 || scenario.attempts.strong !== 1 ? { attempts: plain(scenario.attempts) } : {}),
		...writtenCache(scenario.cache),
		...(scenario.routerCost !== 0 && { routerCost: scenario.routerCost }),
		...(scenario.routerLatency !== 0 && { routerLatency: scenario.routerLatency }),
		...(givenShares && { shares: 'normalize' }),
		segments: scenario.segments.map((segment, i) => writtenSegment({ ...segment, share: shares[i] ?? segment.share })),
		...group({
			strongDetection: scenario.strongDetection,
			handoffCost: scenario.handoffCost,
			check: scenario.check && group({ ...scenario.check }),
			latency: scenario.latency && plain(scenario.latency),
		}),
		...(scenario.threshold !== 0 && { threshold: scenario.threshold }),
		...group({ volumePerWeek: scenario.volumePerWeek, workers: scenario.workers }),
		...some('weeks', scenario.weeks.map(plain)),
		...(Object.keys(scenario.lag).length > 0 && { signals: { lag: plain(scenario.lag) } }),
		...group({ baseline: scenario.baseline && group({ ...scenario.baseline, set: plain(scenario.baseline.set) }) }),
		...some(
			'states',
			scenario.states.map((state) => group({ ...state, set: plain(state.set) })),
		),
		...some('guardrails', scenario.guardrails.map(writtenGuardrail)),
		...some('rows', scenario.rows.map(writtenRow)),
		...(Object.keys(scenario.owners).length > 0 && { owners: plain(scenario.owners) }),
	};
}

/** Fields that only people write and no form changes: they stay as the file has them. */
export const LEFT_ALONE: readonly string[] = ['expect'];

function writtenWorksheet({ models, trigger, review, ...words }: Worksheet): Group {
	const named = group(models);
	const answered = Object.fromEntries(
		REVIEW_QUESTIONS.flatMap((id): [string, Written][] => {
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
	...some(
		'above',
		above.map((tier) => group({ ...tier })),
	),
});

const writtenTokens = ({ reasoning, ...tokens }: Tokens): Group => ({
	...tokens,
	...(reasoning.small !== 0 || reasoning.strong !== 0 ? { reasoning: plain(reasoning) } : {}),
});

/** What a cache is unless a file says otherwise. */
const writtenCache = ({ onSwitch, write }: Cache): Group => {
	const own = { ...(onSwitch !== 'kept' && { onSwitch }), ...(write !== 1.25 && { write }) };
	return Object.keys(own).length > 0 ? { cache: own } : {};
};

const writtenSegment = ({ tokens, steps, repairRate, observed, check, ...segment }: Segment): Group => ({
	...group({ ...segment }),
	...group({ check: check && check !== 'off' ? group({ ...check }) : check }),
	...(repairRate !== 0 && { repairRate }),
	...(observed && { observed: group({ ...observed }) }),
	...(tokens && { tokens: writtenTokens(tokens) }),
	...(steps && { steps: steps.map(writtenStep) }),
});

/** One routed call is what a request is unless a file says otherwise. */
function writtenSteps(steps: readonly Step[]): Group {
	const [first, ...more] = steps;
	const usual =
		more.length === 0 &&
		first?.name === 'answer' &&
		first.lane === 'routed' &&
		first.tokens === null &&
		first.times === 1;
	return usual ? {} : { steps: steps.map(writtenStep) };
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

/** The fields that are there. */
const group = (fields: Readonly<Record<string, unknown>>): Group =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Group;

const some = (name: string, items: readonly Written[]): Group => (items.length > 0 ? { [name]: items } : {});

/** Readonly data as what it is. */
const plain = (data: object): Group => data as Group;
