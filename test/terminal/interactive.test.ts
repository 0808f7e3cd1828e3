import { expect, it } from 'vitest';
import { isInteractive } from '../../src/terminal/index.js';

const tty = { isTTY: true };
const pipe = {};

it.each([
	['input and output on a terminal', tty, tty, { TERM: 'xterm-256color' }, true],
	['input and output on a terminal in CI', tty, tty, { TERM: 'xterm', CI: '1' }, true],
	['a terminal without TERM', tty, tty, {}, true],
	['output to a pipe', tty, pipe, { TERM: 'xterm' }, false],
	['input from a pipe', pipe, tty, { TERM: 'xterm' }, false],
	['a terminal that cannot move its cursor', tty, tty, { TERM: 'dumb' }, false],
])('isInteractive judges %s', (_, stdin, stdout, env, expected) => {
	expect(isInteractive(stdin, stdout, env)).toBe(expected);
});
