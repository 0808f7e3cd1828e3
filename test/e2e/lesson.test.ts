import { afterEach, describe, expect, it } from 'vitest';
import { type Home, homeInLesson, KEYS, Tty, temporaryHome } from './harness/index.js';

let tty: Tty;
let home: Home | null = null;
afterEach(async () => {
	await tty?.stop();
	home?.remove();
	home = null;
});

function start(homeToUse: Home, ...args: string[]): void {
	tty = new Tty(args, { home: homeToUse });
}

/** Returns the first line of the screen that matches. */
const lineWith = (pattern: RegExp): string =>
	tty
		.text()
		.split('\n')
		.find((line) => pattern.test(line)) ?? '';

describe('the first start at 80×24', () => {
	it('opens “Before you start”, which is read and played, and n leads to lesson 1', async () => {
		home = temporaryHome();
		start(home);
		await tty.waitFor(/^ Before you start /m);
		await tty.waitFor(/Space read on/);
		expect(tty.text()).not.toMatch(/\d of \d+/);
		// Two guesses, the second of which is a choice.
		tty.type('  ');
		await tty.waitFor(/guess 1 of 2: type it, then Enter/);
		tty.type('0.0245\r');
		await tty.waitFor(/you said \$0\.0245; it is \$0\.0245/);
		tty.type(KEYS.tab);
		await tty.waitFor(/guess 2 of 2: type it, then Enter/);
		tty.type('1\r');
		await tty.waitFor(/1 {2}about 10/);
		tty.type(KEYS.tab);
		await tty.waitFor(/fresh input tokens 2,000/);
		tty.type('500\r');
		await tty.waitFor(/○ cached input tokens 0, needs = 1,500/);
		tty.type(`${KEYS.tab}1500\r`);
		await tty.waitFor(/challenge solved: read what it shows below/);
		tty.type('G');
		await tty.waitFor(/NEXT +n lesson 1: The bill fell, and fewer requests were resolved/);
		tty.type('n');
		await tty.waitFor(/1 of \d+ · The bill fell, and fewer requests were resolved/);
		// It counts neither as done nor as one of the lessons.
		tty.type(KEYS.escape);
		await tty.waitFor(/0 of \d+ lessons done · .*next: The bill fell/);
		expect(lineWith(/Before you start +4 min/)).toMatch(/✓ +Before/);
	});
});

