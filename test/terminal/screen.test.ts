import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASK_BACKGROUND } from '../../src/terminal/background.js';
import { ENTER_SCREEN, LEAVE_SCREEN } from '../../src/terminal/modes.js';
import { openScreen, type Screen } from '../../src/terminal/screen.js';
import { ExitError, eachInput, FakeHost, FakeInput, FakeOutput } from './fakes.js';

let stdin: FakeInput;
let stdout: FakeOutput;
let stderr: FakeOutput;
let host: FakeHost;
let screen: Screen;

beforeEach(() => {
	vi.useFakeTimers();
	stdin = new FakeInput();
	stdout = new FakeOutput();
	stderr = new FakeOutput();
	host = new FakeHost();
	screen = openScreen({ stdin: stdin.stream, stdout: stdout.stream, stderr: stderr.stream, host: host.process });
});
afterEach(() => {
	vi.useRealTimers();
});

it('the screen takes the terminal over on opening, and restores it once on closing', () => {
	expect(stdout.take()).toBe(ENTER_SCREEN);
	screen.close();
	screen.close();
	expect(stdout.take()).toBe(LEAVE_SCREEN);
	expect(stdin.isRaw).toBe(false);
});

it('the screen sets raw mode from the start, so that no key is echoed and Ctrl-C is a key', () => {
	expect(stdin.rawModes).toEqual([true]);
});

it('the screen removes all listeners on closing', () => {
	screen.close();
	for (const emitter of [stdin, stdout, host]) expect(emitter.eventNames()).toEqual([]);
	expect(Object.hasOwn(stdout, 'write')).toBe(false);
});

it('the screen shows frames, but none after closing', () => {
	screen.stdout.write('one');
	expect(stdout.sent).toContain('one');
	screen.close();
	stdout.take();
	screen.stdout.write('two');
	expect(stdout.take()).toBe('');
});

it('the screen swallows mode switches written by Ink, and still calls write callbacks', () => {
	stdout.take();
	const done = vi.fn();
	screen.stdout.write('\u001B[?25h');
	screen.stdout.write('\u001B[<u');
	screen.stdout.write('', done);
	expect(stdout.take()).toBe('');
	expect(done).toHaveBeenCalledOnce();
});

it('the screen passes everything but writes on to the real stream', () => {
	expect(screen.stdout.columns).toBe(20);
	expect(screen.stdout.isTTY).toBe(true);
	const resized = vi.fn();
	screen.stdout.on('resize', resized);
	stdout.emit('resize');
	expect(resized).toHaveBeenCalledOnce();
});

it('the screen redraws the frame if the window was resized and back before Node noticed', () => {
	screen.stdout.write('a\nb');
	stdout.take();
	// The signal arrives with the size unchanged, so Node emits no event.
	host.emit('SIGWINCH');
	expect(stdout.take()).toBe('');
	vi.runAllTimers();
	expect(stdout.take()).toMatch(/a.*b/s);
});

it('the screen draws nothing while suspended, even if the window changes', () => {
	screen.stdout.write('a\nb');
	screen.suspend();
	stdout.take();
	host.emit('SIGWINCH');
	vi.advanceTimersByTime(100);
	expect(stdout.take()).toBe('');
	host.emit('SIGCONT');
	vi.runAllTimers();
	expect(stdout.take()).toMatch(/a.*b/s);
});

it('the screen reads the size again before a repaint', () => {
	screen.stdout.write('a\nb');
	stdout.measure = vi.fn();
	stdout.take();
	screen.repaint();
	expect(stdout.measure).toHaveBeenCalledOnce();
	expect(stdout.take()).toMatch(/a.*b/s);
});

it('the screen delivers keys until closed, and drops a sequence interrupted by a stop', () => {
	const names: string[] = [];
	screen.listen(eachInput((input) => names.push(input.type === 'key' ? input.name : input.text)));
	stdin.emit('data', Buffer.from('j\u001b['));
	screen.suspend();
	host.emit('SIGCONT');
	stdin.emit('data', Buffer.from('k'));
	expect(names).toEqual(['j', 'k']);
	screen.close();
	stdin.emit('data', Buffer.from('l'));
	expect(names).toEqual(['j', 'k']);
	expect(stdin.eventNames()).toEqual([]);
});

it('the screen shows only the last frame after a resize, in full', () => {
	screen.stdout.write('a\nb');
	stdout.take();
	stdout.emit('resize');
	screen.stdout.write('a\nb');
	screen.stdout.write('A\nb');
	expect(stdout.take()).toBe('');
	vi.runAllTimers();
	const text = stdout.take();
	expect(text).toContain('A');
	expect(text).toContain('b');
	expect(text).not.toContain('a');
});

it('the screen holds back stray output until the terminal is restored', () => {
	stdout.stream.write('from stdout\n');
	stderr.stream.write('from stderr\n');
	expect(stdout.take() + stderr.take()).toBe(ENTER_SCREEN);
	screen.close();
	expect(stderr.take()).toBe('from stdout\nfrom stderr\n');
});

