import { execFileSync } from 'node:child_process';
import { cleanEnvironment } from '../../e2e/harness/home.js';
import { KEYS } from '../../e2e/harness/index.js';
import { PROGRAM } from '../../e2e/harness/tty.js';
import { journey } from './journey.js';

/** Returns a pattern for the title of a step, which is `step 3 of 8` if the names of all steps do not fit. */
const step = (number: number | string): RegExp => new RegExp(`step ${number} of 8|\\[${number} `);

/** Creates a worksheet by the command line. */
const createSheet = (home: string): void => {
	const args = [PROGRAM, 'worksheet', 'My desk', '--from', 'support-bot'];
	execFileSync(process.execPath, args, { env: cleanEnvironment(home) });
};

journey('worksheet: a new one', ['worksheet'], async (board) => {
	await board.see('No worksheet yet');
	await board.press('n').see('what to start from');
	await board.press('support').see('› support-bot');
	await board.press(KEYS.enter).see('a name for the worksheet: ▏');
	await board.press('My desk\r').see(step(1));
	await board.press(KEYS.enter).see('┃ ▏');
	await board.press('How-to questions go to the small model').see('small model▏');
	await board.press(KEYS.enter).see('for which segment');
	await board.press(KEYS.escape).see(step(1));
	await board.press('?').see('Help');
	await board.press(KEYS.escape).see(step(1));
	await board.press('u').see(step(1));
	await board.press(KEYS.escape).see('My desk');
});

journey(
	'worksheet: its steps',
	['worksheet', 'my-desk'],
	async (board) => {
		await board.see(step(1));
		await board.press(']').see(step(2));
		await board.press(']').see(step(3));
		await board.press(`${KEYS.tab}${KEYS.tab}60\r`).see('60.0%▲');
		await board.press('n').see(step(3));
		await board.press('u').see(step(3));
		await board.press(']').see(step(4));
		await board.press(']').see(step(5));
		await board.press(KEYS.enter).see('the assumption to vary');
		await board.press(KEYS.escape).see(step(5));
		await board.press(']').see(step(6));
		await board.press(']').see(step(7));
		await board.press(KEYS.pageDown).see(step(7));
		await board.press('i').see(step('\\d'));
		await board.press(']').see(step('\\d'));
		await board.press('v').see('[Board]');
		await board.press('l').see('▲');
		await board.press('w').see('the worksheet has the lab’s numbers now');
	},
	createSheet,
);
