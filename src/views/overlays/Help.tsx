import type { ReactElement } from 'react';
import { helpLines } from '../../keys/index.js';
import { wrap } from '../../present/index.js';
import { Scrolled } from '../parts/Scrolled.js';
import { styled } from '../theme.js';
import { type OverlayProps, overlayHeight } from './overlay-props.js';

const WORDS = [
	'Change a number and watch where the pressure goes: the table, the matrix and the verdict are recomputed on every key.',
	'n/m is “not measured”: something behind the figure is unknown, so it is not shown as 0. – is “nothing went this way”.',
	'▲ ▼ mark what the last edit changed; the Δ line says by how much.',
];

/** Every key, drawn from the key table, and how to read the marks. */
export function Help({ offset, size, onMeasured }: OverlayProps): ReactElement {
	const room = size.columns - 4;
	const keys = helpLines().flatMap((line) => {
		const at = line.indexOf(': ');
		const [first = '', ...rest] = wrap(line, room);
		return [
			`  ${styled({ text: first.slice(0, at), tone: 'accent' })}${first.slice(at)}`,
			...rest.map((more) => `    ${more}`),
		];
	});
	const words = WORDS.flatMap((sentence) => wrap(sentence, room).map((line) => `  ${line}`));
	return (
		<Scrolled lines={[...words, '', ...keys]} offset={offset} height={overlayHeight(size)} onMeasured={onMeasured} />
	);
}
