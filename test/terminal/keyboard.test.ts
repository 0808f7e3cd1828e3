import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Keyboard, readKeyboard } from '../../src/terminal/keyboard.js';
import { eachInput, FakeInput } from './fakes.js';

const ESC = '\u001b';

let stdin: FakeInput;
let keyboard: Keyboard;
let names: string[];

beforeEach(() => {
	// Node's own immediates: what decides about ESC waits for reads, as Node does.
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
const afterReads = (): Promise<void> => new Promise((settle) => setImmediate(settle));

it('hands on keys in order', () => {
	send('j\u0003');
	send(`${ESC}[A`);
	expect(names).toEqual(['j', 'ctrl+c', 'up']);
});

it('takes ESC for Escape once nothing has followed it', async () => {
	send(ESC);
	vi.advanceTimersByTime(49);
	await afterReads();
	expect(names).toEqual([]);
	vi.advanceTimersByTime(51);
	await afterReads();
	expect(names).toEqual(['escape']);
});

it.each([5, 40])('takes an arrow for one whose ESC came %i ms before its rest', async (gap) => {
	send(ESC);
	vi.advanceTimersByTime(gap);
	await afterReads();
	send('[B');
	vi.runAllTimers();
	await afterReads();
	expect(names).toEqual(['down']);
});

it('waits anew after each piece of a sequence', async () => {
	for (const piece of [ESC, '[', 'B']) {
		send(piece);
		vi.advanceTimersByTime(piece === 'B' ? 0 : 50);
		await afterReads();
	}
	vi.runAllTimers();
	await afterReads();
	expect(names).toEqual(['down']);
});

it('reads what arrived while the program was busy before it decides', async () => {
	send(ESC);
	// The time is up, and the rest is there: Node comes to timers first.
	vi.advanceTimersByTime(1000);
	send('[B');
	await afterReads();
	expect(names).toEqual(['down']);
});

it('waits longer for the end of a reply than for a key, but not for ever', async () => {
	send(`${ESC}]11;rgb:1e1e/`);
	vi.advanceTimersByTime(500);
	await afterReads();
	send('1e1e/1e1e\u0007');
	expect(names).toEqual([]);
	send(`${ESC}]11;rgb:1e1e/`);
	vi.advanceTimersByTime(2000);
	await afterReads();
	send('j');
	expect(names).toEqual(['j']);
});

it('shows a slow paste as far as it has come', async () => {
	send(`${ESC}[200~one `);
	vi.advanceTimersByTime(200);
	await afterReads();
	expect(names).toEqual(['one ']);
	send(`two${ESC}[201~q`);
	expect(names).toEqual(['one ', 'two', 'q']);
});

it('forgets the beginning of a sequence when it is reset', () => {
	send(`${ESC}[`);
	keyboard.reset();
	send('j');
	expect(names).toEqual(['j']);
});

it('drops the rest of a read when it is reset by a key of it, as a stop does', () => {
	const seen: string[] = [];
	const other = new FakeInput();
	const stopping = readKeyboard(
		other.stream,
		eachInput((input) => {
			seen.push(input.type === 'key' ? input.name : input.text);
			if (seen.at(-1) === 'ctrl+z') stopping.reset();
		}),
	);
	other.emit('data', Buffer.from('j\u001afg\r'));
	other.emit('data', Buffer.from('k'));
	stopping.close();
	expect(seen).toEqual(['j', 'ctrl+z', 'k']);
});

it('hands on nothing once it is closed, not even what came in the same read', async () => {
	const seen: string[] = [];
	const other = new FakeInput();
	const closing = readKeyboard(
		other.stream,
		eachInput((input) => {
			seen.push(input.type === 'key' ? input.name : input.text);
			closing.close();
		}),
	);
	other.emit('data', Buffer.from('qj'));
	other.emit('data', Buffer.from('k'));
	vi.runAllTimers();
	await afterReads();
	expect(seen).toEqual(['q']);
	expect(other.eventNames()).toEqual([]);
});

it('hands a paste that comes as keys, in many reads, on at once', async () => {
	const together: number[] = [];
	const other = new FakeInput();
	const pasting = readKeyboard(other.stream, (inputs) => together.push(inputs.length) && inputs.length);
	for (let piece = 0; piece < 10; piece++) other.emit('data', Buffer.alloc(4095, 'x'));
	expect(together).toEqual([]);
	vi.runAllTimers();
	await afterReads();
	expect(together).toEqual([40_950]);
	other.emit('data', Buffer.alloc(4095, 'x'));
	other.emit('data', Buffer.from('y\u0003'));
	expect(together).toEqual([40_950, 4097]);
	pasting.close();
});
