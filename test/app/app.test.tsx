import { EventEmitter } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App.js';
import { parseProse } from '../../src/app/markdown.js';
import { createBoardStore } from '../../src/app/store.js';
import { PLAIN } from '../../src/app/theme.js';
import type { Effect } from '../../src/screens/action.js';
import { sizeOf } from '../../src/screens/size.js';
import { dispatchInput } from '../../src/session/dispatch-input.js';
import { createEnv } from '../../src/session/env.js';
import { createLazyArtifacts } from '../../src/session/lazy-artifact.js';
import { readKeyboard } from '../../src/terminal/keyboard.js';
import { width } from '../../src/text/width.js';
import { sampleGrid } from '../support/effort.js';
import { SHIPPED_IDS, shippedScenario } from '../support/shipped.js';

/** Fake terminal of any size, which keeps the last frame that Ink writes. */
class Terminal extends EventEmitter {
	readonly isTTY = true;
	frame = '';
	constructor(
		public columns: number,
		public rows: number,
	) {
		super();
	}
	write = (frame: string): boolean => {
		if (frame.length > 1) this.frame = frame;
		return true;
	};
}

/** Fake keyboard. */
class Keys extends EventEmitter {
	pause(): void {}
	unref(): void {}
	press(data: string): void {
		this.emit('data', Buffer.from(data));
	}
}

let close: (() => void) | undefined;
afterEach(() => close?.());

function open(id = 'week-31', columns = 80, rows = 24) {
	const documents = SHIPPED_IDS.map(shippedScenario);
	const effects: Effect[] = [];
	const store = createBoardStore({
		env: {
			...createEnv(documents),
			markdown: parseProse,
			artifact: createLazyArtifacts(() => store.dispatch({ type: 'clock' })),
		},
		size: { columns, rows },
		scenario: shippedScenario(id).scenario,
		run: (effect) => effects.push(effect),
	});
	const terminal = new Terminal(columns, rows);
	terminal.on('resize', () => store.dispatch({ type: 'resize', size: sizeOf(terminal) }));
	const keys = new Keys();
	const app = render(<App paint={PLAIN} store={store} />, {
		stdout: terminal as never,
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	const reader = readKeyboard(keys as never, (inputs, at) => dispatchInput(store, inputs, at));
	close = () => {
		reader.close();
		app.unmount();
	};
	const frame = () => stripVTControlCharacters(terminal.frame);
	const shows = (text: RegExp) => vi.waitFor(() => expect(frame()).toMatch(text));
	return { keys, frame, shows, terminal, effects, store };
}

describe('the drawn lab', () => {
	it.each([
		[60, 18],
		[80, 24],
		[120, 36],
		[200, 50],
	])('fits into %i×%i for scenarios of every kind', async (columns, rows) => {
		for (const id of sampleGrid(SHIPPED_IDS, columns, 4)) {
			const { frame, shows } = open(id, columns, rows);
			await shows(/\? help|u undo/);
			const lines = frame().split('\n');
			expect(lines.length, id).toBeLessThanOrEqual(rows);
			for (const line of lines) expect(width(line), `${id}: ${line}`).toBeLessThanOrEqual(columns);
			close?.();
		}
	});

	it('recomputes on each key, marks the change, and undoes it', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer .* 84\.0%/);
		keys.press('\u001b[D');
		await shows(/83\.0%▼/);
		await shows(/FAQ answer · routed small 84% → 83%: resolution \+0\.1 pt/);
		keys.press('u');
		await shows(/84\.0%▲/);
		await shows(/took back: FAQ answer · routed small 83%/);
	});

	it('shows how a typed value is parsed before Enter applies it', async () => {
		const { keys, shows, frame } = open();
		await shows(/84\.0%/);
		keys.press('.3');
		await shows(/routed small: \.3▏ {2}reads as 30%, not \.3%; it is 84% now/);
		expect(frame()).toMatch(/FAQ answer .* 84\.0%/);
		expect(frame()).toMatch(/Enter take it/);
		keys.press('\r');
		await shows(/FAQ answer .* 30\.0%/);
	});

	it('rejects a value out of range, names the range, and changes nothing', async () => {
		const { keys, shows } = open();
		await shows(/84\.0%/);
		keys.press('150%\r');
		await shows(/routed small: 150%▏ {2}Allowed: 0% to 100%/);
		await shows(/FAQ answer .* 84\.0%/);
	});

	it('shows two panes at 120 columns, with an edit marked in both', async () => {
		const { keys, shows } = open('week-31', 120, 36);
		await shows(/Board .*│ Pressure/);
		keys.press(']');
		await shows(/│ Cost/);
		keys.press('0');
		keys.press('\r');
		await shows(/│ FAQ answer\s+86\.5%\s+›0\.0%▼[\s\S]*FAQ answer .*0\.0%▼/);
	});

	it('keeps the Board beside every other pane at 120 columns', async () => {
		const { keys, shows } = open('week-31', 120, 36);
		await shows(/│ Pressure/);
		keys.press(']');
		keys.press(']');
		await shows(/│ Confusion/);
		await shows(/ Board +│/);
	});

	it('says that a window is too small, and returns when it grows', async () => {
		const { terminal, shows } = open('week-31', 50, 10);
		await shows(/needs 60×18/);
		terminal.columns = 80;
		terminal.rows = 24;
		terminal.emit('resize');
		await shows(/FAQ answer/);
	});
});

