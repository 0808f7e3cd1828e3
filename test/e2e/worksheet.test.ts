import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadScenario } from '../../src/content/index.js';
import { money, percent } from '../../src/present/format/format.js';
import { HOSTILE_TEXTS } from '../support/hostile.js';
import { cleanEnvironment, type Home, temporaryHome } from './harness/home.js';
import { KEYS, Tty } from './harness/index.js';
import { PROGRAM } from './harness/tty.js';

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
const run = (...args: string[]): string =>
	execFileSync(process.execPath, [PROGRAM, ...args], { env: cleanEnvironment(home.folder), encoding: 'utf8' });
const folder = (): string => join(home.folder, 'dispatch-board', 'worksheets');
const file = (name = 'my-desk'): string => join(folder(), `${name}.yaml`);
const text = (): string => (existsSync(file()) ? readFileSync(file(), 'utf8') : '');
/** Waits until the file contains a text, because saving comes after the frame. */
const waitForFile = (words: string | RegExp) => vi.waitFor(() => expect(text()).toMatch(words), 10_000);
const paste = (words: string): string => `\u001b[200~${words}\u001b[201~`;

/** Creates a worksheet by the command line, and opens it. */
async function openNewSheet(): Promise<void> {
	run('worksheet', 'My desk', '--from', 'support-bot');
	start('worksheet', 'my-desk');
	await tty.waitFor(/step 1 of 8: Feature/);
}

async function quit(): Promise<void> {
	tty.type('q');
	expect(await tty.exited).toBe(0);
	await tty.stop();
}

