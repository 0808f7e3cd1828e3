import { describe, expect, it } from 'vitest';
import { usesAscii } from '../../src/session/ascii.js';

const inTerminal = (env: Readonly<Record<string, string>>, ...args: string[]): boolean =>
	usesAscii({ args, env, isTerminal: true });

describe('usesAscii', () => {
	it.each([
		[['--ascii'], {}, null, true],
		[['report', 'week-31', '--ascii'], {}, null, true],
		[['--ascii', '--no-ascii'], {}, null, false],
		[['check', '--', '--ascii'], {}, null, false],
		[['--no-ascii'], { DISPATCH_BOARD_ASCII: '1' }, true, false],
		[[], { DISPATCH_BOARD_ASCII: '1' }, false, true],
		[[], { DISPATCH_BOARD_ASCII: '0' }, true, false],
		[[], { DISPATCH_BOARD_ASCII: '' }, true, true],
		[[], { LANG: 'C' }, false, false],
		[[], {}, null, false],
	])(
		'lets the flag decide before the variable, the setting and the locale: %j %j %j',
		(args, env, setting, expected) => {
			expect(usesAscii({ args, env, setting, isTerminal: true })).toBe(expected);
		},
	);

	it.each([
		[{ LANG: 'C' }, true],
		[{ LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' }, true],
		[{ LANG: 'de_DE.ISO-8859-1@euro' }, true],
		[{ LANG: 'C', LC_ALL: 'C.UTF-8' }, false],
		[{ LC_CTYPE: 'UTF-8', LANG: 'C' }, false],
		[{ LANG: 'en_US.utf8', TERM: 'linux' }, false],
		[{ LANG: 'en_US', TERM: 'xterm-256color' }, false],
		[{ TERM: 'xterm-256color' }, false],
		[{ TERM: 'linux' }, true],
		[{ TERM: 'vt100' }, true],
	])(
		'takes ASCII in a terminal whose locale excludes UTF-8, or which is plain without a locale: %j',
		(env, expected) => {
			expect(inTerminal(env)).toBe(expected);
		},
	);

	it('ignores the locale in a pipe or a file', () => {
		expect(usesAscii({ args: [], env: { LC_ALL: 'C', TERM: 'linux' }, isTerminal: false })).toBe(false);
	});
});
