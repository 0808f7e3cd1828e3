import { afterEach, describe, expect, it } from 'vitest';
import { type Home, KEYS, Tty, temporaryHome } from './harness/index.js';

let tty: Tty;
let home: Home | undefined;
afterEach(async () => {
	await tty?.stop();
	home?.remove();
	home = undefined;
});

/** Each pane, with its number of steps from the Board. */
const PANES = [
	['Board', 0],
	['Cost', 1],
	['Confusion', 2],
	['Pressure', 3],
	['Trace', 4],
	['Curve', 5],
	['Signals', 6],
] as const;

describe('an edit and its undo change the pane', () => {
	it.each(PANES)('%s', async (name, steps) => {
		tty = new Tty(['lab', 'week-31']);
		await tty.waitFor('quit');
		tty.type(']'.repeat(steps));
		await tty.waitFor(`[${name}]`);
		const before = tty.text();
		tty.type(KEYS.right);
		await tty.waitFor(/edited 1/);
		expect(tty.text()).not.toBe(before);
		tty.type('u');
		await tty.waitFor(/took back: /);
	});
});

describe('a scenario of 57 segments', () => {
	it('scrolls and edits, with a frame for every key', async () => {
		tty = new Tty(['lab', 'mmlu-mixtral-gpt4']);
		await tty.waitFor(/› *50\.0%/);
		for (let row = 2; row <= 57; row++) {
			tty.type('j');
			await tty.waitUntil(() => /rows (\d+)–(\d+) of 57/.test(tty.text()), `row ${row}`);
		}
		await tty.waitFor(/World religions .*› *50\.0%/);
		for (let percent = 51; percent <= 60; percent++) {
			tty.type('l');
			await tty.waitFor(new RegExp(`World religions .*› *${percent}\\.0%▲`));
		}
		expect(tty.text()).toMatch(/World religions: 60\.0% routed small/);
	});
});

describe('SIGKILL', () => {
	it('loses no edit that was shown on screen', async () => {
		home = temporaryHome();
		tty = new Tty(['lab', 'week-31'], { home });
		await tty.waitFor('quit');
		tty.type('l');
		await tty.waitFor(/85\.0%▲/);
		tty.type('llll');
		await tty.waitFor(/89\.0%▲/);
		// An edit is painted and then recorded in one go, so a later frame means that both are done.
		tty.type('?');
		await tty.waitFor(/u, U: undo, redo/);
		tty.kill('SIGKILL');
		await tty.exited;
		tty = new Tty([], { home });
		await tty.waitFor(/FAQ answer .* 89\.0%/);
		expect(tty.text()).toMatch(/edited 1/);
	});
});
