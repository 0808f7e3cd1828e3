import { EventEmitter } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App.js';
import { parseProse } from '../../src/app/markdown.js';
import { createBoardStore } from '../../src/app/store.js';
import type { Effect } from '../../src/screens/action.js';
import { sizeOf } from '../../src/screens/size.js';
import { dispatchInput } from '../../src/session/dispatch-input.js';
import { createEnv } from '../../src/session/env.js';
import { lateArtifact } from '../../src/session/late-artifact.js';
import { readKeyboard } from '../../src/terminal/keyboard.js';
import { width } from '../../src/text/width.js';
import { spread } from '../support/effort.js';
import { SHIPPED_IDS, shipped } from '../support/shipped.js';

/** A stand-in for a terminal of any size: keeps the last whole frame that Ink hands over. */
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
	const documents = SHIPPED_IDS.map(shipped);
	const effects: Effect[] = [];
	const store = createBoardStore({
		env: {
			...createEnv(documents),
			markdown: parseProse,
			artifact: lateArtifact(() => store.dispatch({ type: 'clock' })),
		},
		size: { columns, rows },
		scenario: shipped(id).scenario,
		run: (effect) => effects.push(effect),
	});
	const terminal = new Terminal(columns, rows);
	terminal.on('resize', () => store.dispatch({ type: 'resize', size: sizeOf(terminal) }));
	const keys = new Keys();
	const app = render(<App store={store} />, {
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

describe('the lab on screen', () => {
	it.each([
		[60, 18],
		[80, 24],
		[120, 36],
		[200, 50],
	])('fills %i×%i and no more, on scenarios of every kind', async (columns, rows) => {
		for (const id of spread(SHIPPED_IDS, columns, 4)) {
			const { frame, shows } = open(id, columns, rows);
			await shows(/\? help|u undo/);
			const lines = frame().split('\n');
			expect(lines.length, id).toBeLessThanOrEqual(rows);
			for (const line of lines) expect(width(line), `${id}: ${line}`).toBeLessThanOrEqual(columns);
			close?.();
		}
	});

	it('recomputes on the key, marks the change, and undoes it', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer .* 84\.0%/);
		keys.press('\u001b[D');
		await shows(/83\.0%▼/);
		await shows(/Δ FAQ answer\s+−1\.0/);
		keys.press('u');
		await shows(/84\.0%▲/);
		await shows(/undid: FAQ answer · routed small 83%/);
	});

	it('echoes how a typed value reads before Enter takes it', async () => {
		const { keys, shows, frame } = open();
		await shows(/84\.0%/);
		keys.press('.3');
		await shows(/routed small: \.3▏ {2}reads as 30%; it is 84% now/);
		expect(frame()).toMatch(/FAQ answer .* 84\.0%/);
		expect(frame()).toMatch(/Enter take it/);
		keys.press('\r');
		await shows(/FAQ answer .* 30\.0%/);
	});

	it('refuses what is out of range, says the range, and changes nothing', async () => {
		const { keys, shows } = open();
		await shows(/84\.0%/);
		keys.press('150%\r');
		await shows(/routed small: 150%▏ {2}Allowed: 0% to 100%/);
		await shows(/FAQ answer .* 84\.0%/);
	});

	it('shows two panes from 120 columns, an edit in both', async () => {
		const { keys, shows } = open('week-31', 120, 36);
		await shows(/Board .*│ Pressure/);
		keys.press(']');
		await shows(/│ Cost/);
		keys.press('0');
		keys.press('\r');
		await shows(/FAQ answer .* 0\.0%▼.*│ FAQ answer\s+86\.5%›\s*0\.0%▼/);
	});

	it('walks the panes, and keeps the Board in sight where there is room', async () => {
		const { keys, shows } = open('week-31', 120, 36);
		await shows(/│ Pressure/);
		keys.press(']');
		keys.press(']');
		await shows(/│ Confusion/);
		await shows(/ Board +│/);
	});

	it('says so in a window that is too small, and comes back when it grows', async () => {
		const { terminal, shows } = open('week-31', 50, 10);
		await shows(/needs 60×18/);
		terminal.columns = 80;
		terminal.rows = 24;
		terminal.emit('resize');
		await shows(/FAQ answer/);
	});
});

it('does nothing blindly in a window that is too small, and can still be left', async () => {
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

it('draws again without changing anything, what was said included', async () => {
	const { keys, shows, effects, store } = open();
	await shows(/FAQ answer/);
	keys.press('X');
	await shows(/nothing to reset/);
	const before = store.getState();
	keys.press('\u000c');
	expect(store.getState()).toBe(before);
	expect(effects).toEqual([{ type: 'redraw' }]);
});

describe('over the lab', () => {
	it('shows story, artifact and help on their keys', async () => {
		const { keys, shows, frame } = open();
		await shows(/FAQ answer/);
		keys.press('s');
		await shows(/assistant sent 80% of its requests/);
		expect(frame()).not.toMatch(/\*\*/);
		keys.press('\u001b');
		await shows(/small lane/);
		keys.press('a');
		await shows(/│ refund dispute\s+│ 61%/);
		keys.press('\u001b');
		await shows(/small lane/);
		keys.press('?');
		await shows(/u: undo/);
	});

	it('shows a question that comes up while something lies over the lab', async () => {
		const { keys, shows, store } = open();
		await shows(/FAQ answer/);
		keys.press('?');
		await shows(/Help\n\n/);
		store.setState({ ...store.getState(), asking: 'export-over', overwriting: 'a.md' });
		await shows(/Help *\n a\.md exists\. Write over it\? y or n/);
	});

	it('opens another scenario from the list', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('o');
		await shows(/What a route costs/);
		keys.press('/');
		await shows(/find: ▏ \d+ scenarios/);
		for (const character of 'M8') keys.press(character);
		await shows(/find: M8▏ \d scenario/);
		keys.press('\r');
		await shows(/Small, few repairs/);
	});

	it('says when nothing is found', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('o/');
		for (const character of 'zebra') keys.press(character);
		await shows(/find: zebra▏ none\n.*Nothing teaches that/);
	});

	it('enters a state and says what is claimed of it', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('t');
		await shows(/›ROLL BACK +as the scenario has it +← now/);
		await shows(/✓ betrays it: Resolution fell by three points\./);
		for (let i = 0; i < 9; i++) keys.press('j');
		await shows(/›SHIP +Overrides, a check/);
		await shows(/✓ mends it/);
		keys.press('\r');
		await shows(/SHIP {2}all counted, a resolved request costs \d\d\.\d% less/);
		await shows(/entered “Overrides, a check.* u takes it back/);
		keys.press('t');
		await shows(/SHIP +Overrides, a check.* ← now/);
	});

	it('asks before it resets everything', async () => {
		const { keys, shows } = open();
		await shows(/FAQ answer/);
		keys.press('l');
		await shows(/85\.0%/);
		keys.press('X');
		await shows(/y or n/);
		keys.press('y');
		await shows(/84\.0%/);
	});

	it('hands quitting and suspending to the edge', async () => {
		const { keys, effects, shows } = open();
		await shows(/FAQ answer/);
		keys.press('\u001a');
		keys.press('q');
		await vi.waitFor(() => expect(effects.map(({ type }) => type)).toEqual(['suspend', 'quit']));
	});
});
