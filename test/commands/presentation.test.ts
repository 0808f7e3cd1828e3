import { expect, it } from 'vitest';
import { choosePresentation } from '../../src/commands/presentation.js';

const TTY = { isTTY: true };
const PIPE = {};
const XTERM = { TERM: 'xterm-256color' };

it.each([
	['a terminal', { stdin: TTY, stdout: TTY, env: XTERM, flag: null }, 'screen'],
	['a pipe out', { stdin: TTY, stdout: PIPE, env: XTERM, flag: null }, 'none'],
	['a pipe in', { stdin: PIPE, stdout: TTY, env: XTERM, flag: null }, 'none'],
	['a dumb terminal', { stdin: TTY, stdout: TTY, env: { TERM: 'dumb' }, flag: null }, 'conversation'],
	[
		'a dumb terminal and the flag against it',
		{ stdin: TTY, stdout: TTY, env: { TERM: 'dumb' }, flag: false },
		'conversation',
	],
	['the flag', { stdin: TTY, stdout: TTY, env: XTERM, flag: true }, 'conversation'],
	['the flag and a pipe', { stdin: PIPE, stdout: PIPE, env: XTERM, flag: true }, 'conversation'],
	[
		'the variable',
		{ stdin: TTY, stdout: TTY, env: { ...XTERM, INK_SCREEN_READER: 'true' }, flag: null },
		'conversation',
	],
	['the variable and a pipe', { stdin: PIPE, stdout: PIPE, env: { INK_SCREEN_READER: '1' }, flag: null }, 'none'],
	[
		'the variable and the flag against it',
		{ stdin: TTY, stdout: TTY, env: { ...XTERM, INK_SCREEN_READER: '1' }, flag: false },
		'screen',
	],
	['the setting', { stdin: TTY, stdout: TTY, env: XTERM, flag: null, setting: true }, 'conversation'],
	[
		'the setting and the variable against it',
		{ stdin: TTY, stdout: TTY, env: { ...XTERM, INK_SCREEN_READER: '0' }, flag: null, setting: true },
		'screen',
	],
] as const)('the presentation is chosen for %s', (_, choice, expected) => {
	expect(choosePresentation(choice)).toBe(expected);
});
