import type { Line, Tone } from '../../../text/line.js';
import { pad } from '../../../text/width.js';
import type { CardResult, FROM_MEMORY } from '../../../worksheet/steps.js';

const ASKS: Readonly<Record<(typeof FROM_MEMORY)[number], string>> = {
	'diagrams/trace': 'Redraw the request trace',
	'diagrams/pressure': 'Redraw the pressure transfer',
	'recall/R3': 'Say the rule in one sentence',
	'recall/R5': 'Say which signal degrades first',
};

const GRADES: Readonly<Record<CardResult['grade'], readonly [string, Tone]>> = {
	1: ['✗ again', 'bad'],
	2: ['~ hard', 'unsure'],
	3: ['✓ good', 'good'],
	4: ['✓ easy', 'good'],
};

/** A line of the last step: what is asked, and how it went. */
export function cardLines(
	card: string,
	focused: boolean,
	results: readonly CardResult[],
	columns: number,
): readonly Line[] {
	const found = results.find((result) => result.card === card);
	const [words, tone] = found ? GRADES[found.grade] : ['not yet', 'dim' as Tone];
	const asks = ASKS[card as keyof typeof ASKS] ?? card;
	return [
		[
			focused ? { text: ' › ', tone: 'title', bold: true } : { text: '   ' },
			{ text: pad(asks, Math.min(40, columns - 14)), tone: focused ? 'focus' : 'plain' },
			{ text: `  ${words}`, tone },
		],
	];
}
