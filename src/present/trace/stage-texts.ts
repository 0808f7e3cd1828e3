import { effectiveCheck } from '../../engine/index.js';
import type { Scenario } from '../../engine/scenario.js';
import type {
	LedgerRow,
	Meter,
	MissingInput,
	TracedPass,
	TracedRequest,
	TraceStage,
} from '../../engine/trace/index.js';
import type { Tone } from '../../text/line.js';
import { dollars, number, percent } from '../format/format.js';

/** A line under a stage: a sentence, or the meter reading of one call. */
export type StageLine =
	| { readonly text: string; readonly tone?: Tone }
	| { readonly label: string; readonly tick: MeterReading; readonly sign: '+' | '' };

/** A meter reading. Missing fields: nothing to read; null: not measured. */
export type MeterReading = Partial<Meter>;

/** The result of a stage in a word, and its explanation. */
export interface StageText {
	readonly brief: string;
	readonly tone?: Tone;
	readonly pieces: readonly StageLine[];
}

/** The texts of every stage. Only those of the outcome and the ledger reveal whether the request was easy. */
export const STAGE_TEXTS: Readonly<Record<TraceStage, (request: TracedRequest, scenario: Scenario) => StageText>> = {
	gateway: ({ segment }) => ({
		brief: 'arrives',
		pieces: [{ text: `${segment.name}, ${segment.risk} risk. Easy or hard? Nobody can see that yet.` }],
	}),
	route: (request, scenario) => ({
		brief: request.route.lane ?? UNKNOWN,
		...(request.route.lane === null && { tone: 'unsure' }),
		pieces: [
			{
				text: `${routeReason(request, scenario)} Version ${request.route.version} of the routing.`,
			},
		],
	}),
	calls: ({ answer }) => ({
		brief: answer ? callCountText(answer) : UNKNOWN,
		...(answer === null && { tone: 'unsure' }),
		pieces: answer
			? callPieces(answer)
			: [{ text: 'In which lane, and for how much, is not measured.', tone: 'unsure' }],
	}),
	check: checkStage,
	repair: (request, scenario) => ({
		brief: request.repaired === null ? UNKNOWN : request.repaired ? 'repaired' : 'none',
		...(request.repaired === null && { tone: 'unsure' }),
		pieces: [
			{ text: repairReason(request, scenario) },
			...(request.repair && request.repair.calls.length > 1 ? callPieces(request.repair) : []),
		],
	}),
	outcome: outcomeStage,
	ledger: ledgerStage,
};

/**
 * Returns the number of calls of an answer; a step that runs three times counts as three. Times are means, so it
 * rounds.
 */
const callCountText = ({ calls }: TracedPass): string =>
	countText(Math.max(1, Math.round(calls.reduce((sum, { times }) => sum + times, 0))), 'call');

const UNKNOWN = 'unknown';

function routeReason({ route, segment }: TracedRequest, { threshold }: Scenario): string {
	switch (route.why) {
		case 'override':
			return 'The override keeps it strong; no score is asked for.';
		case 'mix':
			return `The mix sends ${percent(segment.routedSmall, 0)} small, so ${route.lane}; no score is asked for.`;
		case 'lot':
			return `No score: ${missingText(segment.easyShare === null ? 'easyShare' : 'routerSkill')}. Drawn by lot from the mix, ${percent(segment.routedSmall)} small: ${route.lane}.`;
		case 'unknown':
			return 'The threshold is not 0, and where it moves requests without a score is not measured.';
		case 'score': {
			const [score = 0, limit = 0] = [route.score ?? undefined, route.threshold ?? undefined];
			const digits = [2, 3, 4, 5].find((few) => number(score, few) !== number(limit, few)) ?? 6;
			const parts =
				threshold === 0 ? '' : ` (${number(limit - threshold, digits)} and the threshold’s ${number(threshold, 2)})`;
			const side = score > limit ? 'above' : 'not above';
			return `Score ${number(score, digits)} is ${side} ${number(limit, digits)}${parts}, so ${route.lane}.`;
		}
	}
}

const callPieces = ({ calls, ms }: TracedPass): readonly StageLine[] =>
	calls.map(({ step, lane, times, attempts, tokens, cost }, i): StageLine => {
		const repetition = `${times === 1 ? '' : ` ×${formatTimes(times)}`}${attempts === 1 ? '' : `, ${formatTimes(attempts)} attempts`}`;
		// The wait is known only for the pass as a whole, so it is shown with its last call.
		const tick = { ...tokens, usd: cost, ...(i === calls.length - 1 && { ms }) };
		return { label: `${step}, ${lane}${repetition}`, tick, sign: '+' };
	});

function checkStage({ check, route, segment }: TracedRequest, scenario: Scenario): StageText {
	const rates = effectiveCheck(scenario, segment);
	if (rates === null) return { brief: 'no check', pieces: [{ text: 'No check reads the small answers.' }] };
	if (check === null && route.lane !== null)
		return { brief: 'none', pieces: [{ text: 'A check reads small answers only.' }] };
	const share = (value: number | null): string => (value === null ? 'an unmeasured share' : percent(value));
	const ratesText = `It flags ${share(rates.catches)} of wrong answers and ${share(rates.falseAlarms)} of right ones.`;
	if (check === null || check.flagged === null)
		return { brief: UNKNOWN, tone: 'unsure', pieces: [{ text: `Flagged or not is not measured. ${ratesText}` }] };
	return check.flagged
		? { brief: 'flagged', pieces: [{ text: `Taken for wrong. ${ratesText}` }] }
		: { brief: 'passed', pieces: [{ text: `Let pass. ${ratesText}` }] };
}