it('the lab ignores keys in a window that is too small, except those that quit, suspend and redraw', async () => {
	const { keys, terminal, shows, effects, store } = open();
	await shows(/FAQ answer/);
	keys.press('1');
	await shows(/1▏/);
	const resize = (columns: number, rows: number): void => {
		Object.assign(terminal, { columns, rows });
		terminal.emit('resize');
	};
	resize(59, 18);
	await shows(/needs 60×18/);
	const before = store.getState();
	for (const key of ['2', '\r', '\u001b[C', 'x', 'X', 'y', '\t', ']', 'o', '\u007f', '?']) keys.press(key);
	expect(store.getState()).toBe(before);
	keys.press('\u001a');
	keys.press('\u000c');
	keys.press('q');
	keys.press('\u0003');
	expect(effects.map(({ type }) => type)).toEqual(['suspend', 'redraw', 'quit', 'quit']);
	resize(60, 18);
	await shows(/1▏/);
});

it('the lab redraws on Ctrl-L without changing the state or the notice', async () => {
	const { keys, shows, effects, store } = open();
	await shows(/FAQ answer/);
	keys.press('X');
	await shows(/nothing to reset/);
	const before = store.getState();
	keys.press('\u000c');
	expect(store.getState()).toBe(before);
	expect(effects).toEqual([{ type: 'redraw' }]);
});

describe('overlays on the lab', () => {
	it('show story, artifact and help', async () => {
		const { keys, shows, frame } = open();
		await shows(/FAQ answer/);
		keys.press('s');
		await shows(/the team sent 80% of its support requests/);
		expect(frame()).not.toMatch(/\*\*/);
		keys.press('\u001b');
		await shows(/all requests/);
		keys.press('a');
		await shows(/│ refund dispute\s+│ 61%/);
		keys.press('\u001b');
		await shows(/all requests/);
		keys.press('?');
		await shows(/u, U: undo, redo/);
	});

	it('show a question that opens while an overlay is open', async () => {
		const { keys, shows, store } = open();
		await shows(/FAQ answer/);
		keys.press('?');
		await shows(/Help · In the lab\n\n/);
		store.setState({ ...store.getState(), questionId: 'confirm-overwrite', fileToReplace: 'a.md' });
		await shows(/Help · In the lab *\n a\.md exists\. Write over it\? y or n/);
	});

	it('open another scenario from a filtered list', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('o');
		await shows(/Five routes for one request/);
		keys.press('/');
		await shows(/find: ▏ \d+ scenarios/);
		for (const character of 'M8') keys.press(character);
		await shows(/find: M8▏ \d scenario/);
		keys.press('\r');
		await shows(/Small, few repairs/);
	});

	it('say that a filter finds nothing', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('o/');
		for (const character of 'zebra') keys.press(character);
		await shows(/find: zebra▏ none\n.*No scenario matches\. Try a word/);
	});

	it('show the claims of each state, and enter the chosen one', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('t');
		await shows(/›ROLL BACK +unedited +← now/);
		await shows(/✓ shows the fault: In week 31, resolution is three points below all strong\./);
		for (let i = 0; i < 9; i++) keys.press('j');
		await shows(/›SHIP +After the fix: overrides, check/);
		await shows(/✓ shows the fix/);
		keys.press('\r');
		await shows(/SHIP {2}all counted, a resolved request costs \d\d\.\d% less/);
		await shows(/entered “After the fix: overrides, check.* u takes it back/);
		keys.press('t');
		await shows(/SHIP +After the fix: overrides, check.* ← now/);
	});

	it('ask before resetting every input', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('l');
		await shows(/85\.0%/);
		keys.press('X');
		await shows(/y or n/);
		keys.press('y');
		await shows(/84\.0%/);
	});

	it('leave quitting and suspending to the session', async () => {
		const { keys, effects, shows } = open();
		await shows(/FAQ answer/);
		keys.press('\u001a');
		keys.press('q');
		await vi.waitFor(() => expect(effects.map(({ type }) => type)).toEqual(['suspend', 'quit']));
	});
});
