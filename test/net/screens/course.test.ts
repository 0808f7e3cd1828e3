import { KEYS, turnToLesson } from '../../e2e/harness/index.js';
import { journey } from './journey.js';

const LESSONS = 43;

journey('lessons: first pages', [], async (board) => {
	await board.see(/^ Before you start /m);
	for (let lesson = 1; lesson <= LESSONS; lesson++) await board.press('n').see(`${lesson} of ${LESSONS}`);
});

journey('lessons: last pages', [], async (board) => {
	await board.see(/^ Before you start /m);
	await board.press('G').see('end');
	for (let lesson = 1; lesson <= LESSONS; lesson++) {
		await board.press('n').wait(`${lesson} of ${LESSONS}`);
		await board.press('G').see(/ end$/m);
	}
});

journey(
	'lessons: guess, edit, hint, solution',
	[],
	async (board) => {
		await board.see('Space read on');
		await board.press(KEYS.tab).see('type a number, then Enter');
		await board.press('95%').see('your guess: 95%▏');
		await board.press(KEYS.enter).see('you said 95.0%');
		await board.press(KEYS.tab).see('FAQ answer · routed small');
		await board.press('65\r').see('65.0%▼');
		await board.press('i').see('hint 1');
		await board.press('s').see('y or n');
		await board.press('y').see('a solution was entered');
		await board.press('G').see('skipped. ');
		await board.press('u').see('took back');
		await board.press('v').see('[Board]');
		await board.press(KEYS.escape).see(`1 of ${LESSONS}`);
		await board.press('?').see('Help');
		await board.press(KEYS.escape).see(`1 of ${LESSONS}`);
		await board.press(KEYS.escape).see('lessons done');
	},
	turnToLesson,
);

journey('contents: find, progress, afresh', [], async (board) => {
	await board.see('Space read on');
	await board.press(KEYS.escape).see('Contents');
	await board.press('jjj').see('Contents');
	await board.press('G').see('Contents');
	await board.press('/drift').see('drift');
	await board.press(KEYS.escape).see('Contents');
	await board.press('p').see('Progress');
	await board.press(KEYS.escape).see('Contents');
	await board.press('gx').see('y or n');
	await board.press('n').see('Contents');
	await board.press('X').see('y or n');
	await board.press('n').see('Contents');
	await board.press('o').see('Scenarios');
	await board.press(KEYS.pageDown).see('Scenarios');
	await board.press(KEYS.escape).see('Contents');
	await board.press(KEYS.ctrlG).see('Glossary');
	await board.press(KEYS.pageDown).see('Glossary');
});

journey('drills: menu and recall', ['drill', '--seed', '2'], async (board) => {
	await board.see('Interview run');
	await board.press('v').see('looks at the end');
	await board.press('?').see('Help');
	await board.press(KEYS.escape).see('Interview run');
	await board.press(KEYS.escape).see('Contents');
});

journey('drills: recall', ['drill', 'recall', '--seed', '1'], async (board) => {
	await board.see('Tab done');
	await board.press('the bill fell and silent failures rose').see('rose▏');
	await board.press(KEYS.enter).see('Tab done');
	await board.press(KEYS.tab).see('A good answer holds');
	await board.press('j ').see('A good answer holds');
	await board.press(KEYS.ctrlO).see(/\d of 43/);
	await board.press(KEYS.escape).see('A good answer holds');
	await board.press('3').see('Tab done');
	await board.press(KEYS.ctrlU).see('took back');
	await board.press('1').see('Tab done');
	await board.press(KEYS.escape).see(/Esc|drill/i);
});

journey('drills: interview', ['drill', 'interview', '--seed', '1'], async (board) => {
	await board.see('Tab done');
	await board.press(KEYS.tab).see('A good answer holds');
	await board.press(KEYS.pageDown).see(/answer/);
});

journey('drills: numbers', ['drill', 'numbers', '--seed', '2'], async (board) => {
	await board.see('your answer');
	await board.press('1\r').see(/✓|✗/);
	await board.press('n').see('your answer');
	await board.press('1\r').see(/✓|✗/);
	await board.press('h').see('level 2');
});

journey('drills: diagnosis', ['drill', 'diagnose', '--seed', '2'], async (board) => {
	await board.see('7 slow fallback');
	await board.press(KEYS.pageDown).see(/F7|week/);
	await board.press('1\r').see(/[✓✗]/);
	await board.press('m').see('mend it here');
	await board.press('s').see('It is mended when');
	await board.press(KEYS.escape).see('[Board]');
	await board.press('0\r').see('% → 0%');
	await board.press(KEYS.escape).see('verdict SHIP');
});

journey('drills: diagrams', ['drill', 'diagrams', '--seed', '1'], async (board) => {
	await board.see('fill the boxes');
	await board.press('the user\r').see('[ the user ]');
	await board.press(KEYS.ctrlT).see('Labels');
	await board.press('1\r').see('[ ▏ ]');
	await board.press(KEYS.tab).see('of 8 boxes');
});

journey('drills: an interview run', ['drill', '--minutes', '5', '--seed', '2'], async (board) => {
	await board.see('left');
	await board.press(KEYS.ctrlP).see('paused at');
	await board.press(KEYS.ctrlP).see('left');
	await board.press(KEYS.escape).see('Esc again ends the run');
	await board.press(KEYS.escape).see('answered');
	await board.press(KEYS.escape).see('Interview run');
});