describe('a newcomer at 80×24', () => {
	it('predicts, edits, solves the challenge, opens the next lesson, quits, and resumes at the same place', async () => {
		home = homeInLesson();
		start(home);
		// The first lesson, with the next key visible.
		await tty.waitFor(/1 of \d+ · The bill fell, and fewer requests were resolved/);
		await tty.waitFor(/Space read on/);

		// Space stops at the guess. What it asks for is hidden, in the table and in the line of the challenge.
		tty.type('  ');
		await tty.waitFor(/your guess first: type it, then Enter; Space skips it/);
		tty.type('G');
		await tty.waitFor(/resolution +\? +\? +≥ 96\.1%/);
		await tty.waitFor(/challenge.*resolution \?, needs ≥ 96\.1%/);
		expect(tty.text()).not.toContain('94.1%');
		// A digit goes to the guess. The computed value is 0.941282.
		tty.type('g  ');
		await tty.waitFor(/your guess first/);
		tty.type('95%');
		await tty.waitFor(/your guess: 95%▏/);
		tty.type(KEYS.enter);
		await tty.waitFor(/you said 95\.0%; it is 94\.1%: off by \+0\.9 pt/);

		// An edit at the workbench. The line of the challenge has the figure and its limit.
		tty.type(KEYS.tab);
		await tty.waitFor(/FAQ answer +86\.5% +84\.0% *› *84\.0%/);
		tty.type('65\r');
		await tty.waitFor(/FAQ answer +86\.5% +84\.0% *› *65\.0%▼/);
		await tty.waitFor(/challenge.*○ resolution 9\d\.\d%, needs ≥ 96\.1%/);
		// Five presses are one change.
		tty.type(`j${KEYS.left.repeat(5)}`);
		await tty.waitFor(/Refund dispute +9\.5% +61\.0% *› *56\.0%▼ +−5\.0 pt/);
		tty.type('20\r');
		await tty.waitFor(/Refund dispute +9\.5% +61\.0% *› *20\.0%▼ +−41\.0 pt/);

		// A hint, then the solving edit.
		tty.type('i');
		await tty.waitFor(/hint 1: /);
		tty.type(KEYS.tab);
		await tty.waitFor(/Policy exception · routed small 44%/);
		tty.type('0\r');
		await tty.waitFor(/Policy exception +2\.5% +44\.0% *› *0\.0%▼/);
		await tty.waitFor(/challenge solved: read what it shows below/);
		tty.type('G');
		await tty.waitFor(/✓ solved\. /);
		await tty.waitFor(/NEXT +n lesson 2: /);

		// The evidence is as the text quotes it, with the reader's own beside it.
		tty.type('g');
		await tty.waitFor(/all strong +week 31 +change +yours/);
		expect(lineWith(/small share/)).toMatch(/0\.0% +80\.0% +\+80\.0 pt +5\d\.\d%/);

		// The next lesson, one page on, then quit.
		tty.type('n');
		await tty.waitFor(/2 of \d+ · /);
		tty.type(' ');
		await tty.waitFor(/\d\d% *\n/);
		const [head = ''] = tty.text().split('\n');
		const seen = tty.text().split('\n').slice(1, 20);
		tty.type('q');
		expect(await tty.exited).toBe(0);
		await tty.stop();

		start(home);
		await tty.waitFor(head.trim().slice(0, 20));
		await tty.waitFor(seen.find((line) => line.trim().length > 30)?.trim() ?? '');
		expect(tty.text().split('\n').slice(1, 20)).toEqual(seen);

		// The contents show what is done.
		tty.type(KEYS.escape);
		await tty.waitFor(/1 of \d+ lessons done/);
		expect(tty.text()).toMatch(/✓ +1 +The bill fell/);
		tty.type('k\r');
		await tty.waitFor(/✓ every guess and challenge done/);
	});

	it('finds a term in the contents, and opens the glossary anywhere', async () => {
		home = homeInLesson();
		start(home);
		await tty.waitFor(/1 of \d+ · /);
		tty.type('\u0007');
		await tty.waitFor(/Glossary/);
		await tty.waitFor(/meter ticks/);
		tty.type(KEYS.escape);
		await tty.waitFor(/1 of \d+ · /);
		tty.type(KEYS.escape);
		await tty.waitFor(/Contents/);
		tty.type('/false-easy');
		await tty.waitFor(/false-easy: A request that was routed small/);
	});

	it('finds a text in the lesson with /, n and N, and Esc gives n back', async () => {
		home = homeInLesson();
		start(home);
		await tty.waitFor(/1 of \d+ · The bill fell/);
		tty.type('/noise');
		await tty.waitFor(/find: noise▏ {2}(\d+ of \d+|not in this text)/);
		tty.type(KEYS.ctrlU);
		await tty.waitFor(/find: ▏/);
		tty.type('the s');
		await tty.waitFor(/find: the s▏ {2}1 of \d+/);
		tty.type(KEYS.enter);
		await tty.waitFor(/find “the s” 1 of (\d+) · n next/);
		tty.type('N');
		await tty.waitFor(/find “the s” (\d+) of \1, from the bottom/);
		tty.type('n');
		await tty.waitFor(/find “the s” 1 of \d+, from the top/);
		tty.type(KEYS.escape);
		await tty.waitFor(/Tab goes to the next guess or number/);
		await tty.waitFor(/1 of \d+ · The bill fell/);
		tty.type('n');
		await tty.waitFor(/2 of \d+ · /);
	});

	it('loses no digit and no focus by scrolling, and goes on at the end only when asked', async () => {
		home = homeInLesson();
		start(home);
		await tty.waitFor(/1 of \d+ · The bill fell/);
		tty.type('   ');
		await tty.waitFor(/FAQ answer +86\.5% +84\.0% +84\.0%/);
		// The open guess above comes first, then the numbers.
		tty.type(KEYS.tab);
		await tty.waitFor(/this is an open guess/);
		tty.type(KEYS.tab);
		await tty.waitFor(/FAQ answer · routed small 84%/);
		// Out of the window the number has no focus: neither an arrow nor a digit changes it.
		tty.type('g');
		await tty.waitFor(/1 of \d+ · .* 0%/);
		tty.type(KEYS.left);
		await tty.waitFor(/Tab goes to the next guess or number/);
		tty.type('5\rG');
		await tty.waitFor(/NEXT +n lesson 2/);
		expect(lineWith(/FAQ answer/)).toMatch(/84\.0% +84\.0%/);
		tty.type(' ');
		await tty.waitFor(/Enter goes on without what is still open/);
		tty.type(' ');
		await tty.waitFor(/something is open here: ! goes to it, Enter leaves it open/);
		tty.type(KEYS.enter);
		await tty.waitFor(/2 of \d+ · /);
	});

	it('says the whole next condition at 60×18, with what is focused', async () => {
		home = homeInLesson();
		tty = new Tty([], { home, columns: 60, rows: 18 });
		await tty.waitFor(/1 of \d+ · The bill fell/);
		tty.type(`    ${KEYS.tab}${KEYS.tab}${KEYS.left}`);
		await tty.waitFor(/FAQ answer · routed small 83%/);
		await tty.waitFor(/○ resolution \?, needs ≥ 96\.1%/);
		tty.type(`G${' '}n`);
		await tty.waitFor(/2 of \d+ · /);
		tty.type(`GG${KEYS.tab}`);
		await tty.waitFor(/○ .*, needs ≤ \d\.\d%\s/);
	});

	it('has the workbench beside the text from 140 columns on', async () => {
		home = homeInLesson();
		tty = new Tty([], { home, columns: 150, rows: 40 });
		await tty.waitFor(/Your team runs a support assistant.*│ +routed small/);
		tty.type(KEYS.tab + KEYS.tab + KEYS.left);
		await tty.waitFor(/│ +FAQ answer +86\.5% +84\.0% *› *83\.0%▼/);
		// The text stays in at most 75 columns.
		for (const line of tty.text().split('\n').slice(1, -4))
			expect(line.split('│')[0]?.trimEnd().length).toBeLessThanOrEqual(76);
	});

	it('marks a skipped challenge in the contents, and takes a later solution', async () => {
		home = homeInLesson();
		start(home);
		await tty.waitFor(/1 of \d+ · /);
		tty.type('s');
		await tty.waitFor(/may give away your open guess\. Go on\? y or n/);
		tty.type('y');
		await tty.waitFor(/skipped\. What it teaches: You gave back a part/);
		tty.type(KEYS.escape);
		await tty.waitFor(/0 of \d+ lessons done, 1 skipped/);
		expect(lineWith(/The bill fell/)).toMatch(/↷ +1 .* skipped/);
		tty.type('\rX');
		await tty.waitFor(/Put every number back/);
		tty.type('y');
		await tty.waitFor(/84\.0%/);
		tty.type(`G${KEYS.tab}${KEYS.tab}`);
		await tty.waitFor(/FAQ answer · routed small 84%/);
		tty.type('65\rj20\rj0\rj0\r');
		await tty.waitFor(/✓ solved\. You gave back a part/);
		tty.type(KEYS.escape);
		await tty.waitFor(/1 of \d+ lessons done/);
	});

	it('restarts a lesson after a yes', async () => {
		home = homeInLesson();
		start(home);
		await tty.waitFor(/1 of \d+ · /);
		tty.type('s');
		await tty.waitFor(/may give away your open guess\. Go on\? y or n/);
		tty.type('y');
		await tty.waitFor(/a solution was entered; u takes it back/);
		tty.type(KEYS.escape);
		await tty.waitFor(/0 of \d+ lessons done, 1 skipped/);
		tty.type('gjx');
		await tty.waitFor(/Forget the answers and hints of this lesson\? y or n/);
		tty.type('y');
		await tty.waitFor(/0 of \d+ lessons done ·/);
	});
});