describe('a worksheet', () => {
	it('is created from a template, filled in, reopened, and exported with the figures of the report', async () => {
		start('worksheet');
		await tty.waitFor(/No worksheet yet/);
		tty.type('n');
		await tty.waitFor(/what to start from/);
		tty.type('support-bot');
		await tty.waitFor(/› support-bot/);
		tty.type('\r');
		await tty.waitFor(/a name for the worksheet: ▏/);
		tty.type('My desk\r');
		await tty.waitFor(/step 1 of 8: Feature/);
		tty.type('\r');
		await tty.waitFor(/┃ ▏/);
		tty.type('How-to questions go to the small model\r');
		await waitForFile('How-to questions go to the small model');
		// Enter has opened the next field.
		await tty.waitFor(/› for which segment +┃ ▏/);
		tty.type(KEYS.escape);
		await tty.waitForGone(/┃/);
		tty.type(']]');
		await tty.waitFor(/step 3 of 8: Segments/);
		tty.type(`${KEYS.tab}${KEYS.tab}`);
		await tty.waitFor(/› *50\.0%/);
		tty.type('60\r');
		// The shares of the other slices shrink.
		await tty.waitFor(/› *60\.0%▲/);
		await tty.waitFor(/Access request +medium +24\.0%▼/);
		tty.type(`${KEYS.tab}${KEYS.tab}`);
		await tty.waitFor(/› *93\.9%/);
		tty.type('0.9\r');
		await tty.waitFor(/› *90\.0%▼/);
		await waitForFile(/share: 0\.6\b/);
		await quit();

		start('worksheet', 'my-desk');
		await tty.waitFor(/How-to questions go to the small model/);
		for (const [keys, wanted] of [
			['', 'html'],
			[KEYS.tab, 'json'],
			[`${KEYS.tab}${KEYS.tab}`, 'md'],
		] as const) {
			tty.type('e');
			await tty.waitFor(/write the review artifact to .*my-desk-review\.html▏/);
			tty.type(keys);
			await tty.waitFor(`review.${wanted}▏`);
			tty.type(`\u0001${home.folder}/\r`);
			await tty.waitFor(/wrote /);
			await vi.waitFor(() => expect(existsSync(join(home.folder, `my-desk-review.${wanted}`))).toBe(true), 10_000);
			tty.type('[');
			await tty.waitForGone(/wrote /);
		}
		await quit();

		const report = JSON.parse(run('report', 'my-desk', '--format', 'json'));
		const artifact = (ending: string): string => readFileSync(join(home.folder, `my-desk-review.${ending}`), 'utf8');
		const { review: _, ...same } = JSON.parse(artifact('json'));
		expect(same).toEqual(report);
		expect(report.segments[0].smallSuccess).toBeCloseTo(0.9, 5);
		const { cost, resolution, silent, totalCostPerResolved } = report.metrics;
		for (const words of [
			money(cost),
			percent(resolution),
			percent(silent),
			money(totalCostPerResolved),
			'How-to questions go',
		])
			for (const ending of ['md', 'html']) expect(artifact(ending), `${words} in ${ending}`).toContain(words);
	});

	it('opens in the lab with its own guardrails, and takes over the edits tried there', async () => {
		await openNewSheet();
		tty.type('v');
		await tty.waitFor(/resolution .*≥ 91\.37% \? unclear/);
		tty.type(`${KEYS.left}${KEYS.left}`);
		await tty.waitFor(/How-to question: 78\.0% routed small/);
		tty.type('w');
		await tty.waitFor(/the worksheet has the lab’s numbers now/);
		await waitForFile(/routedSmall: 0\.78/);
		await quit();
		start('lab', 'my-desk');
		await tty.waitFor(/How-to question: 78\.0% routed small/);
	});

	it('is listed, renamed, copied, deleted and restored', async () => {
		await openNewSheet();
		tty.type(KEYS.escape);
		await tty.waitFor(/my-desk · not ready/);
		tty.type('r');
		await tty.waitFor(/its new name: My desk▏/);
		tty.type(' 2\r');
		await tty.waitFor(/it is called my-desk-2 now/);
		await tty.waitFor(/› My desk 2/);
		expect(readdirSync(folder()).filter((name) => name.endsWith('.yaml'))).toEqual(['my-desk-2.yaml']);
		tty.type('c');
		await tty.waitFor(/a name for the copy/);
		tty.type('\r');
		await tty.waitFor(/copied to/);
		tty.type('d');
		await tty.waitFor(/Delete my-desk-2/);
		tty.type('n');
		await tty.waitForGone(/Delete/);
		tty.type('d');
		await tty.waitFor(/Delete my-desk-2/);
		tty.type('y');
		await tty.waitFor(/is deleted/);
		const [deleted] = /my-desk-2\S*(?= is deleted)/.exec(tty.text()) ?? [''];
		await quit();
		expect(run('worksheet', deleted, '--restore', '1')).toContain('is version 1 again');
		expect(run('worksheet').trim().split('\n')).toHaveLength(2);
	});

	it('asks the four cards of the memory step, and progress shows the results', async () => {
		await openNewSheet();
		tty.type(']]]]]]]');
		await tty.waitFor(/› Redraw the request trace +not yet/);
		tty.type(`${KEYS.down}${KEYS.down}${KEYS.down}`);
		await tty.waitFor(/› Say which signal degrades first/);
		// Drills load after the first frame.
		await vi.waitFor(async () => {
			tty.type('\r');
			await tty.waitFor(/A route is going bad/, 2_000);
		}, 20_000);
		tty.type(`repairs and escalation of the small lane${KEYS.tab}`);
		await tty.waitFor(/A good answer holds/);
		tty.type('3');
		await tty.waitFor(/Say which signal degrades first +✓ good/);
		await quit();
		expect(run('progress')).toMatch(/from memory +1 of 4 good/);
	});
});

