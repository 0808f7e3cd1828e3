import { afterEach, describe, expect, it } from 'vitest';
import { type Home, KEYS, Tty, temporaryHome } from './harness/index.js';

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

describe('a newcomer at 80×24', () => {
	it('predicts, edits, solves the challenge, opens the next lesson, quits, and resumes at the same place', async () => {
		home = temporaryHome();
		start(home);
		// The first lesson, with the next key visible.
		await tty.waitFor(/1 of \d+ · The bill fell and the tickets came back/);
		await tty.waitFor(/Space read on/);

		// A guess of 95%; the computed value is 0.941282.
		tty.type(KEYS.tab);
		await tty.waitFor(/type a number, then Enter/);
		tty.type('95%');
		await tty.waitFor(/your guess: 95%▏/);
		tty.type(KEYS.enter);
		await tty.waitFor(/you said 95\.0%; it is 94\.1%: off by \+0\.9 pt/);

		// An edit in the table of the lesson.
		tty.type(KEYS.tab);
		await tty.waitFor(/FAQ answer · routed small *› +84\.0%/);
		tty.type('65\r');
		await tty.waitFor(/FAQ answer · routed small *› +65\.0%▼/);
		tty.type('j20\r');
		await tty.waitFor(/Refund dispute · routed small *› +20\.0%▼/);

		// A hint, then the solving edit.
		tty.type('i');
		await tty.waitFor(/hint 1: /);
		// The next key in the table scrolls it into view.
		tty.type(KEYS.tab);
		await tty.waitFor(/Policy exception · routed small 44%/);
		tty.type('0\r');
		await tty.waitFor(/Policy exception · routed small *› +0\.0%▼/);
		await tty.waitFor(/challenge solved: G shows/);
		tty.type('G');
		await tty.waitFor(/✓ solved\. /);
		await tty.waitFor(/hint 1: /);

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
		await tty.waitFor(/Refund dispute|✓ solved/);
	});

	it('finds a term in the contents, and opens the glossary anywhere', async () => {
		home = temporaryHome();
		start(home);
		await tty.waitFor(/1 of \d+ · /);
		tty.type('\u0007');
		await tty.waitFor(/Glossary/);
		await tty.waitFor(/meter ticks \(G1\)/);
		tty.type(KEYS.escape);
		await tty.waitFor(/1 of \d+ · /);
		tty.type(KEYS.escape);
		await tty.waitFor(/Contents/);
		tty.type('/false-easy');
		await tty.waitFor(/false-easy: Routed small/);
	});

	it('restarts a lesson after a yes', async () => {
		home = temporaryHome();
		start(home);
		await tty.waitFor(/1 of \d+ · /);
		tty.type('s');
		await tty.waitFor(/Enter a solution of the challenge\? y or n/);
		tty.type('y');
		await tty.waitFor(/a solution was entered; u takes it back/);
		tty.type(KEYS.escape);
		await tty.waitFor(/1 of \d+ lessons done/);
		tty.type('gx');
		await tty.waitFor(/Start this lesson afresh.*y or n/);
		tty.type('y');
		await tty.waitFor(/0 of \d+ lessons done/);
	});
});
