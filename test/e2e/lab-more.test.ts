import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	expectGivenBack,
	type Home,
	KEYS,
	type Tty,
	type TtyOptions,
	temporaryHome,
	ttyThatLooks,
} from './harness/index.js';

const run = promisify(execFile);
const PROGRAM = 'dist/dispatch-board.js';

let home: Home;
const opened: Tty[] = [];
beforeEach(() => {
	home = temporaryHome();
});
afterEach(async () => {
	await Promise.all(opened.splice(0).map((tty) => tty.stop()));
	home.remove();
});

async function open(args: readonly string[] = [], options: TtyOptions = {}): Promise<Tty> {
	const tty = ttyThatLooks(args, { home, ...options });
	opened.push(tty);
	await tty.waitFor('quit');
	return tty;
}

async function quit(tty: Tty): Promise<void> {
	tty.type('q');
	await expectGivenBack(tty, 0);
}

/** Returns what `dispatch-board progress --format json` prints for this home. */
async function progress(): Promise<{
	readonly scenarios: readonly { readonly scenario: string; readonly edits: readonly string[] }[];
	readonly scores: readonly unknown[];
}> {
	const env = { ...process.env, DISPATCH_BOARD_HOME: join(home.folder, 'dispatch-board') };
	const { stdout } = await run(process.execPath, [PROGRAM, 'progress', '--format', 'json'], { env });
	return JSON.parse(stdout);
}

describe('progress on disk', () => {
	it('restores edits, pane and focus after a restart', async () => {
		const first = await open(['lab', 'week-31']);
		first.type('l');
		await first.waitFor(/FAQ answer .* 85\.0%▲/);
		first.type(']jj');
		await first.waitFor(/\[Cost\]/);
		await first.waitFor(/^ Policy exception: 44\.0% routed small/m);
		const focused = first.line(22);
		await quit(first);

		const second = await open();
		await second.waitFor(/\[Cost\]/);
		expect(second.line(22)).toBe(focused);
		expect(second.text()).toMatch(/FAQ answer .*85\.0%/);
		second.type('u');
		await second.waitFor(/took back: /);
		await second.waitFor(/FAQ answer .*84\.0%/);
	});

	it('has the edits of two programs that ran at the same time', async () => {
		const [one, other] = await Promise.all([open(['lab', 'week-31']), open(['lab', 'toy-request'])]);
		one.type('l');
		await one.waitFor(/85\.0%▲/);
		other.type('h');
		await other.waitFor(/edited 1/);
		one.type('l');
		await one.waitFor(/86\.0%▲/);
		await Promise.all([quit(one), quit(other)]);
		const { scenarios } = await progress();
		const edits = (id: string) => scenarios.find(({ scenario }) => scenario === id)?.edits;
		expect(edits('week-31')).toEqual([expect.stringMatching(/^segments\.faq\.routedSmall=(0\.86|86%)$/)]);
		expect(edits('toy-request')).toHaveLength(1);
	});

	it('of a file is separate from the shipped scenario with its id; a failing claim is reported', async () => {
		const shipped = await open(['lab', 'week-31']);
		shipped.type('l');
		await shipped.waitFor(/FAQ answer .* 85\.0%▲/);
		await quit(shipped);

		const file = join(home.folder, 'copy.yaml');
		const text = readFileSync('scenarios/week-31.yaml', 'utf8');
		writeFileSync(file, text.replace(/^expect:\n/m, '$&  - says: It can ship.\n    verdict: ship\n'));
		const copy = await open(['lab', file]);
		await copy.waitFor(/a claim of this file does not hold: t shows which, and why/);
		expect(copy.text()).toMatch(/FAQ answer .*84\.0%/);
		copy.type('t');
		await copy.waitFor(/✗ also: It can ship\. Expected verdict ship, but it is roll-back/);
		copy.type(KEYS.escape);
		await copy.waitFor(/all requests/);
		copy.type('hh');
		await copy.waitFor(/FAQ answer .* 82\.0%/);
		await quit(copy);

		const again = await open(['lab', 'week-31']);
		await again.waitFor(/FAQ answer .*85\.0%/);
		await quit(again);
		const back = await open(['lab', file]);
		await back.waitFor(/FAQ answer .*82\.0%/);
		await quit(back);
	});

	it('is not saved if no folder is writable, which the screen says', async () => {
		const file = join(home.folder, 'a-file');
		writeFileSync(file, '');
		const tty = await open(['lab', 'week-31'], { env: { DISPATCH_BOARD_HOME: join(file, 'below') } });
		await tty.waitFor(/progress is not being kept/);
		tty.type('l');
		await tty.waitFor(/FAQ answer .* 85\.0%▲/);
		tty.type('q');
		await expectGivenBack(tty, 1);
		await tty.waitFor(/The last \d+ steps of this run could not be kept/);
		rmSync(file);
	});
});