describe('the screen ends', () => {
	it.each([
		['SIGHUP', 129],
		['SIGINT', 130],
		['SIGQUIT', 131],
		['SIGTERM', 143],
		['SIGALRM', 142],
		['SIGXCPU', 152],
	])('on %s with %i', (signal, code) => {
		expect(host.end(signal)).toBe(code);
		expect(stdout.take()).toBe(ENTER_SCREEN + LEAVE_SCREEN);
		expect(stderr.take()).toBe('');
	});

	it('quietly when the terminal is gone', () => {
		expect(() => stdin.emit('error', new Error('EIO'))).toThrow(ExitError);
		expect(host.code).toBe(129);
		expect(stderr.take()).toBe('');
	});

	it('by the signal itself when the terminal closes, without Node’s exit handling', () => {
		const other = vi.fn();
		host.on('SIGHUP', other);
		stdin.setRawMode = () => stdin.emit('error', new Error('EIO'));
		host.end('SIGHUP');
		expect(host.killed).toEqual([[42, 'SIGHUP']]);
		expect(host.listenerCount('SIGHUP')).toBe(0);
	});

	it('with the terminal restored when other code calls exit', () => {
		host.emit('exit', 0);
		expect(stdout.take()).toBe(ENTER_SCREEN + LEAVE_SCREEN);
	});

	it.each(['uncaughtException', 'unhandledRejection'])('with a report on %s, after restoring the terminal', (event) => {
		stderr.write = (text) => {
			expect(stdout.sent).toBe(ENTER_SCREEN + LEAVE_SCREEN);
			stderr.sent += text;
			return true;
		};
		expect(host.end(event, new TypeError('x is \u001B[31mnot y'))).toBe(1);
		expect(stderr.sent).toContain('This is a bug in dispatch-board');
		expect(stderr.sent).toContain('TypeError: x is \uFFFD[31mnot y\n    at ');
	});

	it('with a report for any thrown value', () => {
		for (const thrown of ['text', undefined, Object.create(null)]) {
			expect(() => screen.fail(thrown)).toThrow(ExitError);
			expect(host.code).toBe(1);
		}
	});
});

describe('the screen asks the terminal for its background', () => {
	const told = vi.fn();
	beforeEach(() => {
		told.mockReset();
		screen.close();
		stdout.take();
		const streams = { stdin: stdin.stream, stdout: stdout.stream, stderr: stderr.stream };
		screen = openScreen({ ...streams, host: host.process, onBackground: told });
	});

	it('on opening, and again after a stop, as its colours may have changed', () => {
		expect(stdout.take()).toBe(ENTER_SCREEN + ASK_BACKGROUND);
		screen.suspend();
		expect(stdout.take()).toBe(LEAVE_SCREEN);
		host.emit('SIGCONT');
		expect(stdout.take()).toBe(ENTER_SCREEN + ASK_BACKGROUND);
	});

	it('and takes the reply out of the keys', () => {
		const keys: string[] = [];
		screen.listen(eachInput((input) => keys.push(input.type === 'key' ? input.name : input.text)));
		stdin.emit('data', Buffer.from('j\u001b]11;rgb:ffff/ff'));
		stdin.emit('data', Buffer.from('ff/ffff\u001b\\k'));
		expect(told.mock.calls).toEqual([['light']]);
		expect(keys).toEqual(['j', 'k']);
	});
});

describe('the screen stops and continues', () => {
	it('with the terminal restored and taken over again', () => {
		screen.stdout.write('a');
		stdout.take();
		screen.suspend();
		expect(stdout.take()).toBe(LEAVE_SCREEN);
		expect(host.killed).toEqual([[0, 'SIGTSTP']]);
		expect(host.listenerCount('SIGTSTP')).toBe(0);
		expect(stdin.isRaw).toBe(false);

		screen.stdout.write('b');
		expect(stdout.take()).toBe('');
		host.emit('SIGCONT');
		const text = stdout.take();
		expect(text.startsWith(ENTER_SCREEN)).toBe(true);
		expect(text).toContain('b');
		expect(stdin.rawModes).toEqual([true, false, true]);
		expect(host.listenerCount('SIGTSTP')).toBe(1);
	});

	it('with the current size, and without the old frame', () => {
		screen.stdout.write('old');
		screen.suspend();
		stdout.take();
		stdout.measure = () => {
			stdout.rows = 3;
			stdout.emit('resize');
		};
		host.emit('SIGCONT');
		screen.stdout.write('new');
		expect(stdout.take()).toBe(ENTER_SCREEN);
		vi.runAllTimers();
		const text = stdout.take();
		expect(text).toContain('new');
		expect(text).not.toContain('old');
	});

	it('on its own if nothing stops it', () => {
		screen.suspend();
		stdout.take();
		vi.runAllTimers();
		expect(stdout.take()).toBe(ENTER_SCREEN);
		expect(stdin.isRaw).toBe(true);
	});

	it('once, for repeated requests while stopping', () => {
		screen.suspend();
		screen.suspend();
		expect(host.killed).toHaveLength(1);
	});

	it('after an unannounced stop', () => {
		screen.stdout.write('a');
		stdout.take();
		host.emit('SIGCONT');
		expect(stdout.take()).toContain('a');
		// libuv ignores a request for the mode that it last set.
		expect(stdin.rawModes).toEqual([true, false, true]);
	});

	it('not after closing', () => {
		screen.suspend();
		screen.close();
		stdout.take();
		vi.runAllTimers();
		host.emit('SIGCONT');
		screen.suspend();
		screen.repaint();
		expect(stdout.take()).toBe('');
		expect(host.killed).toHaveLength(1);
	});
});
