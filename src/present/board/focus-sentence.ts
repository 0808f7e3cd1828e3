import { effectiveCheck } from '../../engine/index.js';
import { type Input, inputAt, metricUnit } from '../../engine/inputs/index.js';
import type { SegmentOutcome } from '../../engine/outcome-types.js';
import type { Scenario } from '../../engine/scenario.js';
import { width } from '../../text/width.js';
import { inUnit, percent } from '../format/format.js';
import { halfWidthText, limitFigure, STATE_TEXT, valueFigure } from '../format/guardrail-text.js';
import { METRIC_LABELS } from '../format/labels.js';
import type { LabInput } from './lab-input.js';

/**
 * Returns what the focused input of the Board does, in a sentence with its figures, in wordings from long to short;
 * empty: it has no such sentence.
 */
export function focusSentences({ scenario, outcome }: LabInput, path: string): readonly string[] {
	const input = inputAt(scenario, path);
	if (!input) return [];
	const [group, index] = input.keys;
	if (typeof index !== 'number') return [];
	if (group === 'guardrails') return guardrailSentences(outcome.guardrails[index]);
	const [segment, now] = [scenario.segments[index], outcome.segments[index]];
	const sentence = group === 'segments' && segment && now ? segmentSentence(scenario, segment, now, input) : null;
	if (sentence === null || !segment) return [];
	const named = [`${segment.name}: ${sentence}`, sentence];
	// A name that the table cuts off is said in any case.
	return width(segment.name) <= TABLE_NAME ? named : [...named.slice(0, 1), `${segment.name}: ${headOf(sentence)}`];
}

/** Columns that the table has for a name. */
const TABLE_NAME = 22;

/** Returns a sentence up to its first detail. */
const headOf = (sentence: string): string => `${sentence.split(/[;:]/)[0]?.replace(/\.$/, '')}.`;

function segmentSentence(
	scenario: Scenario,
	segment: Scenario['segments'][number],
	now: SegmentOutcome,
	{ keys: [, , field] }: Input,
): string | null {
	const { routedSmall, override } = segment;
	switch (field) {
		case 'override':
			return override === 'strong'
				? `all of it goes strong, whatever the mix says.`
				: `the router decides; switched on, all of it goes strong.`;
		case 'routedSmall':
			if (override === 'strong')
				return `set to ${percent(routedSmall)} small, but the override sends all of it strong.`;
			if (now.routedSmall === 0) return `nothing is routed small.`;
			return `${percent(now.routedSmall)} routed small${fateOf(now)}.`;
		case 'repairRate':
			if (effectiveCheck(scenario, segment)) return null;
			if (now.routedSmall === 0) return `nothing is routed small, so nothing is repaired.`;
			return `repairs ${percent(now.repairRate ?? 0)} of what is routed small, on strong${caughtOf(now)}.`;
		default:
			return null;
	}
}

const fateOf = ({ escalated, silentSmall }: SegmentOutcome): string =>
	escalated === null || silentSmall === null
		? '; how much of that fails is not measured'
		: `; of those ${percent(escalated)} escalated, ${percent(silentSmall)} silent`;

const caughtOf = ({ repairCaught, repairWasted }: SegmentOutcome): string =>
	repairCaught === null || repairWasted === null || repairCaught + repairWasted === 0
		? ''
		: `: ${percent(repairCaught)} had failed, ${percent(repairWasted)} had not`;

function guardrailSentences(guardrail: LabInput['outcome']['guardrails'][number] | undefined): readonly string[] {
	if (!guardrail || guardrail.limit === null || guardrail.value === null) return [];
	const { metric, side, noise, owner, state, limit } = guardrail;
	const value = valueFigure({ ...guardrail, value: guardrail.value });
	const now = `${value}${noise ? ` ${halfWidthText({ ...guardrail, noise })}` : ''}`;
	const { label } = METRIC_LABELS[metric];
	if (state === 'cannot-tell' && noise !== null) {
		const isLeast = side === 'atLeast';
		const from = inUnit(isLeast ? limit + noise : limit - noise, metricUnit(metric), 1);
		const sure = `with this noise ${from} or ${isLeast ? 'more' : 'less'} would hold`;
		return [`${label}: ${now}, limit ${limitFigure(guardrail)}; ${sure}.`, `${label} ${now}: ${sure}.`];
	}
	const allowed = `at ${side === 'atLeast' ? 'least' : 'most'} ${limitFigure(guardrail)}`;
	const found = `${now}, ${STATE_TEXT[state].text.slice(2)}.`;
	return [`${label} has to be ${allowed} (${owner}). It is ${found}`, `${label}: ${allowed}; it is ${found}`];
}