function repairReason({ repairReason: why, noticed, repaired, segment }: TracedRequest, scenario: Scenario): string {
	const rate = percent(segment.repairRate);
	switch (why) {
		case 'strong-lane':
			return 'It ran on strong already; there is nothing to run it on again.';
		case 'flagged':
			return 'Flagged, so it runs again on strong.';
		case 'passed':
			return 'Not flagged, so it does not run again.';
		case 'never':
			return noticed
				? 'Somebody noticed that it is wrong, but the repair rate is 0%.'
				: 'The repair rate is 0%, so nothing runs again.';
		case 'always':
			return 'The repair rate is 100%, so it runs again on strong.';
		case 'aimed':
			return 'Somebody noticed that it is wrong, so it runs again on strong.';
		case 'not-reached':
			return `Somebody noticed that it is wrong, but repairs, ${rate}, do not reach it.`;
		case 'blind':
			return `Nobody complained; repairs, ${rate}, run it again blindly.`;
		case 'left':
			return 'Nobody complained, so it does not run again.';
		case 'lot':
			return `Drawn by lot from the repair rate, ${rate}: ${repaired ? 'it runs again' : 'not again'}. Whom repairs hit is not measured.`;
		case 'unknown':
			return effectiveCheck(scenario, segment)
				? 'Flagged or not is not measured, so neither is this.'
				: 'Not measured, as the lane is not.';
	}
}

function outcomeStage(request: TracedRequest, scenario: Scenario): StageText {
	const { outcome, easy, missing } = request;
	const difficulty = easy === null ? '' : easy ? 'It was easy: ' : 'It was hard: ';
	const text = `${difficulty}${difficulty ? `${whoWasRight(request)} ` : ''}`;
	const costNote = (usd: number | null): string =>
		usd ? ` That is ${dollars(usd, usd < 0.01 ? 4 : 2)}, and not on this meter.` : '';
	switch (outcome) {
		case 'resolved':
			return { brief: 'resolved', tone: 'good', pieces: [{ text: text || 'Strong got it right.' }] };
		case 'handoff':
			return {
				brief: 'hand-off',
				tone: 'bad',
				pieces: [{ text: `${text}Somebody noticed: a person takes over.${costNote(scenario.handoffCost)}` }],
			};
		case 'silent':
			return {
				brief: 'silent',
				tone: 'bad',
				pieces: [{ text: `${text}Nobody noticed: a silent failure.${costNote(request.segment.silentCost)}` }],
			};
		case null:
			return {
				brief: UNKNOWN,
				tone: 'unsure',
				pieces: [{ text: `${text}How it ended is unknown: ${missingText(missing ?? 'easyShare')}.` }],
			};
	}
}

/** Returns which model was right, and which routing mistake this was, if any. */
function whoWasRight({ route, easy, repaired, strongRight }: TracedRequest): string {
	const strong = strongRight === null ? '' : strongRight ? 'strong got it right' : 'strong got it wrong';
	if (route.lane === 'strong') {
		if (easy) return `small would have done (false-hard)${strong && `; ${strong}`}.`;
		return `small would have failed${strong && `; ${strong}`}.`;
	}
	if (easy) {
		if (!repaired) return 'small got it right.';
		return strongRight === false
			? 'small was right, and the repair made it wrong.'
			: `small was right${strongRight ? ', strong as well' : ''}; the repair was for nothing.`;
	}
	const small = 'small got it wrong (false-easy)';
	if (!repaired || strongRight === null) return `${small}.`;
	return `${small}, and ${strongRight ? 'strong mended it' : 'so did strong'}.`;
}

function ledgerStage({ id, segment, route, repaired, outcome, ledger }: TracedRequest): StageText {
	const last = ledger.at(-1) as LedgerRow;
	const label = (value: boolean | null, model: 'small' | 'strong'): string => {
		if (value !== null) return String(value);
		return route.lane === null || route.lane === model || (model === 'strong' && repaired !== false)
			? 'empty (unknown)'
			: 'empty (not run)';
	};
	const onlyLabelled = outcome === 'silent' ? ' (by label only)' : '';
	const rows = ledger.map((row, i): StageLine => {
		// Routers and checks count no tokens; a pass of several steps has one wait, in its last row.
		const tokens = row.model && { fresh: row.fresh_tokens, cached: row.cached_tokens, output: row.output_tokens };
		const isWithinPass = row.role === ledger[i + 1]?.role;
		const tick = { ...tokens, usd: row.cost_usd, ...(!isWithinPass && { ms: row.latency_ms }) };
		return { label: row.model ? `${row.role}, ${row.model}` : row.role, tick, sign: '' };
	});
	return {
		brief: countText(ledger.length, 'row'),
		pieces: [
			{
				text: `outcome ${last.outcome}${onlyLabelled} · small_ok ${label(last.small_ok, 'small')} · strong_ok ${label(last.strong_ok, 'strong')}`,
			},
			...rows,
			{ text: `request_id ${id} · segment ${segment.id} · route_version ${route.version}` },
		],
	};
}

const MISSING_TEXTS: Readonly<Record<MissingInput, string>> = {
	easyShare: 'the easy share is not measured',
	routerSkill: 'the router’s skill is not measured',
	detection: 'who notices a wrong small answer is not measured',
	catches: 'what the check catches is not measured',
	falseAlarms: 'the check’s false alarms are not measured',
	strongOnEasy: 'how often strong is right on easy requests is not measured',
	strongOnHard: 'how often strong is right on hard requests is not measured',
	strongDetection: 'who notices a wrong strong answer is not measured',
};
const missingText = (missing: MissingInput): string => MISSING_TEXTS[missing];

const countText = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const formatTimes = (value: number): string => number(value, Number.isInteger(value) ? 0 : 2);
