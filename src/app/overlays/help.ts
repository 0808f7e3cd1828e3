import type { Size } from '../../screens/size.js';
import type { Mode, Screen } from '../../screens/state.js';
import { wrap } from '../../text/width.js';
import { helpLines } from '../keys/lookup.js';
import { styled } from '../theme.js';

const HERE: Readonly<Record<Screen, string>> = {
	lesson: 'In a lesson',
	drill: 'In the drills',
	lab: 'In the lab',
	contents: 'In the contents',
	worksheet: 'In a worksheet',
};

/** The help of drills, and of worksheets, is that of all their steps. */
const MODES: Readonly<Record<Screen, readonly Mode[]>> = {
	lesson: ['lesson'],
	drill: ['drills', 'writing', 'filling', 'ticking', 'judged', 'diagnosed'],
	lab: ['lab'],
	contents: ['contents'],
	worksheet: ['sheets', 'sheet', 'wording', 'picking', 'exporting'],
};

const WORDS = [
	'Change a number and watch where the pressure goes: the table, the matrix and the verdict are recomputed on every key.',
	'Small and strong are the two lanes. Small is the share that is sent small. Right, repair, escal. and silent count what is sent small: answered right, run again on strong, failures that a person gets, failures that nobody noticed. The lines below the verdict count every request.',
	'Noise ± is what the labels leave open. A guardrail is breached or held only beyond its noise; else it is unclear.',
	'Easy is what small would get right on its own. AUC is how well the router tells easy from hard: 0.5 is a coin flip. Noticed is the share of failures that somebody sees.',
	'n/m is “not measured”: something behind the figure is unknown, so it is not shown as 0. – is “nothing went this way”.',
	'▲ ▼ mark what the last edit changed; the Δ line says by how much.',
];

/**
 * Every key, drawn from the key table, and how to read the marks.
 *
 * @param screen that it lies over: its keys come first
 */
export function helpText(screen: Screen, { columns }: Size): readonly string[] {
	const room = columns - 4;
	const { here, elsewhere } = helpLines(MODES[screen]);
	const keyLines = (line: string): readonly string[] => {
		const at = line.indexOf(': ');
		const [first = '', ...rest] = wrap(line, room);
		return [
			`  ${styled({ text: first.slice(0, at), tone: 'accent' })}${first.slice(at)}`,
			...rest.map((more) => `    ${more}`),
		];
	};
	const heading = (text: string): string => `  ${styled({ text, tone: 'title' })}`;
	const keys = [
		heading(HERE[screen]),
		...here.flatMap(keyLines),
		'',
		heading('Elsewhere'),
		...elsewhere.flatMap(keyLines),
	];
	const words = WORDS.flatMap((sentence) => wrap(sentence, room).map((line) => `  ${line}`));
	return [...keys, '', ...words];
}
