import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Keyboard, readKeyboard } from '../../src/terminal/keyboard.js';
import { eachInput, FakeInput } from './fakes.js';

const ESC = '\u001b';

let stdin: FakeInput;
let keyboard: Keyboard;
let names: string[];

beforeEach(() => {
	// Real immediates, so that the decision about ESC waits for reads as in Node.
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	stdin = new FakeInput();
	names = [];
	keyboard = readKeyboard(
		stdin.stream,
		eachInput((input) => names.push(input.type === 'key' ? input.name : input.text)),
	);
});
afterEach(() => {
	keyboard.close();
	vi.useRealTimers();
});

const send = (text: string): void => void stdin.emit('data', Buffer.from(text));
const nextReads = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('the keyboard delivers keys in order', () => {
	send('j\u0003');
	send(`${ESC}[A`);
	expect(names).toEqual(['j', 'ctrl+c', 'up']);
});

it('the keyboard takes ESC as Escape if nothing follows within the wait', async () => {
	send(ESC);
	vi.advanceTimersByTime(49);
	await nextReads();
	expect(names).toEqual([]);
	vi.advanceTimersByTime(51);
	await nextReads();
	expect(names).toEqual(['escape']);
});

it.each([5, 40])('the keyboard takes an arrow as one key if its ESC came %i ms earlier', async (gap) => {
	send(ESC);
	vi.advanceTimersByTime(gap);
	await nextReads();
	send('[B');
	vi.runAllTimers();
	await nextReads();
	expect(names).toEqual(['down']);
});

it('the keyboard restarts the wait after each piece of a sequence', async () => {
	for (const piece of [ESC, '[', 'B']) {
		send(piece);
		vi.advanceTimersByTime(piece === 'B' ? 0 : 50);
		await nextReads();
	}
	vi.runAllTimers();
	await nextReads();
	expect(names).toEqual(['down']);
});

it('the keyboard reads input that arrived while the program was busy before it decides about ESC', async () => {
	send(ESC);
	// The wait is over and the rest has arrived, but Node runs timers first.
	vi.advanceTimersByTime(1000);
	send('[B');
	await nextReads();
	expect(names).toEqual(['down']);
});

it('the keyboard waits longer for the end of a reply than for a key, but not forever', async () => {
	send(`${ESC}]11;rgb:1e1e/`);
	vi.advanceTimersByTime(500);
	await nextReads();
	send('1e1e/1e1e\u0007');
	expect(names).toEqual([]);
	send(`${ESC}]11;rgb:1e1e/`);
	vi.advanceTimersByTime(2000);
	await nextReads();
	send('j');
	expect(names).toEqual(['j']);
});

it('the keyboard delivers a slow paste in pieces', async () => {
	send(`${ESC}[200~one `);
	vi.advanceTimersByTime(200);
	await nextReads();
	expect(names).toEqual(['one ']);
	send(`two${ESC}[201~q`);
	expect(names).toEqual(['one ', 'two', 'q']);
});

it('the keyboard drops an incomplete sequence on reset', () => {
	send(`${ESC}[`);
	keyboard.reset();
	send('j');
	expect(names).toEqual(['j']);
});

it('the keyboard drops the rest of a read if one of its keys resets it, as Ctrl-Z does', () => {
	const received: string[] = [];
	const other = new FakeInput();
	const stopping = readKeyboard(
		other.stream,
		eachInput((input) => {
			received.push(input.type === 'key' ? input.name : input.text);
			if (received.at(-1) === 'ctrl+z') stopping.reset();
		}),
	);
	other.emit('data', Buffer.from('j\u001afg\r'));
	other.emit('data', Buffer.from('k'));
	stopping.close();
	expect(received).toEqual(['j', 'ctrl+z', 'k']);
});

it('the keyboard delivers nothing after closing, not even from the same read', async () => {
	const received: string[] = [];
	const other = new FakeInput();
	const closing = readKeyboard(
		other.stream,
		eachInput((input) => {
			received.push(input.type === 'key' ? input.name : input.text);
			closing.close();
		}),
	);
	other.emit('data', Buffer.from('qj'));
	other.emit('data', Buffer.from('k'));
	vi.runAllTimers();
	await nextReads();
	expect(received).toEqual(['q']);
	expect(other.eventNames()).toEqual([]);
});

it('the keyboard delivers a paste sent as keys in many reads at once', async () => {
	const batches: number[] = [];
	const other = new FakeInput();
	const pasting = readKeyboard(other.stream, (inputs) => batches.push(inputs.length) && inputs.length);
	for (let piece = 0; piece < 10; piece++) other.emit('data', Buffer.alloc(4095, 'x'));
	expect(batches).toEqual([]);
	vi.runAllTimers();
	await nextReads();
	expect(batches).toEqual([40_950]);
	other.emit('data', Buffer.alloc(4095, 'x'));
	other.emit('data', Buffer.from('y\u0003'));
	expect(batches).toEqual([40_950, 4097]);
	pasting.close();
});
