import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { expectGivenBack, KEYS, type Tty, ttyThatLooks, ttyWithJobs } from './harness/index.js';

const run = promisify(execFile);
const PROGRAM = 'dist/dispatch-board.js';
let tty: Tty;
afterEach(() => tty?.stop());

async function open(...args: string[]): Promise<void> {
	tty = ttyThatLooks(args.length > 0 ? args : ['lab', 'week-31']);
	await tty.waitFor('quit');
}

describe('the first minute', () => {
	it('opens on week 31; an edit shows the computed figures, and undo restores the old ones', async () => {
		await open();
		await tty.waitFor(/ROLL BACK {2}resolution 94\.1%, limit 96\.1% {2}\(spend −76\.0%\)/);
		expect(tty.text()).toMatch(/resolution +94\.1% +±0\.6 pt +≥ 96\.1% ✗ breached/);
		expect(tty.text()).toMatch(/All counted, \$0\.2900 per resolved request; all strong \$0\.1693/);

		// All FAQ small: 0.0076785 − 0.865·(0.84·0.0016 + 0.16·0.032) + 0.865·0.0016 = 0.0034711 USD, and
		// 0.941282 − 0.865·(0.95784 − 0.92) = 0.9085504 resolved: by hand, from the definitions.
		tty.type('100');
		await tty.waitFor(/routed small: 100▏ {2}reads as 100%; it is 84% now/);
		expect(tty.text()).toMatch(/FAQ answer .* 84\.0%/);
		tty.type(KEYS.enter);
		await tty.waitFor(/FAQ answer +low +86\.5% *›100\.0%▲/);
		expect(tty.text()).toMatch(/resolution +90\.9%▼/);
		expect(tty.text()).toMatch(/all requests .* 93\.8%▲/);
		// 0.0034711 − 0.0076785 USD.
		expect(tty.text()).toMatch(/routed small 84% → 100%: resolution −3\.3 pt[\s\S]*spend −\$0\.0042/);

		tty.type('u');
		await tty.waitFor(/took back: /);
		expect(tty.text()).toMatch(/resolution +94\.1%▲/);
		tty.type('q');
		await expectGivenBack(tty, 0);
	});

	it('mends week 31 by two overrides and repairs, with the computed figures', async () => {
		await open('lab', 'week-31');
		await tty.waitFor(/FAQ answer/);
		// Moves to policy's override, switches it, then billing's one row below.
		tty.type('jj\t\tl');
		await tty.waitFor(/Policy exception .*strong/);
		tty.type('jl');
		await tty.waitFor(/Billing action .*strong/);
		await tty.waitFor(/resolution +94\.5%/);
		await tty.waitFor(/high-risk small +0\.0%/);
		// Moves up to the first row, and left to its repair rate.
		tty.type(`g${KEYS.shiftTab}3%`);
		await tty.waitFor(/FAQ answer · repair rate: 3%▏ {2}reads as 3%/);
		tty.type(KEYS.enter);
		await tty.waitFor(/FAQ answer .*›3\.0%▲/);
		tty.type('j16\r');
		await tty.waitFor(/Refund dispute .*›16\.0%▲/);
		await tty.waitFor(/resolution +97\.1%/);
		expect(tty.text()).toMatch(/silent failures +1\.29%/);
		tty.type('m');
		await tty.waitFor(/ spend +\$0\.0091/);
		expect(tty.text()).toMatch(/hand-offs +1\.6%/);
	});

	it('shows story and artifact, finds another scenario, and enters its mended state', async () => {
		await open();
		tty.type('s');
		await tty.waitFor(/the team sent 80% of its support requests/);
		tty.type('a');
		await tty.waitFor(/│ billing action +│ 30%/);
		tty.type(KEYS.escape);
		await tty.waitFor(/all requests/);
		tty.type('o');
		await tty.waitFor(/Enter open it/);
		tty.type('/f2');
		await tty.waitFor(/find: f2▏ 1 scenario/);
		tty.type('\r');
		await tty.waitFor(/Order status/);
		tty.type('t');
		await tty.waitFor(/›ROLL BACK +unedited/);
		tty.type('jj');
		await tty.waitFor(/›SHIP +After the fix: an independent/);
		tty.type('\r');
		await tty.waitFor(/SHIP {2}(?:all counted|spend falls)/);
	});

	it('keeps its state when resized', async () => {
		await open();
		tty.type('l');
		await tty.waitFor(/85\.0%▲/);
		tty.resize(120, 36);
		await tty.waitFor(/85\.0%▲[^\n]*││/);
		tty.resize(50, 12);
		await tty.waitFor(/needs 60×18/);
		tty.resize(80, 24);
		await tty.waitFor(/FAQ answer .* 85\.0%▲/);
	});
});

describe('the terminal is restored', () => {
	it.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGINT', 130],
	] as const)('after %s', async (signal, code) => {
		await open();
		tty.kill(signal);
		await expectGivenBack(tty, code);
	});

	it('after Ctrl-C while a value is typed', async () => {
		await open();
		tty.type('12');
		await tty.waitFor(/12▏/);
		tty.type(KEYS.ctrlC);
		await expectGivenBack(tty, 0);
	});

	it('while suspended, and the lab returns with its edits', async () => {
		tty = ttyWithJobs(['lab', 'week-31']);
		await tty.waitFor('quit');
		tty.type('l');
		await tty.waitFor(/85\.0%▲/);
		tty.type('\u001a');
		await tty.waitForGone(/85\.0%▲/);
		tty.type('fg\r');
		await tty.waitFor(/85\.0%▲/);
		tty.type('q');
	});
});

describe('without a terminal', () => {
	it('prints the opening report and exits 0', async () => {
		const { stdout, stderr } = await run(process.execPath, [PROGRAM]);
		expect(stdout).toMatch(/^Week 31/);
		expect(stdout).toMatch(/ROLL BACK/);
		expect(stderr).toBe('');
	});

	it('rejects a wrong input path in one line and exits 2', async () => {
		const failed = run(process.execPath, [PROGRAM, 'report', 'week-31', '--set', 'segments.fqa.routedSmall=1']);
		await expect(failed).rejects.toMatchObject({
			code: 2,
			stdout: '',
			stderr: expect.stringMatching(/^--set: there is no input.*segments\.faq\.routedSmall.*\n$/),
		});
	});
});
