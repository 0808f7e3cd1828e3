import type { LabInput } from '../board/lab-input.js';
import { inUnit, NOT_MEASURED, number } from '../format/format.js';
import { HANDOFF_COST_PATH, THRESHOLD_PATH } from '../pressure/baseline-lines.js';
import type { Change } from '../pressure/change.js';
import { type MovedPressure, NO_PRICE, type PressureFacts, pressureFacts } from '../pressure/facts.js';
import { listed, speakText } from './sentences.js';

/** Speaks the pressure diagram: the baseline, the change, what it relieved and what it created. */
export function speakPressure(input: LabInput, focus: string | null): readonly string[] {
	const facts = pressureFacts(input);
	const { baselineName, pains, cause, changes, relieved, created, unmeasured, unpriced, notModelled } = facts;
	const unknown = [...unmeasured, ...unpriced].map(({ label }) => label);
	return [
		`Before, ${baselineName}:`,
		...pains.map(({ label, figure, of }) => `visible pain, ${label}: ${figure} ${of}`),
		`hidden cause: ${cause.text}`,
		...(changes.length === 0
			? ['no change was made: the state is the baseline']
			: ['the change:', ...changes.map(changeWords)]),
		inputWords(facts, focus),
		...sideWords('relieved', relieved, facts),
		...sideWords('created', created, facts),
		unknown.length === 0 ? '' : `not measured, and so perhaps created too: ${listed(unknown)}`,
		...netWords(facts),
		notModelled,
		...stayedWords(facts),
	]
		.map(speakText)
		.filter(Boolean);
}

const changeWords = ({ label, from, to, note }: Change): string =>
	from === '' && to === '' ? note : `${label} from ${from} to ${to}${note === '' ? '' : `, ${note}`}`;

function inputWords({ threshold, handoffCost }: PressureFacts, focus: string | null): string {
	const focused = (path: string): string => (path === focus ? ', in focus' : '');
	const cost = handoffCost === null ? NOT_MEASURED : inUnit(handoffCost, 'money');
	return `you can change the threshold, ${number(threshold, 2)}${focused(THRESHOLD_PATH)}, and what a hand-off costs, ${cost}${focused(HANDOFF_COST_PATH)}`;
}

function sideWords(
	side: 'relieved' | 'created',
	items: readonly MovedPressure[],
	{ changes, relieved, created }: PressureFacts,
): readonly string[] {
	const head = `${side}, per 1,000 requests:`;
	if (items.length > 0) return [head, ...items.map(movedWords)];
	const same = changes.length === 0 && relieved.length + created.length === 0;
	if (same) return [`${head} nothing, as nothing changed`];
	return [`${head} nothing measured got ${side === 'relieved' ? 'better' : 'worse'}`];
}

function movedWords({ mark, label, from, to, usd, owner }: MovedPressure): string {
	const price = usd === '?' ? 'its cost is not measured' : usd === NO_PRICE ? 'no amount in dollars' : usd;
	return `${label}: ${mark === '▲' ? 'up' : 'down'} from ${from} to ${to}, ${price}, owner ${owner}`;
}

function netWords({ net }: PressureFacts): readonly string[] {
	const priced =
		net.usd === null
			? `net: ${net.meaning}`
			: `net: ${net.usd} per 1,000 requests, ${net.meaning.replace(/^[▲▼] /, '')}`;
	return [priced, net.lastEdit === null ? '' : `the last input changed the net by${net.lastEdit}`];
}

function stayedWords({ steady, relieved, created }: PressureFacts): readonly string[] {
	if (steady.length === 0) return [];
	return [`unchanged: ${relieved.length + created.length > 0 ? listed(steady) : 'all that is measured'}`];
}
