/** Texts that a user might paste to break the program. */
export const HOSTILE_TEXTS: readonly string[] = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	'</style><svg onload=alert(1)>',
	'--> ]]> {{resolution}} $HOME `id`',
	'[click](javascript:alert(1)) ![x](https://example.org/x.png)',
	'| a | b |\n| --- | --- |\n# heading\n- item',
	'\u001b]0;title\u0007\u001b[2J\u001b[31mred\u009b31m',
	'\u202Egnp.exe\u2066 hidden\u2069 \ufeff\u200f',
	"'; DROP TABLE x; -- : # & * ! | > % @ ` yes no null ~ 1e3 0x1F",
	'x'.repeat(10_000),
	'漢字 and 🚕 and e\u0301',
];
