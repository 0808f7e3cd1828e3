/**
 * `npm run picture`: writes the README's pictures from the real screen: week 31 with less of the FAQ traffic on the
 * small model, dark and light. `npm run picture -- FOLDER` writes several screens in every size, dark and light, to
 * look at after a change of a screen.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYS } from '../test/e2e/harness/keys.js';
import { ON_DARK, ON_LIGHT, screenshotSvg } from '../test/e2e/harness/screenshot.js';
import { Tty } from '../test/e2e/harness/tty.js';

/** A screen: the command that opens it, and keys with the text that each brings. */
interface Picture {
	readonly args: readonly string[];
	readonly label: string;
	readonly steps: readonly (readonly [keys: string, shown: string | RegExp])[];
}

const LAB: Picture = {
	args: ['lab', 'week-31'],
	label: 'The lab on week 31',
	steps: [
		['', 'FAQ answer'],
		[KEYS.shiftLeft, '74.0%▼'],
	],
};

const PICTURES: Readonly<Record<string, Picture>> = {
	lab: LAB,
	pressure: { ...LAB, label: 'The pressure pane', steps: [...LAB.steps, [']]]', /relieved/i]] },
	lesson: {
		args: [],
		label: 'The lesson before the first',
		steps: [
			['', 'read on'],
			[' ', /your guess/i],
		],
	},
	contents: {
		args: ['drill'],
		label: 'The contents',
		steps: [
			['', 'Drills'],
			[KEYS.escape, 'Contents'],
		],
	},
	drill: {
		args: ['drill', 'numbers', '--seed', '3'],
		label: 'A drill of numbers, answered',
		steps: [
			['', 'your answer'],
			[`5${KEYS.enter}`, 'you said'],
		],
	},
};

const PAPERS = { dark: ON_DARK, light: ON_LIGHT } as const;
type Paper = keyof typeof PAPERS;
type Size = readonly [columns: number, rows: number];
const SIZES: readonly Size[] = [
	[60, 18],
	[80, 24],
	[120, 36],
	[200, 60],
];

async function writePicture(file: string, { args, label, steps }: Picture, paper: Paper, size: Size): Promise<void> {
	const [columns, rows] = size;
	const tty = new Tty(['--theme', paper, ...args], { columns, rows });
	try {
		for (const [keys, shown] of steps) {
			if (keys !== '') tty.type(keys);
			await tty.waitFor(shown);
		}
		writeFileSync(file, screenshotSvg(tty, `${label}, in a ${paper} terminal of ${columns} columns`, PAPERS[paper]));
	} finally {
		await tty.stop();
	}
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	await writePicture('docs/lab.svg', LAB, 'dark', [120, 31]);
	await writePicture('docs/lab-light.svg', LAB, 'light', [120, 31]);
} else {
	mkdirSync(folder, { recursive: true });
	for (const [name, picture] of Object.entries(PICTURES))
		for (const size of SIZES)
			for (const paper of ['dark', 'light'] as const)
				await writePicture(join(folder, `${name}-${size.join('x')}-${paper}.svg`), picture, paper, size);
}
