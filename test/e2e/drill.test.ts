import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatAnswer } from '../../src/drill/index.js';
import { loadDrillTools } from '../../src/session/drill-tools.js';
import { type Home, KEYS, Tty, temporaryHome } from './harness/index.js';

let tty: Tty;
let home: Home;
beforeEach(() => {
	home = temporaryHome();
});
afterEach(async () => {
	await tty?.stop();
	home.remove();
});

const start = (...args: string[]): void => {
	tty = new Tty(args, { home });
};
/** Returns the journal on disk; empty if there is none yet. */
function journal(): string {
	const file = join(home.folder, 'dispatch-board', 'progress.jsonl');
	return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
/** Waits until a grade is on disk, which is written after the frame. */
const waitForGrade = () => vi.waitFor(() => expect(journal()).toContain('"reviewed"'), 10_000);

describe('recall', () => {
	it('takes an answer of several lines and a paste, is ticked and graded, and resumes after a kill', async () => {
		start('drill', 'recall');
		await tty.waitFor(/What went wrong in week 31/);
		tty.type('resolution dropped three points\r');
		await tty.waitFor(/┃ ▏/);
		tty.type('\u001b[200~80% went to\nthe small model\u001b[201~');
		await tty.waitFor(/┃ the small model▏/);
		tty.type(KEYS.tab);
		await tty.waitFor(/A good answer holds/);
		// Points that the answer seems to contain are already ticked.
		await tty.waitFor(/\[x\] Resolution dropped by three points/);
		tty.type('j ');
		await tty.waitFor(/› \[x\] Model spend fell/);
		await tty.waitFor(/1 again \S+ min +2 hard \S+ min +3 good \S+ min +4 easy \d+ days/);
		tty.type('4');
		await tty.waitFor(/The obvious fix was to turn the FAQ row back/);
		await waitForGrade();
		tty.kill('SIGKILL');
		await tty.exited;
		await tty.stop();

		expect(journal()).toContain('80% went to\\nthe small model');
		start('drill');
		await tty.waitFor(/Recall +9 · 0 due · 8 new/);
		tty.type('j\r');
		await tty.waitFor(/The obvious fix was to turn the FAQ row back/);
	});

	it('opens the lesson behind a key point, and returns', async () => {
		start('drill', 'recall');
		await tty.waitFor(/What went wrong in week 31/);
		tty.type(KEYS.tab);
		await tty.waitFor(/nothing was written/);
		tty.type(KEYS.ctrlO);
		await tty.waitFor(/\d of \d+ · /);
		tty.type(KEYS.escape);
		await tty.waitFor(/A good answer holds/);
		tty.type('1');
		await tty.waitFor(/The obvious fix was/);
		tty.type(KEYS.ctrlU);
		await tty.waitFor(/took back the last grade/);
	});
});

describe('interview questions', () => {
	it('show the tempting wrong answer and the follow-up questions', async () => {
		start('drill', 'interview');
		await tty.waitFor(/What problem does model routing really solve\?/);
		tty.type(`safe and risky work no longer share one lane${KEYS.tab}`);
		await tty.waitFor(/A good answer holds/);
		tty.type(KEYS.pageDown);
		tty.type(KEYS.pageDown);
		tty.type(KEYS.pageDown);
		await tty.waitFor(/What would be asked next/);
		tty.type('2');
		await tty.waitFor(/┃ ▏/);
		await waitForGrade();
		expect(journal()).toContain('interview/I1');
	});
});

describe('numbers', () => {
	it('accepts the computed number in any spelling, and says how far off a wrong one is', async () => {
		const { kit, drill } = await loadDrillTools();
		const asked = drill.createQuestion(kit, 'numbers/blended-cost', 0, 1);
		if (asked?.kind !== 'number') throw new Error('no number');
		start('drill', 'numbers', '--seed', '0');
		await tty.waitFor(/what does a request cost on average/);
		tty.type('dear\r');
		await tty.waitFor(/your answer: dear▏/);
		expect(tty.text()).toMatch(/\d/);
		tty.type('\b\b\b\b');
		tty.type(`$${formatAnswer(asked.question).replace(/[^\d.]/g, '')}`.replace('$0.', '$.'));
		tty.type('\r');
		await tty.waitFor(/✓ right: \$/);
		tty.type('h');
		await tty.waitFor(/your answer: ▏/);
		tty.type('1\r');
		await tty.waitFor(/✗ it is \$/);
		await tty.waitFor(/you said 1: \d+ times as much as it is/);
		// The formula, with the reader's numbers in it.
		await tty.waitFor(/cost = routed small × /);
		await tty.waitFor(/on average /);
	});
});

describe('diagnosis', () => {
	it('shows tables, judges a shape, opens the lab, and returns with the unmet conditions', async () => {
		start('drill', 'diagnose', '--seed', '2');
		await tty.waitFor(/Segments, last week/);
		await tty.waitFor(/7 slow fallback/);
		tty.type('1\r');
		await tty.waitFor(/[✓✗] (right: |it is )[a-z]/);
		await tty.waitFor(/m mends it in the lab/);
		tty.type('m');
		await tty.waitFor(/mend it here/);
		tty.type('s');
		await tty.waitFor(/It is mended when all of this holds/);
		tty.type(KEYS.escape);
		await tty.waitFor(/ROLL BACK|CANARY/);
		tty.type('0\r');
		await tty.waitFor(/% → 0%/);
		tty.type(KEYS.escape);
		await tty.waitFor(/○ verdict SHIP/);
		tty.type('\r');
		await tty.waitFor(/7 slow fallback/);
		await waitForGrade();
	});
});

describe('diagrams', () => {
	it('are filled in by typing and by placing labels, and compared box by box', async () => {
		start('drill', 'diagrams');
		await tty.waitFor(/The request trace: fill the boxes/);
		tty.type('the user\r');
		await tty.waitFor(/\[ the user \]/);
		tty.type(KEYS.ctrlT);
		await tty.waitFor(/Labels: type the number of one/);
		tty.type('1\r');
		await tty.waitFor(/\[ ▏ \] +what is decided there/);
		tty.type(KEYS.tab);
		await tty.waitFor(/[12] of 8 boxes/);
		await tty.waitFor(/✓ \[ the user \]/);
		await tty.waitFor(/✗ \[ _+ \]/);
	});
});

describe('an interview run', () => {
	it('shows judgements at the end if the reader chose that, and exports its debrief', async () => {
		const file = join(home.folder, 'debrief.json');
		start('drill', '--minutes', '5', '--seed', '2', '--export', file);
		await tty.waitFor(/[45]:\d\d left/);
		tty.type(KEYS.escape);
		await tty.waitFor(/Esc again ends the run/);
		tty.type(KEYS.escape);
		await tty.waitFor(/0 of \d+ answered/);
		tty.type(KEYS.escape);
		await tty.waitFor(/Interview run +10 minutes +looks after each/);
		tty.type('v');
		await tty.waitFor(/looks at the end/);
		tty.type('jjjjjj\r');
		await tty.waitFor(/(10:00|9:5\d) left/);
		const first = tty.text().split('\n')[2] ?? '';
		if (/7 slow fallback/.test(tty.text())) tty.type('1\r');
		else if (/your answer/.test(tty.text())) tty.type('1\r');
		else tty.type(`I would measure it${KEYS.tab}`);
		// The next question, without a judgement of the last one.
		await tty.waitForGone(
			new RegExp(
				first
					.trim()
					.slice(0, 40)
					.replace(/[^\w ]/g, '.'),
			),
		);
		await tty.waitFor(/left/);
		expect(tty.text()).not.toMatch(/A good answer holds|✓ right|✗ it is/);
		tty.type(KEYS.ctrlP);
		await tty.waitFor(/paused at/);
		tty.type(KEYS.escape);
		await tty.waitFor(/Esc again ends the run/);
		tty.type(KEYS.escape);
		await tty.waitFor(/A good answer holds|✓ right|✗ it is/);
		tty.type(KEYS.escape);
		await tty.waitFor(/1 of \d+ answered/);
		// The export is written even after leaving the debrief.
		tty.type(KEYS.escape);
		await tty.waitFor(/Interview run +10 minutes/);
		tty.type('q');
		expect(await tty.exited).toBe(0);
		expect(tty.text()).toMatch(/The debrief was written to/);
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ minutes: 10, answered: 1 });
	});
});