describe('files of worksheets', () => {
	it('with hostile text are shown safely in the terminal and in the HTML page', async () => {
		await openNewSheet();
		for (const words of HOSTILE_TEXTS) {
			tty.type('\r');
			await tty.waitFor(/┃/);
			tty.type(`${paste(words)}\r`);
			await tty.waitFor(/› for which segment +┃ ▏/);
			tty.type(KEYS.escape);
			await tty.waitForGone(/┃/);
			// Goes back to the same field for the next text.
			tty.type(KEYS.shiftTab);
			await tty.waitFor(/› what changes/);
		}
		await quit();
		expect(tty.raw).not.toContain('\u001b]0;');
		expect(tty.raw).not.toContain('\u202e');
		const page = run('export', 'my-desk', '--format', 'html');
		expect(page).not.toMatch(/<script|onerror=alert\(1\)>|<svg onload/);
		expect(page).toContain("default-src 'none'");
		expect(run('check', file())).toMatch(/1 (scenario|file)/);
	});

	it('are intact after a kill in the middle of many changes', async () => {
		await openNewSheet();
		tty.type(`]]${KEYS.tab}${KEYS.tab}${KEYS.tab}`);
		await tty.waitFor(/› *80\.0%/);
		const press = (): void => {
			for (let key = 0; key < 40; key++) tty.type(key % 4 === 3 ? KEYS.left : KEYS.right);
		};
		press();
		// A first version is on disk, and more saves are pending.
		await waitForFile(/routedSmall: 0\.[89]/);
		const versions = join(folder(), '.versions', 'my-desk');
		const kept = (): readonly string[] =>
			existsSync(versions) ? readdirSync(versions).filter((name) => name.endsWith('.yaml')) : [];
		await vi.waitFor(() => expect(kept().length).toBeGreaterThan(0), 10_000);
		press();
		tty.kill('SIGKILL');
		await tty.exited;
		await tty.stop();
		const loaded = loadScenario(text(), file());
		expect(loaded.ok).toBe(true);
		expect(kept().length).toBeLessThanOrEqual(10);
		for (const name of kept()) expect(loadScenario(readFileSync(join(versions, name), 'utf8'), name).ok).toBe(true);
	});

	it('that are damaged are set aside and replaced by the previous version', async () => {
		await openNewSheet();
		tty.type('\rone\r');
		await waitForFile('change: one');
		await tty.waitFor(/› for which segment +┃ ▏/);
		tty.type('two\r');
		await tty.waitFor(/› source of the numbers/);
		await waitForFile('slice: two');
		tty.type(KEYS.escape);
		await tty.waitForGone(/┃/);
		await quit();
		writeFileSync(file(), text().slice(0, 300));
		start('worksheet', 'my-desk');
		await tty.waitFor(/was damaged/);
		await tty.waitFor(/what changes +one/);
		expect(readdirSync(folder()).some((name) => /my-desk\.damaged-/.test(name))).toBe(true);
	});

	it('that another program changes are overwritten only after a question', async () => {
		await openNewSheet();
		appendFileSync(file(), '# a note of a colleague\n');
		tty.type('\rmine\r');
		await tty.waitFor(/Another program changed the file/);
		expect(text()).toContain('# a note of a colleague');
		tty.type('n');
		await tty.waitFor(/what changes +mine/);
		await vi.waitFor(() => expect(readFileSync(file('my-desk-mine'), 'utf8')).toContain('change: mine'), 10_000);
		expect(text()).not.toContain('mine\n');
	});

	it('that cannot be saved anywhere are reported', async () => {
		mkdirSync(join(home.folder, 'dispatch-board'));
		writeFileSync(join(home.folder, 'dispatch-board', 'worksheets'), 'in the way');
		start('worksheet');
		await tty.waitFor(/worksheets cannot be read \(there is a file where a folder should be\)/);
		tty.type('n');
		await tty.waitFor(/what to start from/);
		tty.type('\r');
		await tty.waitFor(/a name for the worksheet/);
		tty.type('My desk\r');
		await tty.waitFor(/not saved \(there is a file where a folder should be\)/);
		await quit();
		expect(() => run('worksheet', 'my-desk', '--from', 'support-bot')).toThrow(/a file where a folder should be/);
	});

	it('of review artifacts are replaced only after a yes', async () => {
		await openNewSheet();
		const path = join(home.folder, 'there.md');
		writeFileSync(path, 'mine');
		const write = async (): Promise<void> => {
			tty.type('e');
			await tty.waitFor(/write the review artifact/);
			tty.type(`\u0001${'\u001b[C'.repeat(40)}${KEYS.backspace.repeat(40)}${path}\r`);
			await tty.waitFor(/exists\. Write over it\?/);
		};
		await write();
		tty.type('n');
		await tty.waitFor(/there\.md▏/);
		expect(readFileSync(path, 'utf8')).toBe('mine');
		tty.type('\r');
		await tty.waitFor(/exists\. Write over it\?/);
		tty.type('y');
		await tty.waitFor(/wrote /);
		expect(readFileSync(path, 'utf8')).toContain('# Design review: My desk');
	});
});