const requestOf = (tty: Tty): string | undefined => /req-\d+-\d+/.exec(tty.text())?.[0];

describe('keys of the lab', () => {
	it('ask for a guess before an edit, and say how far it was off', async () => {
		const tty = await open(['lab', 'week-31']);
		tty.type('p');
		await tty.waitFor(/each edit now asks first for a guess/);
		tty.type('100\r');
		await tty.waitFor(/your guess for resolution after FAQ answer → 100%: ▏ it is 94\.1% now/);
		expect(tty.text()).toMatch(/FAQ answer .* 84\.0%/);
		tty.type('95');
		await tty.waitFor(/resolution after FAQ answer → 100%: 95▏ +reads as 95\.0%/);
		tty.type(KEYS.enter);
		// 0.9085504, derived in lab.test.ts.
		await tty.waitFor(/resolution is 90\.9%; your guess of 95\.0% was 4\.1 pt too high/);
		await tty.waitFor(/FAQ answer .*›100\.0%▲/);
		await quit(tty);
		expect((await progress()).scores).toHaveLength(1);
	});

	it('go to any entry of the history', async () => {
		const tty = await open(['lab', 'week-31']);
		for (const value of ['85', '86', '87']) {
			tty.type('l');
			await tty.waitFor(new RegExp(`FAQ answer .* ${value}\\.0%▲`));
		}
		tty.type('y');
		await tty.waitFor(/› +3 {2}.* 87% {2}← now/);
		tty.type('kk');
		await tty.waitFor(/› +1 {2}.* 85%/);
		tty.type(KEYS.enter);
		await tty.waitFor(/FAQ answer .* 85\.0%/);
		tty.type('U');
		await tty.waitFor(/FAQ answer .* 86\.0%▲/);
	});

	it('trace a request by its stages, and find the next silent failure', async () => {
		const tty = await open(['lab', 'week-31']);
		tty.type(']]]]');
		await tty.waitFor(/\[Trace\]/);
		await tty.waitFor(/arrives/);
		expect(tty.text()).not.toMatch(/The mix sends|Score \d|The override keeps/);
		tty.type(' ');
		await tty.waitFor(/The mix sends|Score \d|The override keeps/);
		tty.type(KEYS.backspace);
		await tty.waitForGone(/The mix sends|Score \d|The override keeps/);
		tty.type('f');
		await tty.waitFor(/outcome +silent/);
		const first = requestOf(tty);
		expect(first).toBeDefined();
		tty.type('f');
		await tty.waitUntil(() => requestOf(tty) !== first && /outcome +silent/.test(tty.text()), 'another silent failure');
	});

	it('share the state as a command line that prints the same figures', async () => {
		const tty = await open(['lab', 'week-31']);
		tty.type('100\r');
		await tty.waitFor(/FAQ answer .*›100\.0%▲/);
		tty.type('b');
		await tty.waitFor(/the baseline now/);
		tty.type('j50\r');
		await tty.waitFor(/Refund dispute .* 50\.0%/);
		tty.type('m');
		await tty.waitFor(/hand-offs +[\d.]+%/);
		const shown = {
			cost: Number(/ spend +\$([\d.]+)/.exec(tty.text())?.[1]),
			resolution: Number(/resolution +([\d.]+)%/.exec(tty.text())?.[1]),
			handoff: Number(/hand-offs +([\d.]+)%/.exec(tty.text())?.[1]),
		};
		tty.type('S');
		await tty.waitFor(/dispatch-board report week-31/);
		tty.type(KEYS.escape);
		await tty.waitForGone(/dispatch-board report week-31/);
		await quit(tty);
		const line = /^dispatch-board (report .*)$/m.exec(tty.transcript())?.[1] ?? '';
		expect(line).toContain('--baseline');
		const { stdout } = await run(process.execPath, [PROGRAM, ...line.split(' '), '--format', 'json']);
		const { metrics } = JSON.parse(stdout) as { metrics: Record<string, number> };
		expect(Number(metrics['cost']?.toFixed(4))).toBe(shown.cost);
		expect(Number(((metrics['resolution'] ?? 0) * 100).toFixed(1))).toBe(shown.resolution);
		expect(Number(((metrics['handoff'] ?? 0) * 100).toFixed(1))).toBe(shown.handoff);
	});
});
